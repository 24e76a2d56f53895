package vn.loa.administration;

import java.time.LocalDate;

/**
 * When units begin and end whose table does not say.
 *
 * @param unitsFrom of units of today
 * @param formerFrom of those that are no more
 * @param formerUntil the first day on which those are no more
 */
public record UnitDays(LocalDate unitsFrom, LocalDate formerFrom, LocalDate formerUntil) {
    /** Those of the units of 2025 and of those before them, of which most had been there since 2004. */
    public static final UnitDays OF_2025 =
            new UnitDays(LocalDate.of(2025, 7, 1), LocalDate.of(2004, 7, 8), LocalDate.of(2025, 7, 1));
}
