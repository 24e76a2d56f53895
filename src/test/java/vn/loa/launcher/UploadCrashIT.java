package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Invariants;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/** The portal is killed while a file comes and is processed: what was acknowledged is there, and the work goes on by itself. */
class UploadCrashIT {
    private static final String TOKEN = "crash-token";
    private static final String TRACKS = "/api/v1/products/thu/tracks";

    /** More than becomes safe at once. */
    private static final int LENGTH = 20 << 20;

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static @Nullable Program server;
    private static int port;
    private static int starts;

    private final byte[] bytes = file();
    private @Nullable String upload;

    @BeforeAll
    static void start() throws Exception {
        Files.createDirectories(failpoints());
        postgres = LocalPostgres.start(folder.resolve("database"));
        port = FreePort.find();
        serve();
        try (Connection database = connect();
                var statement = database.createStatement()) {
            statement.execute("insert into product (slug, sample, state, online, changed_at)"
                    + " values ('thu', false, 'DRAFT', false, now());"
                    + " insert into product_revision (product, number, title, summary, body, genre, production_year, replay)"
                    + " select id, 1, '{\"vi\":\"Thử\"}', '{}', '{}', (select min(code) from genre), 2025, false from product;"
                    + " update product set current_revision = (select id from product_revision);"
                    + " insert into account (username, display_name, password_hash, enabled, sample, created_at)"
                    + " values ('thu', 'Thử', 'PBKDF2WithHmacSHA256:1:AA==:AA==', true, false, now());"
                    + " insert into account_role select id, 'EDITOR' from account;"
                    + " insert into access_token (account, digest, created_at, expires_at) select id, '"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes()))
                    + "', now(), now() + interval '1 day' from account");
        }
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(server).ifPresent(Program::close);
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"upload-written", "upload-forced", "upload-recorded", "taken-in-stored", "taken-in-committed"})
    void killedAtThisPointItGoesOn(String failpoint) throws Exception {
        Path armed = Files.writeString(failpoints().resolve(failpoint), "");
        Path reached = failpoints().resolve(failpoint + ".reached");
        CompletableFuture<Void> editor = CompletableFuture.runAsync(this::send);

        Until.holds(() -> Files.exists(reached));
        kill();
        Files.delete(armed);
        Files.delete(reached);
        editor.exceptionally(brokenOff -> null).join();

        recovers();
    }

    @RepeatedTest(2)
    void killedAtAnyMomentItGoesOn() throws Exception {
        CompletableFuture<Void> editor = CompletableFuture.runAsync(this::send);
        long moment = new Random().nextLong(3000);
        System.out.println("Killed after " + moment + " ms");
        try {
            editor.get(moment, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException | java.util.concurrent.ExecutionException underWay) {
            // That is the moment.
        }
        kill();
        editor.exceptionally(brokenOff -> null).join();

        recovers();
    }

    @Test
    void twoKillsInOneFileAreNoWorse() throws Exception {
        killedAtThisPointItGoesOn("upload-forced");
        upload = null;
        killedAtThisPointItGoesOn("taken-in-stored");
    }

    private void recovers() throws Exception {
        check();
        serve();
        send();
        String location = track().headers().firstValue("Location").orElseThrow();
        HttpResponse<String> ready = Until.answer(
                () -> client().send(client().request(location).GET().build()),
                answer -> answer.body().contains("\"state\":\"ready\""));
        assertThat(ready.statusCode()).isEqualTo(200);
        check();
        assertThat(folder.resolve("data/media/sha256").resolve(place(bytes))).exists();
    }

    /** What an editor's program does, from wherever it was broken off. */
    private void send() {
        String id = Optional.ofNullable(upload).orElseGet(() -> TusClient.id(client().announce("a.pdf", LENGTH)));
        upload = id;
        int offset = (int) TusClient.offset(client().look(id));
        if (offset < LENGTH) {
            HttpResponse<String> sent = client().send(id, offset, Arrays.copyOfRange(bytes, offset, LENGTH));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(204);
        }
        assertThat(track().statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> track() {
        return client().send(client().request(TRACKS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"upload\":\"" + upload
                        + "\",\"kind\":\"document\",\"language\":\"vi\",\"role\":\"attachment\"}"))
                .build());
    }

    private static TusClient client() {
        return new TusClient(URI.create("http://127.0.0.1:" + port + "/"), "Bearer " + TOKEN);
    }

    private static void serve() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LOA_PORT", Integer.toString(port),
                "LOA_DATA", folder.resolve("data").toString(),
                "LOA_SOLR_URL", "http://127.0.0.1:1/solr/loa",
                "LOA_DATABASE_URL", postgres.database().url(),
                "LOA_DATABASE_USER", postgres.database().user(),
                "LOA_DATABASE_PASSWORD", postgres.database().password(),
                "LOA_JOBS_HEARTBEAT_SECONDS", "1"));
        settings.put("LOA_FAILPOINTS", failpoints().toString());
        starts++;
        server = Program.server(folder.resolve("server-" + starts + ".log"), folder.resolve("work"), settings);
        server.awaitLine("Loa answers at ");
    }

    private static void kill() throws InterruptedException {
        Program running = java.util.Objects.requireNonNull(server);
        running.kill();
        running.awaitEnd();
    }

    private static void check() throws Exception {
        try (Connection database = connect()) {
            new Invariants(database, folder.resolve("data/media")).check();
        }
    }

    private static Connection connect() throws Exception {
        Database database = postgres.database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static Path failpoints() {
        return folder.resolve("failpoints");
    }

    private static byte[] file() {
        byte[] bytes = new byte[LENGTH];
        new Random().nextBytes(bytes);
        byte[] head = "%PDF-1.7\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static String place(byte[] bytes) {
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
