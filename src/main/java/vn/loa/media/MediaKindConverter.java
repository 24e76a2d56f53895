package vn.loa.media;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link MediaKind} by its code. */
@Converter(autoApply = true)
public class MediaKindConverter implements AttributeConverter<MediaKind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MediaKind value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable MediaKind convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(MediaKind.class, code);
    }
}
