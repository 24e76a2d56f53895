package vn.loa.common.web;

import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a part that is down for a moment from a fault of our own: the first is answered 503, with when to come again. */
final class Outage {
    /** In seconds: about as long as a part takes to start again. */
    static final String RETRY_AFTER = "10";

    private static final int DEEPEST = 30;

    private Outage() {}

    /** Whether a failure was caused by a database that does not answer. */
    static boolean explains(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Outage::isOutage);
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof SocketTimeoutException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof ResourceException
                || (cause instanceof SQLException refused && isOutage(refused.getSQLState()));
    }

    /** Class 08: connection exceptions. 57P0x: the server is shutting down, starting, or has crashed. */
    private static boolean isOutage(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }
}
