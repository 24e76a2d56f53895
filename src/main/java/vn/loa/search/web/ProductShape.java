package vn.loa.search.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Texts;

/**
 * A product as the API lists it; the whole of it is at {@code /products/{slug}}.
 *
 * @param url of its page, from the root
 * @param durationSeconds of its longest recording; null without one
 * @param dubs languages it can be heard in
 * @param subtitles languages it has subtitles in
 */
public record ProductShape(
        String slug,
        String genre,
        Texts title,
        Texts summary,
        String url,
        Instant publishedAt,
        boolean sample,
        @Nullable Long durationSeconds,
        List<String> dubs,
        List<String> subtitles) {
    static ProductShape of(ProductCard card) {
        var duration = card.duration();
        return new ProductShape(
                card.slug(),
                card.genre(),
                card.title(),
                card.summary(),
                "/san-pham/" + card.slug(),
                card.publishedAt(),
                card.sample(),
                duration == null ? null : duration.toSeconds(),
                card.dubs(),
                card.subtitles());
    }
}
