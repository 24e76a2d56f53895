package vn.loa.programmes.log;

import java.time.Duration;
import java.time.Instant;

/**
 * What was aired when, as an entry of the log says it.
 *
 * @param product id of the work
 * @param language code of the one that was heard
 * @param seconds how long it was heard; 0 when nobody knows, or it was not
 * @param note what else is to be known: evidence, which loudspeakers, why it was not heard
 */
record Aired(long product, String language, Instant at, int seconds, AiredOutcome outcome, String note) {
    /** In seconds. */
    static final int LONGEST = 86_400;

    /** Tables name minutes, so that what followed at once may seem to have begun so many seconds too early. */
    private static final int WITHIN_MINUTE = 60;

    Aired {
        seconds = outcome == AiredOutcome.MISSED ? 0 : seconds;
    }

    /** The same, begun at another moment. */
    Aired begun(Instant moment) {
        return new Aired(product, language, moment, seconds, outcome, note);
    }

    /** Whether both cannot be heard at one station because they are not the same: for more than a minute, or for half of the shorter one. */
    boolean collides(Aired other) {
        if (product == other.product && language.equals(other.language)
                || outcome == AiredOutcome.MISSED
                || other.outcome == AiredOutcome.MISSED) {
            return false;
        }
        var begins = at.isAfter(other.at) ? at : other.at;
        var ends = end().isBefore(other.end()) ? end() : other.end();
        var both = Duration.between(begins, ends).toSeconds();
        return both > Math.min(WITHIN_MINUTE, Math.min(seconds, other.seconds) / 2);
    }

    private Instant end() {
        return at.plusSeconds(seconds);
    }

    /** Whether both cannot be heard at one station: loudspeakers play one thing at a time, and the same work one time. */
    boolean overlaps(Aired other) {
        if (product != other.product
                || !language.equals(other.language)
                || outcome == AiredOutcome.MISSED
                || other.outcome == AiredOutcome.MISSED) {
            return false;
        }
        var first = at.isAfter(other.at) ? other : this;
        var later = at.isAfter(other.at) ? this : other;
        var sure = first.seconds - Math.min(WITHIN_MINUTE, first.seconds / 2);
        return first.at.plusSeconds(Math.max(1, sure)).isAfter(later.at);
    }
}
