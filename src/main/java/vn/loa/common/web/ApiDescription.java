package vn.loa.common.web;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the description what nobody wrote. The server prints a limit that is not set as the largest or smallest number
 * there is, which would forbid every value.
 */
public class ApiDescription implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        if (isNone(schema.getMaxLength())) {
            schema.setMaxLength(null);
        }
        if (isNone(schema.getMinLength())) {
            schema.setMinLength(null);
        }
        if (isNone(schema.getMaxItems())) {
            schema.setMaxItems(null);
        }
        if (isNone(schema.getMinItems())) {
            schema.setMinItems(null);
        }
        if (isNone(schema.getMaxProperties())) {
            schema.setMaxProperties(null);
        }
        if (isNone(schema.getMinProperties())) {
            schema.setMinProperties(null);
        }
        if (schema.getMultipleOf() != null && schema.getMultipleOf().signum() == 0) {
            schema.setMultipleOf(null);
        }
        return schema;
    }

    private static boolean isNone(@Nullable Integer limit) {
        return limit != null && (limit == 0 || limit == Integer.MAX_VALUE || limit == Integer.MIN_VALUE);
    }
}
