package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditEntry;
import vn.loa.accounts.AuditTrail;
import vn.loa.catalog.PlanReferences.Promised;
import vn.loa.catalog.ProductCard.Poster;
import vn.loa.catalog.TranslatedWords.Words;
import vn.loa.catalog.WorkPage.Caption;
import vn.loa.catalog.WorkPage.Deed;
import vn.loa.catalog.WorkPage.Said;
import vn.loa.catalog.WorkPage.Unwritten;
import vn.loa.catalog.WorkPage.WorkTrack;
import vn.loa.catalog.WorkPage.Written;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.media.MediaAsset;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;

/** Reads what the back office shows of one product. The number of statements does not grow with its tracks. */
@ApplicationScoped
@Transactional
@Reading
public class WorkPages {
    private static final int DEEDS = 8;

    /** Pixels of a picture that stands for a film here. */
    private static final int POSTER = 960;

    /** Deeds whose note is what somebody wrote to others; what the portal notes otherwise is a code. */
    private static final Set<String> SAID = Set.of("return", "withdraw", "reject-track");

    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    @Inject
    private WorkTracks tracks;

    @Inject
    private TranslatedWords words;

    @Inject
    private Accounts accounts;

    @Inject
    private Assignments assignments;

    @Inject
    private SubtitleSheets sheets;

    @Inject
    private Languages languages;

    @Inject
    private AuditTrail audit;

    @Inject
    private PlanReferences plans;

    @Inject
    private OwnDrafts own;

    /** Empty when there is, for them, no such product. */
    public Optional<WorkPage> find(String slug, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> page(product, by));
    }

    private WorkPage page(Product product, Actor by) {
        var known = languages.all().stream().collect(Collectors.toMap(Language::code, language -> language));
        var labels = known.values().stream().collect(Collectors.toMap(Language::code, Language::label));
        var all = tracks.of(product);
        var entries = audit.latest(product.kind().code(), product.requireId(), 0, DEEDS);
        var begun = sheets.begun(product).stream().map(SubtitleSheet::language).collect(Collectors.toSet());
        var names = accounts.displayNames(Stream.concat(
                        entries.stream().map(AuditEntry::actor),
                        all.stream().flatMap(track -> track.reviewer().stream()))
                .collect(Collectors.toSet()));
        return new WorkPage(
                working.show(product),
                product.current().genre().label(),
                ProductPolicy.mayEdit(by, product),
                ProductPolicy.mayKeepConsents(by, product),
                ProductPolicy.mayEdit(by, product),
                ProductPolicy.mayPress(by, product),
                ProductPolicy.mayAssign(by, product),
                assignments.of(product.requireId()).orElse(null),
                own.acts(by, product),
                Readiness.of(product, labels),
                tracks(product, all, known, names, by),
                entries.stream().map(entry -> deed(entry, names)).toList(),
                product.published().isPresent(),
                ProductPolicy.mayEdit(by, product) ? unwritten(all, known, begun) : List.of(),
                languages(product, all, known, begun, by),
                written(product.current(), known),
                TakeBackReview.last(all, entries, by).map(Track::requireId).orElse(null));
    }

    /** In the order of the languages. */
    private static List<Written> written(ProductRevision revision, Map<String, Language> known) {
        return known.values().stream()
                .sorted(Comparator.comparing(Language::position))
                .map(language -> new Written(
                        language.label(),
                        language.bcp47(),
                        revision.title().exactly(language.code()).orElse(""),
                        revision.summary().exactly(language.code()).orElse(""),
                        revision.body().exactly(language.code()).orElse("")))
                .filter(Written::isMore)
                .toList();
    }

    private LanguageMatrix.Demand demand(ProductRevision revision) {
        var promised = revision.deliverable()
                .map(key -> plans.languages(Set.of(key)).getOrDefault(key, Promised.NOTHING))
                .orElse(Promised.NOTHING);
        return new LanguageMatrix.Demand(revision.genre().medium(), promised);
    }

    private LanguageMatrix languages(
            Product product, List<Track> all, Map<String, Language> known, Set<String> begun, Actor by) {
        var inOrder = known.values().stream()
                .sorted(Comparator.comparing(Language::position))
                .toList();
        return LanguageMatrix.of(
                product.slug(),
                product.current().title(),
                product.current().summary(),
                demand(product.current()),
                all.stream().map(LanguageMatrix.Fact::of).toList(),
                begun,
                inOrder,
                LanguageMatrices.mine(by, inOrder));
    }

    private static List<Unwritten> unwritten(List<Track> all, Map<String, Language> known, Set<String> begun) {
        var read = all.stream()
                .filter(track -> track.kind() == TrackKind.SUBTITLE)
                .map(Track::language)
                .collect(Collectors.toSet());
        // What is only read has no subtitles.
        return all.stream().noneMatch(track -> track.isFilm() || track.isOriginalSound() || track.isDub())
                        && begun.isEmpty()
                ? List.of()
                : known.values().stream()
                        .filter(Language::isContent)
                        .filter(language -> begun.contains(language.code()) || !read.contains(language.code()))
                        .sorted(Comparator.comparing(Language::position))
                        .map(language ->
                                new Unwritten(language.code(), language.label(), begun.contains(language.code())))
                        .toList();
    }

    static Deed deed(AuditEntry entry, Map<String, String> names) {
        var who = names.get(entry.actor());
        return new Deed(
                entry.action(),
                who,
                entry.at(),
                who != null && SAID.contains(entry.action()) ? TrackNote.said(entry.action(), entry.note()) : null,
                TrackNote.of(entry.action(), entry.note()).orElse(null));
    }

    private List<WorkTrack> tracks(
            Product product, List<Track> all, Map<String, Language> known, Map<String, String> names, Actor by) {
        var judged = all.stream()
                .filter(track -> track.cues().isPresent() && ProductPolicy.mayReview(by, track))
                .toList();
        var said = words.of(all, judged);
        var statuses = working.statuses(all);
        return IntStream.range(0, all.size())
                .mapToObj(i -> track(
                        product,
                        all.get(i),
                        statuses.get(i),
                        known,
                        names,
                        said.getOrDefault(all.get(i).requireId(), Words.NONE),
                        by))
                .toList();
    }

    private static WorkTrack track(
            Product product,
            Track track,
            TrackStatus status,
            Map<String, Language> known,
            Map<String, String> names,
            Words words,
            Actor by) {
        var language = known.get(track.language());
        var heard = track.kind().isWritten() ? soundOf(product, track.language()) : Optional.of(track);
        var isPlayed = isPlayed(track, by);
        var played = isPlayed ? heard.flatMap(WorkPages::played) : Optional.<Rendition>empty();
        var source = words.source();
        return new WorkTrack(
                words.missing() == null ? status : status.with(words.missing()),
                label(language, track.language()),
                tag(language, track.language()),
                ProductPolicy.mayReview(by, track),
                track.reviewer().map(names::get).orElse(null),
                played.map(file ->
                                file.address(product.slug(), heard.orElseThrow().language()))
                        .orElse(null),
                played.filter(file -> file.contentType().startsWith("video/")).isPresent(),
                heard.flatMap(with -> poster(product, with)).orElse(null),
                captions(product, track, known),
                isPlayed ? null : heard.map(Track::requireId).orElse(null),
                words.lines(),
                source == null ? null : tag(known.get(source.language()), source.language()),
                words.cut(),
                SubtitleDrafts.isWritten(track),
                SubtitleDrafts.isWritten(track) && track.replaces().isPresent(),
                track.asset().map(MediaAsset::originalName).orElse(null),
                track.asset().map(MediaAsset::createdAt).orElse(null),
                track.alt().asMap().entrySet().stream()
                        .map(said -> new Said(
                                label(known.get(said.getKey()), said.getKey()),
                                tag(known.get(said.getKey()), said.getKey()),
                                said.getValue()))
                        .toList());
    }

    private static Texts label(@Nullable Language language, String code) {
        return language == null ? Texts.of(Texts.FALLBACK, code) : language.label();
    }

    private static String tag(@Nullable Language language, String code) {
        return language == null ? code : language.bcp47();
    }

    /** What subtitles go with: the film where there is one, else what is said in their own language, else the original. */
    static Optional<Track> soundOf(Product product, String language) {
        return Films.of(product.tracks())
                .or(() -> newest(
                        product, track -> track.isDub() && track.language().equals(language)))
                .or(() -> newest(product, Track::isOriginalSound));
    }

    private static Optional<Track> newest(Product product, Predicate<Track> these) {
        return product.tracks().stream()
                .filter(track -> track.state() != TrackState.REJECTED)
                .filter(these)
                .reduce((older, newer) -> newer);
    }

    /** Of what a browser plays, a film as it looks on a phone, a sound as every phone plays it; the master while nothing else is there. */
    static Optional<Rendition> played(Track track) {
        var wanted = track.kind() == TrackKind.VIDEO ? Players.FILM : Players.SOUND;
        return track.files()
                .filter(file -> Players.isPlayed(file)
                        && (track.kind() != TrackKind.VIDEO
                                || file.contentType().startsWith("video/")))
                .min(Comparator.comparing((Rendition file) -> !wanted.contains(file.profile()))
                        .thenComparing(file -> wanted.indexOf(file.profile()))
                        .thenComparing(Rendition::bytes));
    }

    /** What is read along is played where it is judged or mended; others find it with what it goes with. */
    private static boolean isPlayed(Track track, Actor by) {
        return !track.kind().isWritten() || ProductPolicy.mayReview(by, track) || track.state() == TrackState.REJECTED;
    }

    /** Of its own pictures, the smallest that fills a page of the back office; else one of the work's. */
    private static Optional<String> poster(Product product, Track film) {
        return Stream.of(List.of(film), product.tracks())
                .map(tracks -> Pictures.posters(product.slug(), tracks))
                .flatMap(List::stream)
                .filter(poster -> poster.contentType().equals("image/jpeg"))
                .max(Comparator.comparing((Poster poster) -> poster.width() <= POSTER)
                        .thenComparing(Poster::width))
                .map(Poster::url);
    }

    /** Its own, or of a film all that can be read along with it. */
    private static List<Caption> captions(Product product, Track track, Map<String, Language> known) {
        if (track.kind() == TrackKind.SUBTITLE) {
            return caption(product, track, known, true).toList();
        }
        return track.kind() == TrackKind.VIDEO
                ? product.tracks().stream()
                        .filter(other -> other.kind() == TrackKind.SUBTITLE && other.state() != TrackState.REJECTED)
                        .flatMap(other -> caption(product, other, known, false))
                        .toList()
                : List.of();
    }

    private static Stream<Caption> caption(Product product, Track track, Map<String, Language> known, boolean shown) {
        var language = known.get(track.language());
        return track.files()
                .filter(file -> file.contentType().startsWith("text/vtt"))
                .limit(1)
                .map(file -> new Caption(
                        file.address(product.slug(), track.language()),
                        label(language, track.language()),
                        tag(language, track.language()),
                        shown));
    }
}
