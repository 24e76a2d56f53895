package vn.loa.testing.rig;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What the container does with {@link Transactional}. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class TransactionalMethods {
    @Inject
    private Transactions transactions;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        Transactional.TxType type = Optional.ofNullable(call.getMethod().getAnnotation(Transactional.class))
                .or(() ->
                        Optional.ofNullable(call.getMethod().getDeclaringClass().getAnnotation(Transactional.class)))
                .map(Transactional::value)
                .orElse(Transactional.TxType.REQUIRED);
        if (type == Transactional.TxType.MANDATORY && !transactions.isActive()) {
            throw new IllegalStateException(call.getMethod() + " needs a running transaction");
        }
        if (type == Transactional.TxType.NEVER && transactions.isActive()) {
            throw new IllegalStateException(call.getMethod() + " must not hold a transaction");
        }
        return type == Transactional.TxType.NEVER ? call.proceed() : transactions.in(call::proceed);
    }
}
