package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a {@link Level} by its code. */
@Converter(autoApply = true)
public class LevelConverter implements AttributeConverter<Level, String> {
    @Override
    public String convertToDatabaseColumn(Level level) {
        return level.code();
    }

    @Override
    public Level convertToEntityAttribute(String code) {
        return Level.of(code);
    }
}
