package vn.loa.search.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Priority;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductDescription;
import vn.loa.catalog.UrgentProducts.UrgentProduct;
import vn.loa.common.Texts;

/**
 * A product as the API lists it; the whole of it is at {@code /products/{slug}}.
 *
 * @param url of its page, from the root
 * @param plan address of the public plan that it answers
 * @param deliverable key of the promise that it fulfils
 * @param priority how much it presses: normal, important, urgent
 * @param priorityUntil until when it does; null of what is normal
 * @param durationSeconds of its longest recording; null without one
 * @param smallestBytes the least data for which one can listen to, watch or read the original; null for a text on the page itself
 * @param languages in which one can hear, watch or read it
 * @param dubs languages it can be heard in
 * @param subtitles languages it has subtitles in
 * @param posters smallest first
 */
public record ProductShape(
        String slug,
        String genre,
        Texts title,
        Texts summary,
        List<String> topics,
        List<String> audiences,
        List<String> localities,
        @Nullable String agency,
        int year,
        boolean replay,
        @Nullable String plan,
        @Nullable String deliverable,
        String url,
        Instant publishedAt,
        String priority,
        @Nullable Instant priorityUntil,
        boolean sample,
        @Nullable Long durationSeconds,
        @Nullable Long smallestBytes,
        List<String> languages,
        List<String> dubs,
        List<String> subtitles,
        List<Picture> posters) {
    /**
     * One size and format of its picture.
     *
     * @param url from the root; what is behind it never changes
     */
    public record Picture(String url, String type, int width, int height, long bytes) {
        private static Picture of(ProductCard.Poster poster) {
            return new Picture(poster.url(), poster.contentType(), poster.width(), poster.height(), poster.bytes());
        }
    }

    static ProductShape of(ProductCard card, ProductDescription description, Optional<UrgentProduct> pressing) {
        var duration = card.duration();
        return new ProductShape(
                card.slug(),
                card.genre(),
                card.title(),
                card.summary(),
                description.topics(),
                description.audiences(),
                description.localities(),
                description.agency(),
                description.year(),
                description.replay(),
                description.plan(),
                description.deliverable(),
                "/san-pham/" + card.slug(),
                card.publishedAt(),
                pressing.map(UrgentProduct::priority).orElse(Priority.NORMAL).code(),
                pressing.map(UrgentProduct::until).orElse(null),
                card.sample(),
                duration == null ? null : duration.toSeconds(),
                card.smallestBytes() == 0 ? null : card.smallestBytes(),
                card.languages(),
                card.dubs(),
                card.subtitles(),
                card.posters().stream().map(Picture::of).toList());
    }
}
