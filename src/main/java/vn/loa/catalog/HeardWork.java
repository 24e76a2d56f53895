package vn.loa.catalog;

import java.time.Instant;
import java.util.Set;
import vn.loa.common.Texts;

/**
 * A work that may have been heard by anybody: it is public, or was once.
 *
 * @param product id
 * @param title when it was public last
 * @param genre what its kind is called
 * @param online whether it is public now
 * @param since when it was public first
 * @param languages codes of those in which it has, or is to have, a voice
 */
public record HeardWork(
        long product, String slug, Texts title, Texts genre, boolean online, Instant since, Set<String> languages) {
    public HeardWork {
        languages = Set.copyOf(languages);
    }
}
