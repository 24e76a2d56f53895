package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> BUCKET = Map.of(
            "LOA_BLOBS", "s3",
            "LOA_S3_BUCKET", "loa",
            "LOA_S3_ACCESS_KEY", "portal",
            "LOA_S3_SECRET_KEY", "secret");

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
        assertThat(settings.solrMemory()).isEqualTo(160);
    }

    @Test
    void aPropertyWinsOverAVariable() {
        Properties properties = new Properties();
        properties.setProperty("loa.port", "9001");

        assertThat(Settings.read(properties, Map.of("LOA_PORT", "9002"), true).port())
                .isEqualTo(9001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"loa.prot", "loa.media.min-bytes", "loa.site.name.fr"})
    void aPropertyThatIsNoSettingIsNamed(String name) {
        Properties properties = new Properties();
        properties.setProperty(name, "1");

        assertThatThrownBy(() -> Settings.read(properties, Map.of(), true))
                .isInstanceOf(StartRefused.class)
                .hasMessage("-D" + name + " is no setting of Loa; README has a table of them.");
    }

    @ParameterizedTest
    @CsvSource({
        "loa.media.max-bytes, loa.media.max.bytes",
        "loa.base-url, loa.base.url",
        "loa.solr.connect_timeout_millis, loa.solr.connect.timeout.millis"
    })
    void aSettingInAnotherSpellingIsToldItsOwn(String given, String spelled) {
        Properties properties = new Properties();
        properties.setProperty(given, "1");

        assertThatThrownBy(() -> Settings.read(properties, Map.of(), true))
                .isInstanceOf(StartRefused.class)
                .hasMessage("-D" + given + " is no setting of Loa; it is spelled -D" + spelled + ".");
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
        "LOA_SOLR_MEMORY_MB,1g",
        "LOA_SOLR_MEMORY_MB,63",
        "LOA_SOLR_MEMORY_MB,65537",
        "LOA_BLOBS,disk",
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
    @ValueSource(strings = {"LOA_S3_BUCKET", "LOA_S3_ACCESS_KEY", "LOA_S3_SECRET_KEY"})
    void aBucketThatIsNotWhollyDescribedIsRefused(String missing) {
        Map<String, String> environment = new HashMap<>(BUCKET);
        environment.remove(missing);

        assertThatThrownBy(() -> read(environment)).hasMessage("LOA_BLOBS is s3, but " + missing + " is not set.");
    }

    @ParameterizedTest
    @CsvSource({
        "LOA_S3_ENDPOINT,s3.example.vn",
        "LOA_S3_ENDPOINT,https://",
        "LOA_S3_REGION,Hà Nội",
        "LOA_S3_BUCKET,Kho_1",
        "LOA_S3_PREFIX,/cao-bang",
        "LOA_S3_PATH_STYLE,yes",
        "LOA_S3_ACCESS_KEY_FILE,/nowhere/access",
        "LOA_S3_SECRET_KEY_FILE,/nowhere/secret"
    })
    void aValueOfTheBucketThatMakesNoSenseIsNamed(String name, String value) {
        Map<String, String> environment = new HashMap<>(BUCKET);
        environment.put(name, value);

        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void theKeysOfTheBucketMayStandInFilesAndAreNeverPrinted(@TempDir Path folder) throws Exception {
        Map<String, String> environment = new HashMap<>(BUCKET);
        environment.put(
                "LOA_S3_SECRET_KEY_FILE",
                Files.writeString(folder.resolve("secret"), "bí mật\n").toString());

        assertThat(read(environment).bucket()).hasValue(new Bucket("loa", "portal", "bí mật"));
        assertThat(read(environment).toString()).doesNotContain("bí mật");
    }

    @Test
    void withoutAChoiceMediaLiesInFilesWhateverElseIsSet() {
        Map<String, String> environment = new HashMap<>(BUCKET);
        environment.remove("LOA_BLOBS");

        assertThat(read(environment).bucket()).isEmpty();
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
