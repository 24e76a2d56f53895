package vn.loa.programmes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a station does not follow its weekday.
 *
 * @param as the weekday whose slots it has instead; null for a day without any
 */
public record Holiday(LocalDate day, String name, @Nullable DayOfWeek as) {
    public Optional<DayOfWeek> weekday() {
        return Optional.ofNullable(as);
    }

    public boolean isSilent() {
        return as == null;
    }
}
