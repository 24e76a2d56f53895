package vn.loa.programmes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Schedule} as JSON. */
@Converter(autoApply = true)
public class ScheduleConverter implements AttributeConverter<Schedule, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Schedule schedule) {
        return schedule == null ? null : schedule.toJson();
    }

    @Override
    public @Nullable Schedule convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : Schedule.parse(json);
    }
}
