package vn.loa.common.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls what pages call: {@code #{visit.text(title)}}. Which method that is gets looked up once for each class. The resolver of the
 * platform goes through copies of all methods at every call, hundreds of times for a page; it still gets what is left over here:
 * overloaded methods, those with any number of arguments, those of classes that are not public, and streams of collections, which in
 * pages are not those of Java.
 */
public class OnlyMethodResolver extends ELResolver {
    private static final ClassValue<Map<Signature, Method>> METHODS = new ClassValue<>() {
        @Override
        protected Map<Signature, Method> computeValue(Class<?> type) {
            return onlyOnes(type);
        }
    };

    private static final Signature STREAM = new Signature("stream", 0);

    private record Signature(String name, int arguments) {}

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            @Nullable Object name,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] given) {
        if (base == null || name == null) {
            return null;
        }
        var arguments = given == null ? new Object[0] : given.clone();
        var method = METHODS.get(base.getClass()).get(new Signature(name.toString(), arguments.length));
        if (method == null) {
            return null;
        }
        var wanted = method.getParameterTypes();
        for (var i = 0; i < arguments.length; i++) {
            arguments[i] = context.convertToType(arguments[i], wanted[i]);
        }
        var value = call(method, base, arguments);
        context.setPropertyResolved(base, name);
        return value;
    }

    private static @Nullable Object call(Method method, Object base, @Nullable Object[] arguments) {
        try {
            return method.invoke(base, arguments);
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException | IllegalArgumentException e) {
            throw new ELException("Cannot call " + method, e);
        }
    }

    private static Map<Signature, Method> onlyOnes(Class<?> type) {
        var found = new HashMap<Signature, Method>();
        var several = new HashSet<Signature>();
        publicTypes(type).flatMap(each -> Stream.of(each.getMethods())).forEach(method -> {
            var signature = new Signature(method.getName(), method.getParameterCount());
            var other = found.putIfAbsent(signature, method);
            if (method.isVarArgs()
                    || other != null
                            && !List.of(other.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                several.add(signature);
            }
        });
        found.keySet().removeAll(several);
        if (Collection.class.isAssignableFrom(type)) {
            found.remove(STREAM);
        }
        found.values()
                .removeIf(method -> Modifier.isStatic(method.getModifiers()) || !isOpen(method.getDeclaringClass()));
        return Collections.unmodifiableMap(found);
    }

    /** The class itself when everybody may call it, otherwise what it is that everybody may call. */
    private static Stream<Class<?>> publicTypes(Class<?> type) {
        if (isOpen(type)) {
            return Stream.of(type);
        }
        var above = type.getSuperclass();
        return Stream.concat(
                Stream.of(type.getInterfaces()).flatMap(OnlyMethodResolver::publicTypes),
                above == null ? Stream.empty() : publicTypes(above));
    }

    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && type.getModule().isExported(type.getPackageName());
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        // Properties are somebody else's.
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }
}
