package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * What was saved of a product, a page of it.
 *
 * @param version that it has now
 * @param published number of the revision that the public sees, or saw last; 0 when there is none
 * @param shown id of what was saved that this revision says; 0 when it is not known
 * @param online whether the public sees it now
 * @param restorable whether somebody may bring back what was saved
 * @param more whether there is a further page
 */
public record History(
        String slug,
        long version,
        Texts title,
        int published,
        long shown,
        boolean online,
        boolean restorable,
        List<Saved> saved,
        boolean more) {
    static final int SIZE = 30;

    public History {
        saved = List.copyOf(saved);
    }

    /**
     * @param revision number of the revision that was written
     * @param content what it said then
     * @param who the name by which people know them; null when it was a part of the portal
     */
    public record Saved(
            long id,
            int revision,
            Instant at,
            ProductContent content,
            @Nullable String who) {}
}
