package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a {@link TrackRole} by its code. */
@Converter(autoApply = true)
public class TrackRoleConverter implements AttributeConverter<TrackRole, String> {
    @Override
    public String convertToDatabaseColumn(TrackRole value) {
        return value.code();
    }

    @Override
    public TrackRole convertToEntityAttribute(String code) {
        return TrackRole.of(code);
    }
}
