package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which methods pages reach on the short way, and which are left to the platform. */
class OnlyMethodResolverTest {
    private final OnlyMethodResolver resolver = new OnlyMethodResolver();
    private final Context context = new Context();

    /** What a page might hold. */
    public static final class Thing {
        public String name() {
            return "loa";
        }

        public String twice(String text) {
            return text + text;
        }

        public String of(String text) {
            return "text " + text;
        }

        public String of(Integer number) {
            return "number " + number;
        }

        public String join(String... texts) {
            return String.join(" ", texts);
        }

        public static String fixed() {
            return "fixed";
        }

        public String fails() {
            throw new IllegalStateException("no");
        }
    }

    public interface Named {
        String name();
    }

    private static final class Hidden implements Named {
        @Override
        public String name() {
            return "hidden";
        }
    }

    @Test
    void calls_the_one_method_of_this_name_with_so_many_arguments() {
        assertThat(call(new Thing(), "name")).isEqualTo("loa");
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void turns_arguments_into_what_the_method_takes() {
        assertThat(call(new Thing(), "twice", 12)).isEqualTo("1212");
    }

    @Test
    void leaves_the_arguments_that_it_was_given_as_they_are() {
        var given = new Object[] {12};

        resolver.invoke(context, new Thing(), "twice", null, given);

        assertThat(given).containsExactly(12);
    }

    @Test
    void leaves_overloaded_variable_static_and_unknown_methods_to_the_platform() {
        var thing = new Thing();

        assertThat(call(thing, "of", "a")).isNull();
        assertThat(call(thing, "join", "a")).isNull();
        assertThat(call(thing, "fixed")).isNull();
        assertThat(call(thing, "nothing")).isNull();
        assertThat(call(thing, "name", "one too many")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void reaches_what_a_hidden_class_shows_through_a_public_one() {
        assertThat(call(new Hidden(), "name")).isEqualTo("hidden");
        assertThat(call(List.of("a", "b"), "size")).isEqualTo(2);
    }

    @Test
    void leaves_streams_of_collections_to_the_platform_which_has_its_own() {
        assertThat(call(List.of("a", "b"), "stream")).isNull();
        assertThat(call(new ArrayList<>(), "stream")).isNull();
        assertThat(context.isPropertyResolved()).isFalse();
    }

    @Test
    void a_method_that_fails_says_why() {
        assertThatThrownBy(() -> call(new Thing(), "fails"))
                .isInstanceOf(ELException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private @Nullable Object call(Object base, String name, Object... arguments) {
        return resolver.invoke(context, base, name, null, arguments);
    }

    /** Turns everything into text, as the platform would turn a number. */
    private static final class Context extends ELContext {
        @Override
        public <T> T convertToType(Object value, Class<T> type) {
            return type.cast(type == String.class ? String.valueOf(value) : value);
        }

        @Override
        public @Nullable ELResolver getELResolver() {
            return null;
        }

        @Override
        public @Nullable FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public @Nullable VariableMapper getVariableMapper() {
            return null;
        }
    }
}
