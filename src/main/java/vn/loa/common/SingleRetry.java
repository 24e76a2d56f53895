package vn.loa.common;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Has a query that met a broken connection asked once more, at once, on another one, and then lets it fail. EclipseLink by itself would
 * ask three times and sleep five seconds in between, while a visitor waits for a page that cannot come.
 */
public final class SingleRetry implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(1);
        session.getLogin().setDelayBetweenConnectionAttempts(0);
    }
}
