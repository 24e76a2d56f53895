package vn.loa.programmes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/** A slot that comes every week. @param ends the first moment that is not of it */
public record SlotTime(DayOfWeek day, LocalTime begins, LocalTime ends) implements Comparable<SlotTime> {
    Slot on(LocalDate date) {
        return new Slot(date, begins, ends);
    }

    /** Whether both are on air at once. */
    public boolean overlaps(SlotTime other) {
        return day == other.day && begins.isBefore(other.ends) && other.begins.isBefore(ends);
    }

    @Override
    public int compareTo(SlotTime other) {
        var byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : begins.compareTo(other.begins);
    }
}
