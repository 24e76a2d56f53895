package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Level} by its code. */
@Converter(autoApply = true)
public class LevelConverter implements AttributeConverter<Level, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Level level) {
        return level == null ? null : level.code();
    }

    @Override
    public @Nullable Level convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Level.of(code);
    }
}
