package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import vn.loa.editorial.SubjectKind;

class IndexBatchesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REFUSED = "refused";

    /** What each request brought, by ids. */
    private final List<List<String>> received = new CopyOnWriteArrayList<>();

    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holding;
    private volatile int status = 200;
    private HttpServer server;
    private IndexBatches<JsonObject> filling;

    /** Ids of what was left out. */
    private final List<String> leftOut = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/solr/loa/update", exchange -> {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            try (var reader = Json.createReader(new StringReader(sent))) {
                received.add(reader.readArray().getValuesAs(JsonObject.class).stream()
                        .map(IndexDocument::id)
                        .toList());
            }
            await();
            exchange.sendResponseHeaders(sent.contains(REFUSED) ? 400 : status, -1);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/solr/loa");
        var index = new SolrIndex(new SearchSettings(url, false, PATIENCE, PATIENCE, PATIENCE));
        filling = new IndexBatches<>(
                IndexDocument::characters, index::adding, (document, why) -> leftOut.add(IndexDocument.id(document)));
    }

    @AfterEach
    void stop() {
        held.countDown();
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
        filling.add(document(1, "ngắn"));

        assertThatThrownBy(filling::finish).isInstanceOf(SearchUnavailable.class);
    }

    private static JsonObject document(long id, String text) {
        return new IndexDocument(new Subject(SubjectKind.PRODUCT, id), "p" + id, "1")
                .words("body", text)
                .build();
    }
}
