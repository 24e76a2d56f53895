package vn.loa.programmes.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import vn.loa.common.TimeSource;

/** Some days by the clock of Vietnam. @param first the first day @param last the last day */
public record LogDays(LocalDate first, LocalDate last) {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    /** All of a month. */
    public static LogDays of(YearMonth month) {
        return new LogDays(month.atDay(1), month.atEndOfMonth());
    }

    /** As {@code 2026-11}; empty for what is none, or beyond all logs. */
    public static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Whether a day is one of them, and not the last. */
    boolean isBeforeLast(LocalDate day) {
        return !day.isBefore(first) && day.isBefore(last);
    }

    /** One more at both ends: what was planned around midnight may be heard on the day before, and what is late on the day after. */
    public LogDays around() {
        return new LogDays(first.minusDays(1), last.plusDays(1));
    }

    /** The first moment that is in them. */
    public Instant from() {
        return first.atStartOfDay(TimeSource.ZONE).toInstant();
    }

    /** The first moment that is not in them. */
    public Instant to() {
        return last.plusDays(1).atStartOfDay(TimeSource.ZONE).toInstant();
    }
}
