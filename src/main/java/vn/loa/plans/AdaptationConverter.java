package vn.loa.plans;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Adaptation} by its code. */
@Converter(autoApply = true)
public class AdaptationConverter implements AttributeConverter<Adaptation, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Adaptation value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable Adaptation convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Adaptation.class, code);
    }
}
