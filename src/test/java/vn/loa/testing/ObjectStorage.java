package vn.loa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An object storage that speaks S3, S3Mock in a process of its own, with one bucket. Whoever asks is let in. */
public final class ObjectStorage implements AutoCloseable {
    public static final String BUCKET = "loa-media";

    private final Process process;
    private final Path output;
    private final URI endpoint;

    private ObjectStorage(Process process, Path output, URI endpoint) {
        this.process = process;
        this.output = output;
        this.endpoint = endpoint;
    }

    /** @param folder for all that it keeps */
    public static ObjectStorage start(Path folder) {
        var project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        var output = folder.resolve("s3mock.log");
        try {
            var port = freePort();
            var settings = Map.of(
                    "server.address",
                    "127.0.0.1",
                    "server.port",
                    Integer.toString(port),
                    "server.ssl.enabled",
                    "false",
                    "spring.main.sources",
                    ObjectStorage.class.getResource("s3mock.xml").toString(),
                    "spring.main.allow-bean-definition-overriding",
                    "true",
                    "com.adobe.testing.s3mock.store.initial-buckets",
                    BUCKET,
                    "com.adobe.testing.s3mock.store.root",
                    folder.resolve("s3mock").toString());
            var command = new java.util.ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                    "-jar",
                    project.resolve("target/s3mock/s3mock-exec.jar").toString()));
            settings.forEach((name, value) -> command.add("--" + name + "=" + value));
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            var storage = new ObjectStorage(process, output, URI.create("http://127.0.0.1:" + port));
            storage.awaitReady();
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        try {
            Until.holds(() -> {
                if (!process.isAlive()) {
                    throw new AssertionError("S3Mock ended: " + Files.readString(output));
                }
                return answers();
            });
        } catch (RuntimeException | AssertionError e) {
            close();
            throw e;
        }
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(endpoint + "/" + BUCKET + "?list-type=2"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** The settings by which a portal keeps its media here. */
    public Map<String, String> settings() {
        return Map.of(
                "loa.blobs", "s3",
                "loa.s3.endpoint", endpoint.toString(),
                "loa.s3.bucket", BUCKET,
                "loa.s3.prefix", "cao-bang",
                "loa.s3.access.key", "portal",
                "loa.s3.secret.key", "khóa bí mật");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** It holds nothing that anybody needs. Returns when it has gone. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
