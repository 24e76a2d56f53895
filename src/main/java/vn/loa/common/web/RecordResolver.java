package vn.loa.common.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read the components of records: {@code #{card.title}}. An {@link Optional} component answers its value or null, so
 * that {@code empty} works on it. Other accessors of the record are called as methods: {@code #{card.poster()}}.
 */
public class RecordResolver extends ELResolver {
    private static final ClassValue<Map<String, MethodHandle>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            var handles = new HashMap<String, MethodHandle>();
            for (var component : type.getRecordComponents()) {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                try {
                    handles.put(component.getName(), MethodHandles.lookup().unreflect(accessor));
                } catch (IllegalAccessException e) {
                    throw new ELException(e);
                }
            }
            return Map.copyOf(handles);
        }
    };

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (!(base instanceof Record record)) {
            return null;
        }
        var accessor = COMPONENTS.get(record.getClass()).get(String.valueOf(property));
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            var value = accessor.invoke(record);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (Throwable e) {
            throw new ELException("Cannot read " + property + " of " + record.getClass(), e);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (base instanceof Record) {
            throw new PropertyNotWritableException("Records cannot be changed");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return base instanceof Record;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? String.class : null;
    }
}
