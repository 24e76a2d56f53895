package vn.loa.taxonomy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Writes a {@link Medium} by its code. */
@Converter(autoApply = true)
public class MediumConverter implements AttributeConverter<Medium, String> {
    @Override
    public String convertToDatabaseColumn(Medium medium) {
        return medium.code();
    }

    @Override
    public Medium convertToEntityAttribute(String code) {
        return Medium.valueOf(code.toUpperCase(Locale.ROOT));
    }
}
