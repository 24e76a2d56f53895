package vn.loa.catalog;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link SheetDeed} by its code. */
@Converter(autoApply = true)
public class SheetDeedConverter implements AttributeConverter<SheetDeed, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable SheetDeed value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable SheetDeed convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(SheetDeed.class, code);
    }
}
