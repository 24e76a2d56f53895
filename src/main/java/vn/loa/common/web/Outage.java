package vn.loa.common.web;

import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a part that is down for a moment from a fault of our own: the first is answered 503, with when to come again. */
public final class Outage {
    /** In seconds: about as long as a part takes to start again. */
    public static final String RETRY_AFTER = "10";

    private static final int DEEPEST = 30;

    private Outage() {}

    /** Whether a failure was caused by a database that does not answer. */
    public static boolean explains(Throwable failure) {
        var ofDatabase = false;
        var depth = 0;
        for (var cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause()) {
            ofDatabase |= cause instanceof PersistenceException || cause instanceof SQLException;
            if (isOutage(cause) || (ofDatabase && isSilence(cause))) {
                return true;
            }
            depth++;
        }
        return false;
    }

    private static boolean isOutage(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || cause instanceof ResourceException
                || (cause instanceof SQLException refused && isOutage(refused.getSQLState()));
    }

    /** Nobody answers: the database, or whoever else was asked. */
    private static boolean isSilence(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof SocketTimeoutException;
    }

    /** Class 08: connection exceptions. 57P0x: the server is shutting down, starting, or has crashed. */
    private static boolean isOutage(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }
}
