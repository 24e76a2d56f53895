package vn.loa.programmes;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.loa.common.TimeSource;

/**
 * A week of ISO 8601, from Monday to Sunday.
 *
 * @param monday its first day
 */
public record Week(LocalDate monday) implements Comparable<Week> {
    private static final int DAYS = 7;
    private static final Pattern CODE = Pattern.compile("(20[0-9]{2}|21[0-9]{2})-W([0-5][0-9])");

    public Week {
        if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException(monday + " is no Monday");
        }
    }

    /** The one that this day is in. */
    public static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The one that is now in Vietnam. */
    public static Week now(Clock clock) {
        return of(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE));
    }

    /** As {@link #code} writes it; empty for what is no week. */
    public static Optional<Week> find(String code) {
        var parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var week = of(LocalDate.of(Integer.parseInt(parts.group(1)), 1, 4))
                    .plus(Integer.parseInt(parts.group(2)) - 1L);
            return Optional.of(week).filter(found -> found.code().equals(code));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code 2026-W48}. */
    public String code() {
        return "%04d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** The number within its year. */
    public int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public Week plus(long weeks) {
        return new Week(monday.plusWeeks(weeks));
    }

    /** The first moment that is in it. */
    public Instant starts() {
        return monday.atStartOfDay(TimeSource.ZONE).toInstant();
    }

    public LocalDate sunday() {
        return monday.plusDays(DAYS - 1L);
    }

    /** The first of its days that is not over: what was planned before needs nobody any more. The first of all where today is not in it. */
    public LocalDate ahead(LocalDate today) {
        return contains(today) ? today : monday;
    }

    public List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(monday::plusDays).toList();
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && !day.isAfter(sunday());
    }

    @Override
    public int compareTo(Week other) {
        return monday.compareTo(other.monday);
    }
}
