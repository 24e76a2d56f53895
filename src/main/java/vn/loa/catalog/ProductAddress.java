package vn.loa.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * Where a public product is, for those who list everything.
 *
 * @param changedAt null while a new revision is worked on
 * @param film null unless it can be watched
 */
public record ProductAddress(
        String slug, @Nullable Instant changedAt, @Nullable Film film) {
    /**
     * What search engines want to know of a film.
     *
     * @param picture address of a JPEG from the root; a film without one cannot be listed
     * @param content address of a file that plays, from the root
     */
    public record Film(Texts title, Texts summary, String picture, String content, long seconds, Instant publishedAt) {}
}
