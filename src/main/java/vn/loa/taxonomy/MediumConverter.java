package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Medium} by its code. */
@Converter(autoApply = true)
public class MediumConverter implements AttributeConverter<Medium, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Medium value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable Medium convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Medium.class, code);
    }
}
