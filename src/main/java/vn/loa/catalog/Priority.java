package vn.loa.catalog;

import java.time.Duration;
import java.time.Instant;
import vn.loa.common.Coded;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;

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

    /** @throws TransitionRefused when that is not ahead, or too far */
    void requireUntil(Instant until, Instant now) {
        if (!until.isAfter(now)) {
            throw new TransitionRefused(Reason.NOT_IN_THE_FUTURE, "It must press until a moment that lies ahead");
        }
        if (until.isAfter(now.plus(longest))) {
            throw new TransitionRefused(
                    Reason.TOO_LONG, "It may press for at most " + longest.toDays() + " days; say so anew then");
        }
    }
}
