package vn.loa.common;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {
    private static final int SECONDS = 2;

    @Resource(lookup = LoaDatabase.NAME)
    private DataSource database;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public HealthCheckResponse call() {
        return HealthOf.part("database", executor, this::ask);
    }

    private boolean ask() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!connection.isValid(SECONDS)) {
                throw new SQLException("The connection is broken");
            }
            return true;
        }
    }
}
