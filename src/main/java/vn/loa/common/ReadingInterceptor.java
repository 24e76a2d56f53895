package vn.loa.common;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps the promise of {@link Reading}; works within the transaction that another interceptor has begun. */
@Reading
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class ReadingInterceptor {
    @PersistenceContext
    private @Nullable EntityManager em;

    /** For the container, which brings the rest. */
    ReadingInterceptor() {}

    ReadingInterceptor(EntityManager em) {
        this.em = em;
    }

    @AroundInvoke
    @Nullable Object read(InvocationContext call) throws Exception {
        var changes = Objects.requireNonNull(em);
        var before = changes.getFlushMode();
        if (before == FlushModeType.COMMIT) {
            return call.proceed();
        }
        changes.flush();
        changes.setFlushMode(FlushModeType.COMMIT);
        try {
            return call.proceed();
        } finally {
            changes.setFlushMode(before);
        }
    }
}
