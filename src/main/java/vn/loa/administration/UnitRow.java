package vn.loa.administration;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Level;

/**
 * A unit as a table has it.
 *
 * @param name without its kind
 * @param parent code, perhaps with {@code @} and the day it began; empty at the top; null when the table does not say
 * @param from null when the table does not say
 * @param saysEnd whether the table says until when, be it that there is no end yet
 * @param former whether the table lists it as one that is no more
 * @param successors as {@code parent}
 * @param saysSuccessors whether these are all that it has become; otherwise it has become these, too
 */
record UnitRow(
        int line,
        String code,
        String name,
        String kind,
        Level level,
        @Nullable String parent,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean saysEnd,
        boolean former,
        List<String> successors,
        boolean saysSuccessors) {
    UnitRow {
        successors = List.copyOf(successors);
    }

    /** One that is no more, of which the table does not say when it was, nor as yet what it has become. */
    static UnitRow former(int line, String code, String name, String kind, Level level, @Nullable String parent) {
        return new UnitRow(line, code, name, kind, level, parent, null, null, false, true, List.of(), false);
    }

    /** The same with what it has become. */
    UnitRow becoming(List<String> next) {
        return new UnitRow(line, code, name, kind, level, parent, from, to, saysEnd, former, next, saysSuccessors);
    }
}
