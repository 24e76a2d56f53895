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
        List<String> successors) {
    UnitRow {
        successors = List.copyOf(successors);
    }
}
