package vn.loa.programmes.log;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link LogOrigin} by its code. */
@Converter(autoApply = true)
public class LogOriginConverter implements AttributeConverter<LogOrigin, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable LogOrigin value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable LogOrigin convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(LogOrigin.class, code);
    }
}
