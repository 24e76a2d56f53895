package vn.loa.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an enum is whose values the database and the API write by a code: {@code BASED_ON} is {@code based-on}.
 *
 * <p>Each such enum of an entity has a converter of its own, without an ancestor: which type a converter applies to, EclipseLink reads
 * from the converter's own declaration and takes for garbled what inherits it.
 */
public interface Coded {
    /** As an enum has it. */
    String name();

    /** As the database and the API write it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no value of this kind has the code, naming both */
    static <E extends Enum<E> & Coded> E of(Class<E> kind, String code) {
        return find(kind, code)
                .orElseThrow(() ->
                        new IllegalArgumentException("\"" + code + "\" is the code of no " + kind.getSimpleName()));
    }

    /** The value of this kind that has the code. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> kind, @Nullable String code) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
