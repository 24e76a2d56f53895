package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link TrackState} by its code. */
@Converter(autoApply = true)
public class TrackStateConverter implements AttributeConverter<TrackState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TrackState value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable TrackState convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(TrackState.class, code);
    }
}
