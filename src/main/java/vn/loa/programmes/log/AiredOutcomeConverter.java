package vn.loa.programmes.log;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes an {@link AiredOutcome} by its code. */
@Converter(autoApply = true)
public class AiredOutcomeConverter implements AttributeConverter<AiredOutcome, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AiredOutcome value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable AiredOutcome convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(AiredOutcome.class, code);
    }
}
