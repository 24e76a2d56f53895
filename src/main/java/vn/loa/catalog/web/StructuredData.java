package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Collectors;
import vn.loa.catalog.Player;
import vn.loa.catalog.ProductPage;
import vn.loa.common.Jsons;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;

/** Says what a product is in the words of schema.org. */
@RequestScoped
public class StructuredData {
    @Inject
    private Visit visit;

    @Inject
    private Taxonomies taxonomies;

    /** JSON-LD that can stand in a script element: it has no {@code <}, {@code >} or {@code &}. */
    public String of(ProductPage page) {
        var card = page.card();
        var thing = Jsons.object()
                .add("@context", "https://schema.org")
                .add("@type", type(page))
                .add("name", visit.of(card.title()))
                .add("description", visit.of(card.summary()))
                .add("url", visit.absolute("/san-pham/" + card.slug()))
                .add(
                        page.player() == null ? "datePublished" : "uploadDate",
                        card.publishedAt().toString())
                .add("isAccessibleForFree", true)
                .add("genre", visit.of(card.genreLabel()));
        page.picture().ifPresent(picture -> thing.add(thumbnailName(page), visit.absolute(picture.url())));
        if (page.agency() != null) {
            thing.add("publisher", Jsons.object().add("@type", "Organization").add("name", visit.of(page.agency())));
        }
        if (page.player() != null) {
            media(thing, page.player());
            thing.add("embedUrl", visit.absolute(Addresses.EMBEDS + "/" + card.slug()));
            transcript(thing, page);
            clips(thing, page);
        }
        return thing.build()
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private static String type(ProductPage page) {
        if (page.player() != null) {
            return page.player().video() ? "VideoObject" : "AudioObject";
        }
        return switch (page.card().medium()) {
            case TEXT -> "Article";
            case PRINT -> "DigitalDocument";
            case AUDIO, VIDEO -> "CreativeWork";
        };
    }

    private static String thumbnailName(ProductPage page) {
        return page.player() == null ? "image" : "thumbnailUrl";
    }

    private void media(JsonObjectBuilder thing, Player player) {
        taxonomies.language(player.language()).ifPresent(language -> thing.add("inLanguage", language.bcp47()));
        thing.add("contentUrl", visit.absolute(player.source().url()))
                .add("encodingFormat", player.source().contentType())
                .add("contentSize", String.valueOf(player.source().bytes()));
        if (player.duration() != null) {
            thing.add("duration", "PT" + player.seconds() + "S");
        }
    }

    /** Only a whole one, in the language that is heard. Light pages do without: all of it stands on them once already. */
    private void transcript(JsonObjectBuilder thing, ProductPage page) {
        var said = page.transcript();
        var player = page.player();
        if (said != null
                && player != null
                && !visit.isLight()
                && said.language().equals(player.language())
                && said.earlier() == null
                && said.later() == null) {
            thing.add(
                    "transcript",
                    said.lines().stream()
                            .map(line -> line.speaker().isEmpty() ? line.text() : line.speaker() + ": " + line.text())
                            .collect(Collectors.joining("\n")));
        }
    }

    /** Search engines lead people right to a chapter. */
    private void clips(JsonObjectBuilder thing, ProductPage page) {
        var clips = Jsons.array();
        for (var i = 0; i < page.chapters().size(); i++) {
            var chapter = page.chapters().get(i);
            var seconds = chapter.millis() / 1000;
            var clip = Jsons.object()
                    .add("@type", "Clip")
                    .add("name", visit.of(chapter.title()))
                    .add("startOffset", chapter.millis() / 1000.0)
                    .add("url", visit.absolute("/san-pham/" + page.card().slug() + "?t=" + seconds));
            if (i + 1 < page.chapters().size()) {
                clip.add("endOffset", page.chapters().get(i + 1).millis() / 1000.0);
            } else if (page.player() != null && page.player().duration() != null) {
                clip.add("endOffset", page.player().duration().toMillis() / 1000.0);
            }
            clips.add(clip);
        }
        if (!page.chapters().isEmpty()) {
            thing.add("hasPart", clips);
        }
    }
}
