package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationSettingsTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void packTheTextsOfThePages() throws IOException {
        try (var war = new JarOutputStream(Files.newOutputStream(war()))) {
            for (String file : new String[] {"messages", "messages_en", "messages_hmn"}) {
                war.putNextEntry(new JarEntry("WEB-INF/classes/" + file + ".properties"));
            }
        }
    }

    @Test
    void nothingIsRequired() {
        assertThatCode(() -> require(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://loa.example.vn", "http://127.0.0.1:8080/", "https://xn--lo-jia.vn:8443"})
    void anAddressOfAHostIsGood(String address) {
        assertThatCode(() -> require(Map.of("LOA_BASE_URL", address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loa.example.vn",
                "ftp://loa.example.vn",
                "https://",
                "https:///san-pham",
                "https://loa example.vn",
                "https://loa.example.vn/cong",
                "https://loa.example.vn?x=1",
                "https://loa.example.vn/#x",
                "https://admin@loa.example.vn",
                "javascript:alert(1)"
            })
    void anAddressThatNobodyCouldOpenIsNamed(String address) {
        assertThatThrownBy(() -> require(Map.of("LOA_BASE_URL", address)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "LOA_BASE_URL must be the address that people open, such as https://loa.example.vn, but is \""
                                + address + "\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en, vi", "vi,hmn,en"})
    void pagesSpeakTheLanguagesTheyHaveTextsFor(String languages) {
        assertThatCode(() -> require(Map.of("LOA_INTERFACE_LANGUAGES", languages)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi,fr", "vi,vi", "vi,,en", "vi;en", ",", "VI"})
    void aLanguageWithoutTextsIsNamedWithThoseThatHaveSome(String languages) {
        assertThatThrownBy(() -> require(Map.of("LOA_INTERFACE_LANGUAGES", languages)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("LOA_INTERFACE_LANGUAGES must name languages of the pages, each once, parted by commas"
                        + " (en, hmn, vi), but is \"" + languages + "\".");
    }

    @ParameterizedTest
    @CsvSource({
        "LOA_SOLR_CONNECT_TIMEOUT_MILLIS,0,' from 1 to 600000'",
        "LOA_SOLR_TIMEOUT_MILLIS,2.5,' from 1 to 600000'",
        "LOA_SOLR_RETREAT_MILLIS,-1,' from 1 to 600000'",
        "LOA_MEDIA_MAX_BYTES,4 GB,', at least 1'",
        "LOA_MEDIA_MAX_TRANSFERS,0,' from 1 to 100000'",
        "LOA_UPLOADS_QUOTA_BYTES,0,', at least 1'",
        "LOA_JOBS_WORKERS,65,' from 0 to 64'",
        "LOA_JOBS_HEARTBEAT_SECONDS,0,' from 1 to 3600'",
        "LOA_FFMPEG_NICENESS,20,' from 0 to 19'",
        "LOA_FFMPEG_SILENCE_SECONDS,0,' from 1 to 3600'",
        "LOA_FFMPEG_THREADS,two,' from 1 to 64'",
        "LOA_PAGE_CACHE_BYTES,99999999999999999999,', at least 0'",
        "LOA_SESSION_HOURS,8785,' from 1 to 8784'",
    })
    void aNumberThatMakesNoSenseIsNamed(String name, String value, String sense) {
        assertThatThrownBy(() -> require(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage(name + " must be a whole number" + sense + ", but is \"" + value + "\".");
    }

    @Test
    void aProviderForSigningInIsThereWithAllThatBelongsToItOrNotAtAll() {
        var whole = Map.of(
                "LOA_OIDC_ISSUER", "https://dang-nhap.example.vn",
                "LOA_OIDC_CLIENT_ID", "loa",
                "LOA_OIDC_CLIENT_SECRET", "x");
        assertThatCode(() -> require(whole)).doesNotThrowAnyException();

        assertThatThrownBy(() -> require(without(whole, "LOA_OIDC_ISSUER")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("LOA_OIDC_CLIENT_ID or its secret is set, but LOA_OIDC_ISSUER is not.");
        assertThatThrownBy(() -> require(without(whole, "LOA_OIDC_CLIENT_ID")))
                .hasMessage("LOA_OIDC_ISSUER is set, but LOA_OIDC_CLIENT_ID is not.");
        assertThatThrownBy(() -> require(without(whole, "LOA_OIDC_CLIENT_SECRET")))
                .hasMessage("LOA_OIDC_ISSUER is set, but LOA_OIDC_CLIENT_SECRET is not.");
        var silent = new HashMap<>(whole);
        silent.put("LOA_OIDC_SCOPES", "email");
        assertThatThrownBy(() -> require(silent)).hasMessage("LOA_OIDC_SCOPES must contain openid, but is \"email\".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dang-nhap.example.vn", "http://dang-nhap.example.vn", "https://x.vn/?a=1", "https://a@x.vn"})
    void aProviderThatAnybodyCouldPretendToBeIsNamed(String issuer) {
        assertThatThrownBy(() -> require(
                        Map.of("LOA_OIDC_ISSUER", issuer, "LOA_OIDC_CLIENT_ID", "loa", "LOA_OIDC_CLIENT_SECRET", "x")))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "LOA_OIDC_ISSUER must be an address such as https://dang-nhap.example.vn, with TLS unless it is of"
                                + " this machine, but is \"" + issuer + "\".");
    }

    private static Map<String, String> without(Map<String, String> settings, String name) {
        var rest = new HashMap<>(settings);
        rest.remove(name);
        return rest;
    }

    @Test
    void theEndsOfARangeAreGood() {
        assertThatCode(() -> require(
                        Map.of("LOA_JOBS_WORKERS", "0", "LOA_FFMPEG_NICENESS", "19", "LOA_SESSION_HOURS", "8784")))
                .doesNotThrowAnyException();
    }

    @Test
    void anFfmpegThatIsNoProgramOrHasNoFfprobeBesideItIsNamed() throws IOException {
        Path alone = Files.writeString(folder.resolve("ffmpeg"), "");
        assertThat(alone.toFile().setExecutable(true)).isTrue();

        for (String program : new String[] {"/nowhere/ffmpeg", alone.toString()}) {
            assertThatThrownBy(() -> require(Map.of("LOA_FFMPEG", program)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("LOA_FFMPEG must name an ffmpeg with ffprobe beside it, but is \"" + program + "\".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cao Bằng", "04/x", "0", "04@2025-07-01"})
    void aCodeOfNoPlaceIsNamed(String code) {
        assertThatThrownBy(() -> require(Map.of("LOA_SITE_LOCALITY", code)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("LOA_SITE_LOCALITY", code);
    }

    @Test
    void aFolderOfSampleContentThatIsMissingIsNamed() {
        assertThatThrownBy(() -> require(Map.of("LOA_SAMPLE_DIR", "/nowhere/sample")))
                .isInstanceOf(StartRefused.class)
                .hasMessage("LOA_SAMPLE_DIR must name a folder, but is \"/nowhere/sample\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "10.0.0.0/8;172.16.0.0/12", "10.0.0.0/", ","})
    void aProxyWithoutAnAddressIsNamed(String proxies) {
        assertThatThrownBy(() -> require(Map.of("LOA_PROXIES", proxies)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContainingAll("LOA_PROXIES", proxies);
    }

    @Test
    void networksOfProxiesAreGood() {
        assertThatCode(() -> require(Map.of("LOA_PROXIES", "10.0.3.1, 172.18.0.0/16,fd00::/8")))
                .doesNotThrowAnyException();
    }

    @Test
    void sampleAccountsAreOpenOrNot() {
        assertThatThrownBy(() -> require(Map.of("LOA_SAMPLE_ACCOUNTS", "perhaps")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("LOA_SAMPLE_ACCOUNTS");
    }

    @Test
    void aTokenThatNobodyCouldSendIsRefusedAndNotPrinted() {
        assertThatThrownBy(() -> require(Map.of("LOA_METRICS_TOKEN", "mật khẩu")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("LOA_METRICS_TOKEN")
                .hasMessageNotContaining("mật");
    }

    @Test
    void aSetupSecretThatCouldBeGuessedIsRefusedAndNotPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("setup_secret"), "quá ngắn\n");

        assertThatThrownBy(() -> require(Map.of("LOA_SETUP_SECRET_FILE", file.toString())))
                .isInstanceOf(StartRefused.class)
                .hasMessage("LOA_SETUP_SECRET must have at least 20 characters.");
        assertThatThrownBy(() -> require(Map.of("LOA_SETUP_SECRET_FILE", "/khong/co")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("LOA_SETUP_SECRET_FILE must name a readable file");
        assertThatCode(() -> require(Map.of("LOA_SETUP_SECRET", "mười hai con giáp đi chợ")))
                .doesNotThrowAnyException();
    }

    private static void require(Map<String, String> environment) {
        ApplicationSettings.require(new Settings.Source(new Properties(), environment), war());
    }

    private static Path war() {
        return folder.resolve("loa.war");
    }
}
