package vn.loa.testing.rig;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Gives each thread its transaction, its EntityManager and the connection below both. */
public final class Transactions {
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final EntityManagerFactory factory;

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    public boolean isActive() {
        return current.get() != null;
    }

    /** Within the running transaction, or one of its own. What is thrown rolls it back. */
    public <T> T in(Callable<T> work) throws Exception {
        EntityManager running = current.get();
        if (running != null) {
            try {
                return work.call();
            } catch (RuntimeException e) {
                running.getTransaction().setRollbackOnly();
                throw e;
            }
        }
        EntityManager own = factory.createEntityManager();
        current.set(own);
        try {
            own.getTransaction().begin();
            T result = work.call();
            own.getTransaction().commit();
            return result;
        } finally {
            if (own.getTransaction().isActive()) {
                own.getTransaction().rollback();
            }
            current.remove();
            own.close();
        }
    }

    EntityManager entityManager() {
        return proxy(EntityManager.class, () -> {
            EntityManager running = current.get();
            if (running == null) {
                throw new IllegalStateException("No transaction is running");
            }
            return running;
        });
    }

    /** As in the container: connections that are borrowed in a transaction belong to it. */
    DataSource dataSource(DataSource outside) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    EntityManager running = current.get();
                    return running != null && method.getName().equals("getConnection")
                            ? lent(running.unwrap(Connection.class))
                            : call(method, outside, arguments);
                });
    }

    private static Connection lent(Connection connection) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (self, method, arguments) ->
                        method.getName().equals("close") ? null : call(method, connection, arguments));
    }

    private static <T> T proxy(Class<T> type, Callable<T> target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(method, target.call(), arguments)));
    }

    private static @Nullable Object call(java.lang.reflect.Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
