package vn.loa.media;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds how many connections readers keep open between two reads: one phone on a slow line takes minutes for a window, and there may be
 * hundreds. Whoever has read nothing for longest gives its connection up.
 */
final class OpenStreams {
    private final int most;
    private final Set<S3Content> byUse = new LinkedHashSet<>();

    OpenStreams(int most) {
        this.most = most;
    }

    /** A reader is about to read. */
    void used(S3Content reader) {
        for (var resting : usedAndTooMany(reader)) {
            resting.rest();
        }
    }

    private synchronized List<S3Content> usedAndTooMany(S3Content reader) {
        byUse.remove(reader);
        byUse.add(reader);
        var tooMany = new ArrayList<S3Content>();
        for (var oldest = byUse.iterator(); byUse.size() > most; ) {
            tooMany.add(oldest.next());
            oldest.remove();
        }
        return tooMany;
    }

    /** A reader reads no more. */
    synchronized void forget(S3Content reader) {
        byUse.remove(reader);
    }
}
