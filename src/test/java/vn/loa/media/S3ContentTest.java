package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many requests reading takes, and what it does when the storage breaks off: against answers made for the purpose. */
class S3ContentTest {
    private static final String BLOB = "ab".repeat(32);
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]+)");

    private final byte[] bytes = BlobStoreContract.random(24 << 20);
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private S3Bucket bucket;

    /** How many bytes of an answer are sent, whatever was promised. */
    private volatile int most = Integer.MAX_VALUE;

    private volatile int status = 206;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        bucket = new S3Bucket(new S3Location(
                Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                "us-east-1",
                "loa",
                "",
                "portal",
                "bi-mat",
                true));
    }

    @AfterEach
    void stop() {
        bucket.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var range = exchange.getRequestHeaders().getFirst("Range");
            ranges.add(range);
            var wanted = RANGE.matcher(range);
            wanted.matches();
            var first = Integer.parseInt(wanted.group(1));
            var length = Integer.parseInt(wanted.group(2)) + 1 - first;
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + first + "-" + (first + length - 1) + "/" + bytes.length);
            exchange.sendResponseHeaders(status, status == 206 ? length : -1);
            if (status == 206) {
                exchange.getResponseBody().write(bytes, first, Math.min(length, most));
            }
        } catch (IOException readerHasGone) {
            // Readers give up connections.
        }
    }

    private S3Content open(OpenStreams streams) {
        return new S3Content(bucket, streams, BLOB, bytes.length);
    }

    @Test
    void whoReadsOnNeedsOneRequestForAGrowingWindow() throws Exception {
        try (var content = open(new OpenStreams(1))) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
        assertThat(ranges)
                .containsExactly(
                        "bytes=0-262143",
                        "bytes=262144-1310719",
                        "bytes=1310720-5505023",
                        "bytes=5505024-22282239",
                        "bytes=22282240-25165823");
    }

    @Test
    void aGlanceElsewhereIsSmall() throws Exception {
        try (var content = open(new OpenStreams(1))) {
            content.stream(0).readNBytes(2_000_000);
            content.stream(20_000_000).readNBytes(10);
        }
        assertThat(ranges).last().isEqualTo("bytes=20000000-20262143");
    }

    @Test
    void whatIsPreparedIsNotAskedForAgain() throws Exception {
        try (var content = open(new OpenStreams(1))) {
            content.prepare(1_000);
            assertThat(content.stream(1_000).readNBytes(2_000)).isEqualTo(Arrays.copyOfRange(bytes, 1_000, 3_000));
            content.prepare(bytes.length);
        }
        assertThat(ranges).containsExactly("bytes=1000-263143");
    }

    @Test
    void whatCannotBePreparedIsSaidBeforeAnythingIsRead() throws Exception {
        status = 403;
        try (var content = open(new OpenStreams(1))) {
            assertThatThrownBy(() -> content.prepare(0)).isInstanceOf(S3Failure.class);
        }
        assertThat(ranges).hasSize(1);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgainFromThere() throws Exception {
        most = 100_000;
        try (var content = open(new OpenStreams(1))) {
            assertThat(content.stream(0).readNBytes(600_000)).isEqualTo(Arrays.copyOf(bytes, 600_000));
        }
        assertThat(ranges).contains("bytes=100000-362143", "bytes=200000-462143");
    }

    @Test
    void anAnswerThatBreaksOffAtOnceIsAnError() throws Exception {
        most = 0;
        try (var content = open(new OpenStreams(1))) {
            assertThatThrownBy(() -> content.read(5, new byte[10], 0, 10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("sha256/ab/ab/" + BLOB + " in bucket loa at http://127.0.0.1")
                    .hasMessageNotContaining("bi-mat");
        }
    }

    @Test
    void aStorageThatFailsIsAskedThreeTimes() throws Exception {
        status = 503;
        try (var content = open(new OpenStreams(1))) {
            assertThatThrownBy(() -> content.read(5, new byte[10], 0, 10))
                    .isInstanceOf(S3Failure.class)
                    .hasMessageContaining("bucket loa");
        }
        assertThat(ranges).hasSize(3);
    }

    @Test
    void moreReadersThanConnectionsTakeTurns() throws Exception {
        var streams = new OpenStreams(2);
        var readers = List.of(open(streams), open(streams), open(streams));
        for (var from = 0; from < 200_000; from += 50_000) {
            for (var reader : readers) {
                assertThat(reader.stream(from).readNBytes(50_000))
                        .isEqualTo(Arrays.copyOfRange(bytes, from, from + 50_000));
            }
        }
        assertThat(ranges).hasSize(12);
        readers.forEach(S3Content::close);
    }

    @Test
    void closingWhileAnotherThreadReadsHarmsNobody() throws Exception {
        for (var round = 0; round < 5; round++) {
            var streams = new OpenStreams(1);
            var content = open(streams);
            var read = threads.submit(() -> {
                var got = new ArrayList<byte[]>();
                for (var from = 0; from < 50_000; from += 1_000) {
                    got.add(content.stream(from).readNBytes(1_000));
                }
                return got;
            });
            content.close();
            var from = 0;
            for (var piece : read.get()) {
                assertThat(piece).isEqualTo(Arrays.copyOfRange(bytes, from, from + 1_000));
                from += 1_000;
            }
        }
    }
}
