package vn.loa.plans;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;

/** Writes a {@link RecipientRole} by its code. */
@Converter(autoApply = true)
public class RecipientRoleConverter implements AttributeConverter<RecipientRole, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable RecipientRole value) {
        return value == null ? null : value.code();
    }

    @Override
    public @Nullable RecipientRole convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Coded.of(RecipientRole.class, code);
    }
}
