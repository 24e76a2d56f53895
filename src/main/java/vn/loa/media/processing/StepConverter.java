package vn.loa.media.processing;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Step} by its code. */
@Converter(autoApply = true)
public class StepConverter implements AttributeConverter<Step, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Step step) {
        return step == null ? null : step.code();
    }

    @Override
    public @Nullable Step convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Step.class, code);
    }
}
