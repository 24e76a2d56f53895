package vn.loa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import vn.loa.launcher.Launch;
import vn.loa.launcher.StartRefused;

/**
 * The portal with the sample content, as {@code mvn -Prun} would start it, for all integration tests of a run. Tests may add
 * content with addresses of their own, but must leave the sample content as they found it.
 */
public final class Portal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Launch launch;
    private final Sql sql = new Sql(this::database);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private Portal(Launch launch) {
        this.launch = launch;
    }

    /** Starts a portal whose data lies in a folder of its own. */
    static Portal start(Path project, Path data, Map<String, String> settings) {
        Properties given = new Properties();
        given.setProperty("loa.data", data.toString());
        given.putAll(settings);
        Launch launch = prepare(project, given);
        try {
            launch.start();
            return new Portal(launch);
        } catch (RuntimeException e) {
            launch.close();
            throw e;
        }
    }

    /** At a port that nobody has; somebody may take it between the look and the claim. */
    private static Launch prepare(Path project, Properties given) {
        for (int more = 4; ; more--) {
            given.setProperty("loa.port", Integer.toString(freePort()));
            try {
                return Launch.prepare(project, given, Map.of(), System.out::println);
            } catch (StartRefused refused) {
                if (more == 0 || !String.valueOf(refused.getMessage()).startsWith("Port ")) {
                    throw refused;
                }
            }
        }
    }

    /** The address of the front page, ending with a slash. */
    public String baseUrl() {
        return launch.address();
    }

    /** The address of a page. @param path beginning with a slash, already encoded */
    public URI uri(String path) {
        return URI.create(baseUrl()).resolve(path);
    }

    /** The folder with the data and the logs of this portal. */
    public Path data() {
        return launch.data();
    }

    /** The folder below which the portal that all tests share may put programmes. */
    public static Path delivered() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/delivered-programmes");
    }

    /** The address of the Solr core. */
    public String solrUrl() {
        return launch.solr();
    }

    /** The search server's process; another one after it was killed. */
    public ProcessHandle solrProcess() {
        return Until.answer(
                        () -> ProcessHandle.current()
                                .descendants()
                                .filter(process -> process.info()
                                        .commandLine()
                                        .filter(line -> line.contains("-Dsolr.solr.home=" + data()))
                                        .filter(line -> !line.contains("guard.sh"))
                                        .isPresent())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The database server's first process, the parent of its others. */
    public ProcessHandle databaseProcess() {
        Path file = data().resolve("postgres/postmaster.pid");
        return Until.answer(
                        () -> Files.exists(file)
                                ? ProcessHandle.of(Long.parseLong(
                                        Files.readAllLines(file).get(0).strip()))
                                : Optional.<ProcessHandle>empty(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Asks for a page as a browser without cookies does. Redirects are not followed. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends JSON, or nothing when it is empty. */
    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (json.isEmpty()) {
            return send(request.method(method, BodyPublishers.noBody()).build());
        }
        return send(request.method(method, BodyPublishers.ofString(json))
                .setHeader("Content-Type", "application/json")
                .build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) {
        return call(() -> http.send(request, BodyHandlers.ofString()));
    }

    /** Asks for something that is not text. */
    public HttpResponse<byte[]> bytes(HttpRequest request) {
        return call(() -> http.send(request, BodyHandlers.ofByteArray()));
    }

    /** A connection to the portal's database, which the caller closes. */
    public Connection database() {
        try {
            var database = launch.database();
            return DriverManager.getConnection(database.url(), database.user(), database.password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a test asks of the portal's database, or changes in it. */
    public Sql sql() {
        return sql;
    }

    @Override
    public void close() {
        launch.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T call(Callable<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
