package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.editorial.SubjectKind;

class IndexBatchesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final String REFUSED = "refused";
    private static final String POISON = "poison";

    /** What each request brought, by ids. */
    private final List<List<String>> received = new CopyOnWriteArrayList<>();

    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holding;
    private volatile int status = 200;

    /** How what has a poisonous document in it is answered; 0 for never. */
    private volatile int statusOfPoison = 500;

    private volatile boolean isAway;
    private HttpServer server;
    private IndexBatches<JsonObject> filling;

    private final List<HttpExchange> unanswered = new CopyOnWriteArrayList<>();

    /** Ids of what was left out. */
    private final List<String> leftOut = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/solr/loa/update", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (sent.startsWith("{")) {
                // Asked whether it takes any change at all.
                exchange.sendResponseHeaders(isAway ? 503 : 200, -1);
                exchange.close();
                return;
            }
            try (var reader = Json.createReader(new StringReader(sent))) {
                received.add(reader.readArray().getValuesAs(JsonObject.class).stream()
                        .map(IndexDocument::id)
                        .toList());
            }
            await();
            if (sent.contains(POISON) && statusOfPoison == 0) {
                // Whoever waits has given up by then.
                unanswered.add(exchange);
                return;
            }
            exchange.sendResponseHeaders(
                    sent.contains(REFUSED) ? 400 : sent.contains(POISON) ? statusOfPoison : status, -1);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr/loa");
        var index = new IndexContents(new SearchSettings(url, false, PATIENCE, PATIENCE, PATIENCE), SHORT);
        filling = new IndexBatches<>(
                IndexDocument::characters, index::adding, (document, why) -> leftOut.add(IndexDocument.id(document)));
    }

    @AfterEach
    void stop() {
        held.countDown();
        unanswered.forEach(HttpExchange::close);
        server.stop(0);
    }

    private void await() {
        try {
            if (holding && !held.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody lets it go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void documents_are_sent_together_until_they_are_large_and_the_rest_at_the_end() {
        filling.add(document(1, "x".repeat(1_500_000)));
        filling.add(document(2, "x".repeat(600_000)));
        filling.add(document(3, "ngắn"));
        filling.finish();

        assertThat(received).containsExactly(List.of("product/1", "product/2"), List.of("product/3"));
    }

    @Test
    void the_next_is_gathered_while_the_server_takes_in_what_was_sent() {
        holding = true;
        filling.add(document(1, "x".repeat(2_000_000)));

        filling.add(document(2, "ngắn"));
        held.countDown();
        filling.finish();

        assertThat(received).containsExactly(List.of("product/1"), List.of("product/2"));
    }

    @Test
    void one_that_the_server_refuses_keeps_no_other_out() {
        filling.add(document(1, "ngắn"));
        filling.add(document(2, REFUSED));
        filling.add(document(3, "ngắn"));
        filling.finish();

        assertThat(received)
                .containsExactly(
                        List.of("product/1", "product/2", "product/3"),
                        List.of("product/1"),
                        List.of("product/2", "product/3"),
                        List.of("product/2"),
                        List.of("product/3"));
        assertThat(leftOut).containsExactly("product/2");
    }

    @Test
    void one_among_many_is_found_by_halves() {
        for (var id = 1; id <= 64; id++) {
            filling.add(document(id, id == 40 ? REFUSED : "ngắn"));
        }

        assertThat(filling.finish()).isEqualTo(63);
        assertThat(leftOut).containsExactly("product/40");
        assertThat(received).hasSize(13);
    }

    @Test
    void nothing_is_sent_of_nothing() {
        assertThat(filling.finish()).isZero();
        assertThat(received).isEmpty();
    }

    @Test
    void what_did_not_arrive_is_told() {
        status = 503;
        isAway = true;
        filling.add(document(1, "ngắn"));
        filling.add(document(2, "ngắn"));

        assertThatThrownBy(filling::finish).isInstanceOf(SearchUnavailable.class);
        assertThat(received).as("nothing is tried in halves").hasSize(1);
        assertThat(leftOut).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 500, 503, 0})
    void one_that_the_server_fails_at_while_it_takes_others_keeps_no_other_out(int status) {
        statusOfPoison = status;
        filling.add(document(1, "ngắn"));
        filling.add(document(2, POISON));
        filling.add(document(3, "ngắn"));

        assertThat(filling.finish()).isEqualTo(2);
        assertThat(leftOut).containsExactly("product/2");
    }

    private static JsonObject document(long id, String text) {
        return new IndexDocument(new Subject(SubjectKind.PRODUCT, id), "p" + id, "1")
                .words("body", text)
                .build();
    }
}
