package vn.loa.programmes.log;

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

    Aired {
        seconds = outcome == AiredOutcome.MISSED ? 0 : seconds;
    }
}
