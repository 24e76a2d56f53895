package vn.loa.media;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a {@link MediaKind} by its code. */
@Converter(autoApply = true)
public class MediaKindConverter implements AttributeConverter<MediaKind, String> {
    @Override
    public String convertToDatabaseColumn(MediaKind kind) {
        return kind.code();
    }

    @Override
    public MediaKind convertToEntityAttribute(String code) {
        return MediaKind.of(code);
    }
}
