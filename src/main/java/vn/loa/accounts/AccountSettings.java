package vn.loa.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** What whoever runs the portal decides about signing in. */
@ApplicationScoped
class AccountSettings {
    private static final int MOST_HOURS = 24 * 366;
    private static final int SHORTEST_SECRET = 20;
    private static final String REQUIRED = "required";
    private static final String OFFERED = "offered";

    @Inject
    @ConfigProperty(name = "loa.session.hours", defaultValue = "12")
    private int sessionHours;

    @Inject
    @ConfigProperty(name = "loa.setup.secret")
    private Optional<String> setupSecret;

    @Inject
    @ConfigProperty(name = "loa.setup.secret.file")
    private Optional<Path> setupSecretFile;

    @Inject
    @ConfigProperty(name = "loa.second.factor", defaultValue = REQUIRED)
    private String secondFactor;

    /** What whoever runs the portal shows to make its first administrator; without it nobody can be made one that way. */
    Optional<String> setupSecret() {
        return setupSecretFile
                .map(AccountSettings::read)
                .or(() -> setupSecret)
                .map(String::strip)
                .filter(secret -> !secret.isEmpty());
    }

    /** Whether the password alone is not enough for this account. Those of the sample content stand in the guide, so a second step would protect nothing. */
    boolean requiresSecondFactor(Account account) {
        return secondFactor.equals(REQUIRED) && !account.isSample() && account.mayHarmMany();
    }

    /** How long a token is good. */
    Duration sessionLength() {
        return Duration.ofHours(sessionHours);
    }

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (sessionHours < 1 || sessionHours > MOST_HOURS) {
            throw new IllegalStateException(
                    "The setting loa.session.hours must be from 1 to " + MOST_HOURS + ", not " + sessionHours);
        }
        if (!Set.of(REQUIRED, OFFERED).contains(secondFactor)) {
            throw new IllegalStateException(
                    "The setting loa.second.factor must be required or offered, not " + secondFactor);
        }
        if (setupSecret().filter(secret -> secret.length() < SHORTEST_SECRET).isPresent()) {
            throw new IllegalStateException(
                    "The setting loa.setup.secret must have at least " + SHORTEST_SECRET + " characters");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The setting loa.setup.secret.file must name a readable file", e);
        }
    }
}
