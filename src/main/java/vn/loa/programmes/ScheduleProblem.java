package vn.loa.programmes;

import java.time.LocalDateTime;
import vn.loa.common.Coded;

/**
 * Something about a programme that somebody should know before it is saved or published.
 *
 * @param at when it shows
 * @param product id of the work that it is about; 0 when it is about none
 * @param language code of the language that it is about; empty when it is about none
 * @param seconds by how much; of shares, percent
 */
public record ScheduleProblem(Kind kind, LocalDateTime at, long product, String language, long seconds) {
    /** What it is. */
    public enum Kind implements Coded {
        /** Two things at once. */
        OVERLAP(true),
        /** Something goes on after the end of its slot. */
        OVERRUN(true),
        /** Something begins when the station is not on air, and is not urgent. */
        OUTSIDE(true),
        /** Nobody may hear it any more, or there is no file for stations: it is left out. */
        UNPLAYABLE(false),
        /** The file is longer than it was when it was planned. */
        LONGER(false),
        /** It is heard again sooner than the rule allows. */
        REPEATED(false),
        /** Nothing is planned for the end, or for the whole, of a slot. */
        EMPTY(false),
        /** A language is heard much less than it should be. */
        SHARE(false);

        private final boolean error;

        Kind(boolean error) {
            this.error = error;
        }

        /** Whether it is not to be saved so. */
        public boolean isError() {
            return error;
        }
    }

    public boolean isError() {
        return kind.isError();
    }
}
