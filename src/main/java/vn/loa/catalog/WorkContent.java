package vn.loa.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.WorkPage.Deed;

/**
 * What an editor writes of a product, as it stands.
 *
 * @param version that what they write is based on
 * @param draft whether it can be rewritten now
 * @param editor whether it is theirs to do so
 * @param revisable whether they can open a new revision of it, which is a draft
 * @param chapters of its newest revision
 * @param withdrawn consents that were withdrawn: they stay as they are
 * @param changed what was done to it last, and by whom; null when nothing is known
 * @param changedAt when it last took a step or was rewritten
 */
public record WorkContent(
        String slug,
        long version,
        boolean draft,
        boolean editor,
        boolean revisable,
        ProductContent content,
        List<Chapter> chapters,
        List<Consent> withdrawn,
        @Nullable Deed changed,
        Instant changedAt) {
    public WorkContent {
        chapters = List.copyOf(chapters);
        withdrawn = List.copyOf(withdrawn);
    }
}
