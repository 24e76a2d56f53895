package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.persistence.internal.sessions.DatabaseSessionImpl;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.junit.jupiter.api.Test;

class SingleRetryTest {
    @Test
    void nobody_sleeps_while_the_database_is_away() {
        var login = new DatabaseLogin();

        new SingleRetry().customize(new DatabaseSessionImpl(login));

        assertThat(login.getQueryRetryAttemptCount()).isOne();
        assertThat(login.getDelayBetweenConnectionAttempts()).isZero();
    }

    @Test
    void the_persistence_unit_names_it() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/persistence.xml")))
                .contains("\"eclipselink.session.customizer\" value=\"" + SingleRetry.class.getName() + "\"");
    }

    @Test
    void the_second_try_may_take_another_connection() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/META-INF/persistence.xml")))
                .doesNotContain("exclusive-connection");
    }
}
