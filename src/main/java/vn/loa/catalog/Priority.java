package vn.loa.catalog;

import java.time.Duration;
import vn.loa.common.Coded;

/** How much a product presses: thường, ưu tiên, khẩn cấp. What presses does so for a while, never for ever. */
public enum Priority implements Coded {
    NORMAL(Duration.ZERO),
    /** First in lists of what is new. */
    IMPORTANT(Duration.ofDays(30)),
    /** Said on top of every page, besides. */
    URGENT(Duration.ofDays(7));

    private final Duration longest;

    Priority(Duration longest) {
        this.longest = longest;
    }

    /** For how long from now on it may be said to be so; it can be said anew. */
    public Duration longest() {
        return longest;
    }
}
