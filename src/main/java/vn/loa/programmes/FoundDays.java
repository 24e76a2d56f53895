package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.List;
import vn.loa.common.Coded;
import vn.loa.common.Texts;
import vn.loa.programmes.PublicProgrammes.Span;

/** What there is of some days of a station. */
public sealed interface FoundDays {
    /** Why something that is planned cannot be played. */
    enum Silence implements Coded {
        /** Nobody may hear the work any more. */
        WITHDRAWN,
        /** It has no approved voice in the language. */
        NO_VOICE,
        /** The file for stations is not made, or not yet. */
        NO_FILE,
        /** No slot has room for it: slots, or the lengths of what is played, have changed since it was published. */
        NO_ROOM
    }

    /** Something that cannot be played. @param title as it was when it was public last */
    record Lost(LocalDateTime at, Texts title, String language, Silence why) {}

    /** Everybody sees no programme of any of them, or nothing is played in them. */
    record Nothing() implements FoundDays {}

    /** Of some, but not of these weeks. */
    record Missing(List<Week> weeks) implements FoundDays {
        public Missing {
            weeks = List.copyOf(weeks);
        }
    }

    /** There are programmes, but not everything in them can be played. */
    record Incomplete(List<Lost> lost) implements FoundDays {
        public Incomplete {
            lost = List.copyOf(lost);
        }
    }

    /**
     * All of it can be played, but for what no slot has room for.
     *
     * @param span says when the newest of its editions was made, and the greatest of their numbers
     * @param editions tells these editions from others
     * @param left what no slot has room for, in order: nobody hears it
     */
    record Whole(Span span, String editions, List<Lost> left) implements FoundDays {
        public Whole {
            left = List.copyOf(left);
        }
    }
}
