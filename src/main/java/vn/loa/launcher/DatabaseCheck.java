package vn.loa.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/** Signs in to the database once before the application server starts, with the driver that the application brings. */
final class DatabaseCheck {
    private static final String SECONDS_TO_CONNECT = "10";

    /** What PostgreSQL answers while it starts or recovers. */
    private static final String STARTING = "57P03";

    private static final Duration WHILE_IT_STARTS = Duration.ofSeconds(60);

    private DatabaseCheck() {}

    /**
     * @param war where the driver is
     * @throws StartRefused if the database cannot be reached or refuses the user
     */
    static void require(Database database, Path war) {
        Path driver = driver(war);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {url(driver)})) {
            Properties properties = new Properties();
            properties.setProperty("user", database.user());
            properties.setProperty("password", database.password());
            properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
            properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
            signIn(
                    database,
                    (Driver) loader.loadClass("org.postgresql.Driver")
                            .getConstructor()
                            .newInstance(),
                    properties);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("The driver in " + war + " cannot be used", e);
        } finally {
            driver.toFile().delete();
        }
    }

    private static void signIn(Database database, Driver driver, Properties properties) {
        AtomicReference<@Nullable SQLException> failure = new AtomicReference<>();
        Patience.until(WHILE_IT_STARTS, () -> {
            failure.set(attempt(database, driver, properties));
            return !STARTING.equals(state(failure.get()));
        });
        SQLException last = failure.get();
        if (last != null) {
            throw new StartRefused(
                    "The database " + database + " cannot be used: " + firstLine(last) + " (LOA_DATABASE_URL).", last);
        }
    }

    private static @Nullable SQLException attempt(Database database, Driver driver, Properties properties) {
        try (Connection connection = driver.connect(database.url(), properties)) {
            return connection != null && connection.isValid(5) ? null : new SQLException("it does not answer");
        } catch (SQLException e) {
            return e;
        }
    }

    private static String state(@Nullable SQLException failure) {
        return failure == null ? "" : String.valueOf(failure.getSQLState());
    }

    private static String firstLine(SQLException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private static Path driver(Path war) {
        try (JarFile archive = new JarFile(war.toFile())) {
            var entry = archive.stream()
                    .filter(e -> e.getName().matches("WEB-INF/lib/postgresql-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no driver inside"));
            Path file = Files.createTempFile("loa-driver", ".jar");
            try (InputStream in = archive.getInputStream(entry)) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new StartRefused("The application " + war + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
