package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever asks is told while the portal starts. */
class DoorkeeperTest {
    private final int port = FreePort.find();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path war;

    @BeforeEach
    void aWarWithItsWords() throws IOException {
        war = folder.resolve("loa.war");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
            for (String bundle : new String[] {"messages.properties", "messages_en.properties"}) {
                zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + bundle));
                zip.write(Files.readAllBytes(Path.of("src/main/resources", bundle)));
                zip.closeEntry();
            }
        }
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Test
    @SuppressWarnings("try") // It stands there, and that is all.
    void peopleReadWhenToComeAgainAndProgramsDo() throws Exception {
        try (Doorkeeper keeper = Doorkeeper.open("127.0.0.1", port, war)) {
            HttpResponse<String> page = ask("GET", "/san-pham/con-bo-cua-nha-ong-pao?hl=en");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("10");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            assertThat(page.body()).contains("Cổng tạm nghỉ trong chốc lát", "The portal is away for a moment");

            HttpResponse<String> answer = ask("POST", "/api/v1/questions");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("10");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("\"status\":503");

            assertThat(ask("HEAD", "/").statusCode()).isEqualTo(503);
            assertThat(ask("GET", "/health/ready").statusCode()).isEqualTo(503);
        }
    }

    @Test
    @SuppressWarnings("try") // It stands there, and that is all.
    void thePortIsFreeWhenItGoes() throws Exception {
        try (Doorkeeper keeper = Doorkeeper.open("127.0.0.1", port, war)) {
            assertThat(ask("GET", "/").statusCode()).isEqualTo(503);
            assertThatThrownBy(() -> FreePort.require("127.0.0.1", port)).isInstanceOf(StartRefused.class);
        }
        FreePort.require("127.0.0.1", port);
    }
}
