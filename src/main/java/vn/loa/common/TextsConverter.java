package vn.loa.common;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Keeps {@link Texts} as a JSON object in a text column that the database checks. */
@Converter(autoApply = true)
public class TextsConverter implements AttributeConverter<Texts, String> {
    @Override
    public String convertToDatabaseColumn(@Nullable Texts texts) {
        return texts == null ? "{}" : texts.toJson();
    }

    @Override
    public Texts convertToEntityAttribute(@Nullable String json) {
        return json == null ? Texts.none() : Texts.parse(json);
    }
}
