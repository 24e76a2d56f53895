package vn.loa.testing.rig;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** What the container does with {@link Transactional}; each of its types is a binding of its own. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class TransactionalMethods {
    @Inject
    private Transactions transactions;

    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
        return transactions.in(call::proceed);
    }
}
