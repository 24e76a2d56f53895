package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @Test
    void nothingIsRequired() {
        Settings settings = read(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.bind()).isEqualTo("127.0.0.1");
        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.log()).isEqualTo("line");
        assertThat(settings.sample()).isTrue();
        assertThat(settings.database()).isEmpty();
        assertThat(settings.solr()).isEmpty();
    }

    @Test
    void aPropertyWinsOverAVariable() {
        Properties properties = new Properties();
        properties.setProperty("loa.port", "9001");

        assertThat(Settings.read(properties, Map.of("LOA_PORT", "9002"), true).port())
                .isEqualTo(9001);
    }

    @Test
    void anEmptyVariableIsNone() {
        assertThat(read(Map.of("LOA_PORT", " ")).port()).isEqualTo(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "8080.5", "99999999999999999999"})
    void aPortThatIsNoneIsNamed(String port) {
        assertThatThrownBy(() -> read(Map.of("LOA_PORT", port)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("LOA_PORT must be a number from 1 to 65535, but is \"" + port + "\".");
    }

    @ParameterizedTest
    @CsvSource({
        "LOA_SAMPLE,yes",
        "LOA_LOG,xml",
        "LOA_DATABASE_URL,mysql://database/loa",
        "LOA_SOLR_URL,solr:8983",
    })
    void aValueThatMakesNoSenseIsNamed(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void aDatabaseNeedsAUser() {
        assertThatThrownBy(() -> read(Map.of("LOA_DATABASE_URL", "jdbc:postgresql://database/loa")))
                .hasMessage("LOA_DATABASE_URL is set, but LOA_DATABASE_USER is not.");
    }

    @Test
    void thePasswordMayStandInAFile(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("password"), "bí mật\n");

        Settings settings = read(Map.of(
                "LOA_DATABASE_URL",
                "jdbc:postgresql://database/loa",
                "LOA_DATABASE_USER",
                "loa",
                "LOA_DATABASE_PASSWORD_FILE",
                secret.toString()));

        assertThat(settings.database()).map(Database::password).contains("bí mật");
    }

    @Test
    void aPasswordFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> read(Map.of(
                        "LOA_DATABASE_URL",
                        "jdbc:postgresql://database/loa",
                        "LOA_DATABASE_USER",
                        "loa",
                        "LOA_DATABASE_PASSWORD_FILE",
                        "/nowhere/password")))
                .hasMessageContaining("/nowhere/password");
    }

    @Test
    void thePasswordIsNeverPrinted() {
        assertThat(new Database("jdbc:postgresql://database/loa", "loa", "secret").toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0,127.0.0.1", "127.0.0.1,127.0.0.1", "::1,[::1]", "10.0.0.7,10.0.0.7"})
    void thisMachineReachesThePortalWhereverItIsBound(String bind, String reachable) {
        assertThat(read(Map.of("LOA_BIND", bind)).reachableBind()).isEqualTo(reachable);
    }

    private static Settings read(Map<String, String> environment) {
        return Settings.read(new Properties(), environment, true);
    }
}
