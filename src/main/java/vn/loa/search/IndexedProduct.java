package vn.loa.search;

import static vn.loa.catalog.TrackKind.AUDIO;
import static vn.loa.catalog.TrackKind.SUBTITLE;
import static vn.loa.catalog.TrackKind.VIDEO;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.NewestTracks;
import vn.loa.catalog.Product;
import vn.loa.catalog.ProductRevision;
import vn.loa.catalog.Track;
import vn.loa.catalog.TrackKind;
import vn.loa.common.RichText;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;

/** A public product as the index holds it. */
final class IndexedProduct {
    /** What is said of somebody beside the name. */
    private static final Pattern BRACKETED = Pattern.compile("\\([^)]*\\)");

    private IndexedProduct() {}

    static JsonObject of(Subject subject, Product product, ProductRevision content, String revision) {
        var tracks = NewestTracks.of(product.tracks());
        var document = new IndexDocument(subject, product.slug(), revision)
                .words("title", "title_other", content.title())
                .words("summary", "other", content.summary())
                .code("genre", content.genre().code())
                .codes("language", content.languages(tracks))
                .codes("dub", languagesOf(tracks, EnumSet.of(AUDIO, VIDEO)))
                .codes("subtitle", languagesOf(tracks, EnumSet.of(SUBTITLE)))
                .codes("topic", topics(content))
                .codes(
                        "audience",
                        content.audiences().stream().map(Audience::code).toList())
                .codes("locality", LocalityNames.around(content.localities()))
                .number("year", content.year());
        content.deliverable().ifPresent(key -> document.code("deliverable", key));
        product.publication().publishedAt().ifPresent(moment -> document.moment("publishedAt", moment));
        content.title().asMap().values().forEach(title -> document.words("suggestion", title));
        content.body()
                .asMap()
                .forEach((language, html) ->
                        document.words(language.equals(Texts.FALLBACK) ? "body" : "other", RichText.plain(html)));
        spoken(document, tracks);
        names(document, content);
        var imprint = Imprint.of(content.agency().map(Agency::name).stream().toList());
        IndexedParts.texts(tracks, imprint).forEach(text -> document.words("written", text));
        return document.holding(Stream.concat(
                                IndexedParts.cues(subject, revision, tracks).stream(),
                                IndexedParts.pages(subject, revision, product.slug(), tracks, imprint).stream())
                        .toList())
                .build();
    }

    private static Set<String> languagesOf(List<Track> tracks, Set<TrackKind> kinds) {
        return tracks.stream()
                .filter(track -> kinds.contains(track.kind()))
                .map(Track::language)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> topics(ProductRevision content) {
        var codes = new LinkedHashSet<String>();
        for (var topic : content.topics()) {
            for (var next = java.util.Optional.of(topic);
                    next.isPresent();
                    next = next.get().parent()) {
                codes.add(next.get().code());
            }
        }
        return codes;
    }

    private static void spoken(IndexDocument document, List<Track> tracks) {
        IndexedParts.spokenWords(tracks)
                .forEach(
                        (language, text) -> document.words(language.equals(Texts.FALLBACK) ? "spoken" : "other", text));
    }

    private static void names(IndexDocument document, ProductRevision content) {
        document.named("names", content.genre().label());
        content.topics().stream().map(Topic::label).forEach(label -> document.named("names", label));
        content.audiences().stream().map(Audience::label).forEach(label -> document.named("names", label));
        content.localities().stream().map(Locality::label).forEach(label -> document.named("names", label));
        LocalityNames.labelsAround(content.localities()).forEach(label -> document.named("around", label));
        content.credits().forEach(credit -> {
            var name = BRACKETED.matcher(credit.name()).replaceAll("").strip();
            document.words("people", name).words("labels", name);
        });
        content.agency().ifPresent(agency -> document.named("agency", agency.name()));
    }
}
