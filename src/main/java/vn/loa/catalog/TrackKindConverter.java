package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a {@link TrackKind} by its code. */
@Converter(autoApply = true)
public class TrackKindConverter implements AttributeConverter<TrackKind, String> {
    @Override
    public String convertToDatabaseColumn(TrackKind value) {
        return value.code();
    }

    @Override
    public TrackKind convertToEntityAttribute(String code) {
        return TrackKind.of(code);
    }
}
