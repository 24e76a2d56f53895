package vn.loa.common;

import jakarta.annotation.sql.DataSourceDefinition;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connections to the database named by the settings {@code loa.database.url}, {@code loa.database.user} and
 * {@code loa.database.password}. The server makes one and pools its connections under {@code java:app/jdbc/loa}.
 *
 * <p>The settings are read here, and not in a deployment descriptor, because every server has a syntax of its own there.
 */
@DataSourceDefinition(
        name = LoaDatabase.NAME,
        className = "vn.loa.common.LoaDatabase",
        minPoolSize = 2,
        initialPoolSize = 2,
        maxPoolSize = 20,
        maxIdleTime = 300,
        properties = {
            // For the pool of Payara, other servers look at connections in their own ways: after the database was away,
            // no
            // connection from before is handed out. While it is away a visitor is soon told so, and does not wait a
            // minute.
            "fish.payara.max-wait-time-in-millis=2000",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=2",
            "fish.payara.fail-all-connections=true"
        })
public class LoaDatabase extends PGSimpleDataSource {
    /** Where the application finds its database. */
    public static final String NAME = "java:app/jdbc/loa";

    /** The database is near: one that needs longer than this is away. */
    private static final int SECONDS_TO_CONNECT = 2;

    private static final long serialVersionUID = 1L;

    /** A data source with the settings of this program; there is no default for any of them but the password. */
    public LoaDatabase() {
        Config settings = ConfigProvider.getConfig();
        setURL(settings.getValue("loa.database.url", String.class));
        setUser(settings.getValue("loa.database.user", String.class));
        Optional<String> password = settings.getOptionalValue("loa.database.password", String.class);
        password.ifPresent(this::setPassword);
        setApplicationName("loa");
        setConnectTimeout(SECONDS_TO_CONNECT);
        setLoginTimeout(SECONDS_TO_CONNECT);
        setSocketTimeout(20);
        setTcpKeepAlive(true);
    }

    /** Connections for work that may take as long as it takes, such as changing the schema; they are not pooled. */
    static LoaDatabase unhurried() {
        LoaDatabase database = new LoaDatabase();
        database.setSocketTimeout(0);
        return database;
    }
}
