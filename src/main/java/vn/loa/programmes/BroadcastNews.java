package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.loa.editorial.ContentRevision;

/** Calls pages in memory out of date when the log has changed since it did so last. */
@ApplicationScoped
@Transactional
public class BroadcastNews {
    @Inject
    private Broadcasts broadcasts;

    @Inject
    private ContentRevision content;

    /** @return whether there was anything new */
    public boolean tell() {
        var isNew = broadcasts.takeUntold();
        if (isNew) {
            content.advance();
        }
        return isNew;
    }
}
