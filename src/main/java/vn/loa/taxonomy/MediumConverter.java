package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a {@link Medium} by its code. */
@Converter(autoApply = true)
public class MediumConverter implements AttributeConverter<Medium, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Medium medium) {
        return medium == null ? null : medium.code();
    }

    @Override
    public @Nullable Medium convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Medium.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
