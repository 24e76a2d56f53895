package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a {@link TrackState} by its code. */
@Converter(autoApply = true)
public class TrackStateConverter implements AttributeConverter<TrackState, String> {
    @Override
    public String convertToDatabaseColumn(TrackState value) {
        return value.code();
    }

    @Override
    public TrackState convertToEntityAttribute(String code) {
        return TrackState.of(code);
    }
}
