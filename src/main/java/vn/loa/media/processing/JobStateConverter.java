package vn.loa.media.processing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link JobState} by its code. */
@Converter(autoApply = true)
public class JobStateConverter implements AttributeConverter<JobState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JobState state) {
        return state == null ? null : state.code();
    }

    @Override
    public @Nullable JobState convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(JobState.class, code);
    }
}
