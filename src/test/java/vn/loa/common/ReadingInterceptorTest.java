package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When changes are written that somebody makes before they ask somebody who only reads. */
class ReadingInterceptorTest {
    private final List<String> seen = new ArrayList<>();
    private FlushModeType mode = FlushModeType.AUTO;

    private final ReadingInterceptor interceptor =
            new ReadingInterceptor(proxy(EntityManager.class, (name, arguments) -> {
                switch (name) {
                    case "getFlushMode":
                        return mode;
                    case "setFlushMode":
                        mode = (FlushModeType) arguments[0];
                        return null;
                    default:
                        seen.add(name + " in " + mode);
                        return null;
                }
            }));

    @Test
    void what_was_changed_before_is_written_once_and_not_looked_for_by_the_queries() throws Exception {
        var answer = interceptor.read(call(() -> "answer"));

        assertThat(answer).isEqualTo("answer");
        assertThat(seen).containsExactly("flush in AUTO", "call in COMMIT");
    }

    @Test
    void changes_made_afterwards_are_looked_for_again_also_when_reading_fails() {
        assertThatThrownBy(() -> interceptor.read(call(() -> {
                    throw new IllegalStateException("no");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(mode).isEqualTo(FlushModeType.AUTO);
    }

    @Test
    void a_reader_that_asks_another_writes_nothing_again() throws Exception {
        interceptor.read(call(() -> interceptor.read(call(() -> "answer"))));

        assertThat(seen).containsExactly("flush in AUTO", "call in COMMIT", "call in COMMIT");
    }

    private InvocationContext call(java.util.concurrent.Callable<Object> body) {
        return proxy(InvocationContext.class, (name, arguments) -> {
            seen.add("call in " + mode);
            return body.call();
        });
    }

    private interface Body {
        Object call(String name, Object[] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> body.call(method.getName(), arguments)));
    }
}
