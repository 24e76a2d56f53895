package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Answers that are given before the container sees a request, beside those that it gives. The portal counts the early ones. */
@UsesPortal
class EarlyAnswersIT {
    private static final int MANY = 200;
    private static final int LONGEST_SILENCE = (int) Duration.ofSeconds(30).toMillis();

    private final Portal portal;

    EarlyAnswersIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ke-hoach", "/ke-hoach?hl=en", "/api/v1/genres", "/san-pham?trang=abc"})
    void both_say_the_same(String path) {
        // Encoded letters are for the container to read.
        var spelled = path.replaceFirst("e", "%65").replaceFirst("san", "s%61n");
        Until.answer(
                () -> List.of(ask(path), ask(spelled)),
                both -> both.get(0).early()
                        && !both.get(1).early()
                        && said(both.get(0).answer()).equals(said(both.get(1).answer())));
    }

    @Test
    void who_has_the_page_is_told_so_early_too() {
        var tag = portal.get("/ke-hoach").headers().firstValue("ETag").orElseThrow();
        var answer = Until.answer(() -> ask("/ke-hoach", "If-None-Match", tag), Asked::early)
                .answer();

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
        assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void who_may_be_known_is_not_answered_from_memory() {
        Until.answer(() -> ask("/ke-hoach"), Asked::early);

        for (var i = 0; i < 5; i++) {
            assertThat(ask("/ke-hoach", "Cookie", "JSESSIONID=1").early()).isFalse();
            assertThat(ask("/api/v1/genres", "Authorization", "Bearer nobody").early())
                    .isFalse();
        }
    }

    @Test
    void requests_that_come_without_waiting_for_answers_are_answered_in_their_order() throws IOException {
        var asked = new StringBuilder();
        for (var i = 0; i < MANY; i++) {
            asked.append(i % 5 == 4 ? "HEAD" : "GET")
                    .append(i % 2 == 0 ? " /ke-hoach" : " /api/v1/genres")
                    .append(" HTTP/1.1\r\nHost: localhost\r\n")
                    .append(i == MANY - 1 ? "Connection: close\r\n" : "")
                    .append("\r\n");
        }
        try (var socket = new Socket(portal.uri("/").getHost(), portal.uri("/").getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE);
            socket.getOutputStream().write(asked.toString().getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            var types = Pattern.compile("(?i)HTTP/1\\.1 200 OK\r\n(?:[^\r]+\r\n)*?content-type: ([a-z/]+)")
                    .matcher(answers)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(types).hasSize(MANY);
            for (var i = 0; i < MANY; i++) {
                assertThat(types.get(i)).isEqualTo(i % 2 == 0 ? "text/html" : "application/json");
            }
        }
    }

    private record Asked(HttpResponse<String> answer, boolean early) {}

    private Asked ask(String path, String... headers) {
        var before = early();
        var answer = portal.get(path, headers);
        return new Asked(answer, early() > before);
    }

    /** How many answers the portal has given early. */
    private long early() {
        return portal.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("pages_answered_early_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Status, fields and body, without the date. */
    private static List<Object> said(HttpResponse<String> answer) {
        Map<String, List<String>> fields = new TreeMap<>(answer.headers().map());
        fields.remove("date");
        return List.of(answer.statusCode(), fields, answer.body());
    }
}
