package vn.loa.subtitles;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link SubtitleWarning.Kind} by its code. */
@Converter(autoApply = true)
public class SubtitleWarningKindConverter implements AttributeConverter<SubtitleWarning.Kind, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(SubtitleWarning.@Nullable Kind value) {
        return value == null ? null : value.code();
    }

    @Override
    public SubtitleWarning.@Nullable Kind convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(SubtitleWarning.Kind.class, code);
    }
}
