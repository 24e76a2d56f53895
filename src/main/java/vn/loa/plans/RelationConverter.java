package vn.loa.plans;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link Relation} by its code. */
@Converter(autoApply = true)
public class RelationConverter implements AttributeConverter<Relation, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Relation value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable Relation convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(Relation.class, code);
    }
}
