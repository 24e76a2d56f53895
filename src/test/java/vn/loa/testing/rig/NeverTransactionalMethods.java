package vn.loa.testing.rig;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** What the container does with methods that must not hold a transaction. */
@Interceptor
@Transactional(Transactional.TxType.NEVER)
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class NeverTransactionalMethods {
    @Inject
    private Transactions transactions;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        if (transactions.isActive()) {
            throw new IllegalStateException(call.getMethod() + " must not hold a transaction");
        }
        return call.proceed();
    }
}
