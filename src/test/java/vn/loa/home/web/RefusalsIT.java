package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** Paths that the container would refuse with nothing. Most are sent by hand: Java's own client does not let them pass. */
@UsesPortal
class RefusalsIT {
    private static final int LONGEST_SILENCE = (int) Duration.ofSeconds(30).toMillis();

    private final Portal portal;

    RefusalsIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%ff",
                "/san-pham/%ff",
                "/chu-de/%C3%28",
                "/san-pham/..%2f..%2fetc/passwd",
                "/../etc/passwd",
                "/%",
                "/%zz?hl=en",
                "/x\u00ff",
                "/a\\b",
                "/media/%00"
            })
    void people_get_a_page_that_helps(String path) throws IOException {
        var answer = ask("GET " + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields().get("content-type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.body())
                .contains("Yêu cầu không đọc được", "href=\"/san-pham\"", "lang=\"en\"", "could not be read")
                .endsWith("</html>\n");
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/san-pham;jsessionid=1", "/;jsessionid=1", "/ke-hoach;x=1", "/san-pham;a/x?hl=en"})
    void a_path_with_a_parameter_is_no_address(String path) throws IOException {
        var answer = ask("GET " + path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("Không có trang này", "href=\"/san-pham\"", "There is no such page");
        assertSafe(answer);
    }

    @Test
    void a_path_of_the_api_with_a_parameter_is_none_either() throws IOException {
        var answer = ask("GET /api/v1/genres;jsessionid=1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.fields().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("behind a semicolon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products/%ff", "/api/%5c", "/api/v1/../../../x"})
    void programs_get_a_problem_that_says_what_is_wrong(String path) throws IOException {
        var answer = ask("GET " + path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields().get("content-type")).startsWith("application/problem+json");
        try (var json = Json.createReader(new StringReader(answer.body()))) {
            var problem = json.readObject();
            assertThat(problem.getInt("status")).isEqualTo(400);
            assertThat(problem.getString("detail")).startsWith("The path ");
        }
        assertSafe(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%ff HTTP/1.0\r\n\r\n",
                "POST /%ff HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
                "POST /%ff HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n"
            })
    void whatever_was_asked_in_that_way_is_answered_and_ended(String request) throws IOException {
        var answer = new String(exchange(request), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\r\nConnection: close\r\n");
        if (request.startsWith("HEAD")) {
            assertThat(answer).endsWith("\r\n\r\n");
        } else {
            assertThat(answer).endsWith("</html>\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Upgrade: h2c\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                "Upgrade: foo\r\nContent-Length: 7\r\n\r\n{\"a\":1}",
                "Upgrade: foo\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n",
                "Upgrade: foo\r\nContent-Length: 7\r\nExpect: 100-continue\r\n\r\n"
            })
    void a_body_that_nobody_would_read_is_refused_at_once(String body) throws IOException {
        // Whoever waits for such a body gives up after half a minute, with 500.
        var answer = read(exchange("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                + "Content-Type: application/json\r\n" + body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields())
                .containsEntry("connection", "close")
                .containsEntry("content-type", "application/problem+json");
        assertThat(answer.body()).contains("without the field Upgrade");
        assertSafe(answer);
    }

    @Test
    void who_only_offers_another_protocol_is_answered_in_this_one() throws IOException {
        var answer = read(exchange("GET /ke-hoach HTTP/1.1\r\nHost: localhost\r\nUpgrade: foo\r\n"
                + "Connection: Upgrade, close\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("</html>");
    }

    @Test
    void a_body_goes_with_an_upgrade_to_http_2_too() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var answer = client.send(
                HttpRequest.newBuilder(portal.uri("/api/v1/sessions"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"a\":1}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Upgrade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ke-hoach",
                "/khong-co",
                "/%ff",
                "/api/v1/genres",
                "/api/v1/products/khong-co",
                "/sw.js",
                "/media/khong/co",
                "/health/live"
            })
    void every_answer_says_when_it_was_given(String path) throws IOException {
        for (var method : new String[] {"GET", "HEAD", "POST"}) {
            var date = ask(method + " " + path).fields().get("date");

            assertThat(date).as(method).isNotNull().doesNotContain(",,");
            assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME))
                    .as(method)
                    .isNotNull();
        }
    }

    private static void assertSafe(Answer answer) {
        assertThat(answer.fields())
                .containsEntry("x-content-type-options", "nosniff")
                .containsKeys("referrer-policy", "permissions-policy", "date", "content-length")
                .doesNotContainKey("set-cookie");
        assertThat(answer.fields().get("content-security-policy")).contains("default-src 'none'");
    }

    /** @param fields by their names in small letters; those of a name that comes twice are joined by {@code ,,} */
    private record Answer(int status, Map<String, String> fields, String body) {}

    private Answer ask(String line) throws IOException {
        return read(exchange(line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    private static Answer read(byte[] answer) {
        var text = new String(answer, StandardCharsets.UTF_8);
        var end = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, end).split("\r\n");
        var fields = new TreeMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var field = lines[i].split(": ", 2);
            fields.merge(field[0].toLowerCase(Locale.ROOT), field[1], (a, b) -> a + ",," + b);
        }
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), fields, text.substring(end + 4));
    }

    private byte[] exchange(String requests) throws IOException {
        try (var socket = new Socket(portal.uri("/").getHost(), portal.uri("/").getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            return socket.getInputStream().readAllBytes();
        }
    }
}
