package vn.loa.programmes;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Writes {@link StationSettings} as JSON. */
@Converter(autoApply = true)
public class StationSettingsConverter implements AttributeConverter<StationSettings, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable StationSettings settings) {
        return settings == null ? null : settings.toJson();
    }

    @Override
    public @Nullable StationSettings convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : StationSettings.parse(json);
    }
}
