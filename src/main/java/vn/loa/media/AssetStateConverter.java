package vn.loa.media;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes an {@link AssetState} by its code. */
@Converter(autoApply = true)
public class AssetStateConverter implements AttributeConverter<AssetState, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable AssetState state) {
        return state == null ? null : state.code();
    }

    @Override
    public @Nullable AssetState convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(AssetState.class, code);
    }
}
