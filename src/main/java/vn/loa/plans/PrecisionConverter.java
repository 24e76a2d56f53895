package vn.loa.plans;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Precision} by its code. */
@Converter(autoApply = true)
public class PrecisionConverter implements AttributeConverter<Precision, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Precision value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable Precision convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Precision.class, code);
    }
}
