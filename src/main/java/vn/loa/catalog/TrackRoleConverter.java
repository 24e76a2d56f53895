package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link TrackRole} by its code. */
@Converter(autoApply = true)
public class TrackRoleConverter implements AttributeConverter<TrackRole, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TrackRole value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable TrackRole convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(TrackRole.class, code);
    }
}
