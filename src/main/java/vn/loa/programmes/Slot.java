package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A stretch of one day in which a station is on air, in the time of Vietnam.
 *
 * @param ends the first moment that is not of it, on the same day
 */
public record Slot(LocalDate day, LocalTime begins, LocalTime ends) {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    public Slot {
        if (!begins.isBefore(ends)) {
            throw new IllegalArgumentException("A slot ends after it begins: " + begins + "–" + ends);
        }
    }

    public LocalDateTime start() {
        return day.atTime(begins);
    }

    public LocalDateTime end() {
        return day.atTime(ends);
    }

    public int seconds() {
        return (int) Duration.between(begins, ends).toSeconds();
    }

    public boolean contains(LocalDateTime moment) {
        return !moment.isBefore(start()) && moment.isBefore(end());
    }

    /** Names it in addresses: {@code 2026-11-23-0500}. */
    public String name() {
        return NAME.format(start());
    }
}
