package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link TrackKind} by its code. */
@Converter(autoApply = true)
public class TrackKindConverter implements AttributeConverter<TrackKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TrackKind value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable TrackKind convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(TrackKind.class, code);
    }
}
