package vn.loa.media;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Writes a {@link MediaKind} by its code. */
@Converter(autoApply = true)
public class MediaKindConverter implements AttributeConverter<MediaKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MediaKind kind) {
        return kind == null ? null : kind.code();
    }

    @Override
    public @Nullable MediaKind convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : MediaKind.of(code);
    }
}
