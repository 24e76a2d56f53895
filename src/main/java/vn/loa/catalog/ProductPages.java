package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.PlanReferences.PlanReference;
import vn.loa.catalog.ProductPage.Download;
import vn.loa.catalog.ProductPage.Named;
import vn.loa.catalog.ProductPage.Person;
import vn.loa.catalog.ProductPage.Transcript;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.media.Rendition;
import vn.loa.subtitles.Cue;
import vn.loa.subtitles.Paragraph;
import vn.loa.taxonomy.Agency;

/** Reads what the page of a product shows, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class ProductPages {
    /** So many lines of a transcript fit the weight of a page. */
    static final int LINES = 150;

    private static final int RELATED = 3;

    @Inject
    private Products products;

    @Inject
    private RelatedProducts related;

    @Inject
    private PublicTracks tracks;

    @Inject
    private PlanReferences plans;

    /** What is at this address for a visitor who wants this. */
    public ProductVisit visit(String slug, Listening wanted) {
        var shown = products.published(slug).map(revision -> page(revision, wanted));
        if (shown.isPresent()) {
            return new ProductVisit.Shown(shown.get());
        }
        var gone = products.find(slug).filter(product -> product.publication().isWithdrawn());
        return gone.<ProductVisit>map(product -> new ProductVisit.Withdrawn(
                        product.published()
                                // A title may name the person who does not want to be shown.
                                .filter(revision ->
                                        revision.consentRecord().missing().isEmpty())
                                .map(ProductRevision::title)
                                .orElse(Texts.none()),
                        product.publication().withdrawalReason().orElse("")))
                .orElseGet(ProductVisit.Unknown::new);
    }

    /**
     * What the public will see of a product once its newest revision is published, with what is approved by now.
     *
     * @return empty when there is, for them, no such product
     */
    public Optional<ProductPage> preview(String slug, Listening wanted, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> page(product.current(), wanted));
    }

    /** What can be heard or seen of a public product; absent when there is nothing, or it is not public. */
    public Optional<Player> player(long id, Listening wanted) {
        return products.find(id)
                .filter(product -> product.publication().isOnline())
                .flatMap(product -> Players.of(product.slug(), products.approvedTracks(product), wanted));
    }

    private ProductPage page(ProductRevision revision, Listening wanted) {
        var product = revision.product();
        var approved = products.approvedTracks(product);
        var player = Players.of(product.slug(), approved, wanted)
                .map(found -> product.publication().isOnline() ? found : found.withoutStreams())
                .orElse(null);
        var heard = player == null ? wanted.pages() : player.language();
        return new ProductPage(
                ProductCards.card(revision, approved),
                revision.body(),
                revision.year(),
                revision.isReplay(),
                player,
                downloads(product.slug(), approved, heard),
                transcript(approved, heard, wanted),
                player == null ? List.of() : parts(revision, approved, player),
                revision.topics().stream()
                        .map(topic -> new Named(topic.code(), topic.label()))
                        .toList(),
                revision.audiences().stream()
                        .map(audience -> new Named(audience.code(), audience.label()))
                        .toList(),
                revision.localities().stream()
                        .map(locality -> new Named(locality.addressName(), locality.label()))
                        .toList(),
                revision.agency().map(Agency::name).orElse(null),
                revision.agency()
                        .flatMap(Agency::lastSuccessor)
                        .map(Agency::name)
                        .orElse(null),
                revision.credits().stream()
                        .map(credit -> new Person(credit.role(), credit.name()))
                        .toList(),
                promise(revision),
                related.of(product, revision, RELATED),
                Pictures.papers(product.slug(), approved));
    }

    /** None with a voice that does not keep the time of the original, as the dub of a work that is only heard. */
    private static List<ProductPage.Part> parts(ProductRevision revision, List<Track> approved, Player player) {
        var keepsTime = approved.stream()
                .anyMatch(track -> track.kind() == TrackKind.VIDEO
                        || track.isOriginalSound() && track.language().equals(player.language()));
        var length =
                player.duration() == null ? Long.MAX_VALUE : player.duration().toMillis();
        return revision.chapters().stream()
                .filter(chapter -> keepsTime && chapter.startMillis() < length)
                .map(chapter -> new ProductPage.Part(chapter.startMillis(), chapter.title()))
                .toList();
    }

    private @Nullable PlanReference promise(ProductRevision revision) {
        return revision.deliverable()
                .map(key -> plans.of(List.of(key)).get(key))
                .orElse(null);
    }

    /** Sound and film in the language that is heard, then papers, those in that language first. */
    private static List<Download> downloads(String slug, List<Track> approved, String heard) {
        var found = new ArrayList<Download>();
        approved.stream()
                .filter(track -> track.kind() == TrackKind.VIDEO || track.kind() == TrackKind.AUDIO)
                .filter(track -> track.language().equals(heard))
                .forEach(track -> renditions(track).forEach(r -> found.add(download(slug, track, r, null))));
        approved.stream()
                .filter(track -> track.kind() == TrackKind.DOCUMENT)
                .sorted(Comparator.comparing(track -> !track.language().equals(heard)))
                .forEach(track -> renditions(track)
                        .forEach(r -> found.add(download(
                                slug,
                                track,
                                r,
                                track.label()
                                        .or(() -> track.asset().map(a -> a.originalName()))
                                        .orElse(null)))));
        return found;
    }

    private static List<Rendition> renditions(Track track) {
        return track.files()
                .filter(r -> r.isPlayable()
                        || (track.kind() == TrackKind.DOCUMENT
                                && !r.contentType().startsWith("image/")))
                .sorted(Comparator.comparingLong(Rendition::bytes))
                .toList();
    }

    private static Download download(String slug, Track track, Rendition rendition, @Nullable String name) {
        return new Download(
                rendition.profile(),
                name,
                track.language(),
                Players.address(slug, track, rendition),
                rendition.contentType(),
                rendition.bytes(),
                track.asset().flatMap(asset -> asset.pages()).orElse(null));
    }

    private @Nullable Transcript transcript(List<Track> approved, String heard, Listening wanted) {
        var spoken = approved.stream()
                .filter(track -> track.kind() == TrackKind.TRANSCRIPT || track.kind() == TrackKind.SUBTITLE)
                .filter(track -> track.cues().isPresent())
                .min(Comparator.comparing((Track track) -> !track.language().equals(wanted.subtitles()))
                        .thenComparing(track -> !track.language().equals(heard))
                        .thenComparing(track -> !track.language().equals(wanted.pages()))
                        // What is written of another voice keeps the time of that one.
                        .thenComparing(track -> (track.kind() == TrackKind.TRANSCRIPT)
                                != track.language().equals(heard)))
                .orElse(null);
        return spoken == null ? null : transcript(spoken, wanted.millis());
    }

    private @Nullable Transcript transcript(Track track, long millis) {
        var counts = tracks.countCues(track, millis + 1);
        var total = (int) counts[0];
        if (total == 0) {
            return null;
        }
        var current = Math.max(0, (int) counts[1] - 1);
        var first = current / LINES * LINES;
        // One line more on either side says where the neighbouring runs are.
        var from = Math.max(0, first - 1);
        var lines = lines(tracks.cues(track, from, LINES + (first - from) + 1));
        var shown = lines.subList(first - from, Math.min(lines.size(), first - from + LINES));
        var later = first + LINES < total ? lines.get(lines.size() - 1).millis() : null;
        var earlier = first > 0 ? lines.get(0).millis() : null;
        return new Transcript(track.language(), shown, earlier, later);
    }

    /** Who speaks is said once, when it changes. */
    private static List<Transcript.Line> lines(List<Cue> cues) {
        var lines = new ArrayList<Transcript.Line>(cues.size());
        var before = "";
        for (var paragraph : Paragraph.of(cues)) {
            var speaker = paragraph.speaker() == null ? "" : paragraph.speaker();
            var named = speaker.equals(before) ? "" : speaker;
            for (var line : paragraph.lines()) {
                lines.add(new Transcript.Line(line.millis(), named, line.text(), line.language()));
                named = "";
            }
            before = speaker;
        }
        return lines;
    }
}
