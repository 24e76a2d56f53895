package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Level} by its code. */
@Converter(autoApply = true)
public class LevelConverter implements AttributeConverter<Level, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Level value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable Level convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Level.class, code);
    }
}
