package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Until;

/** A launcher's life with one data folder: it is killed, started again, and stopped in good order; then a server takes its place. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeIT {
    @TempDir
    private static Path folder;

    private static Path data() {
        return folder.resolve("data of a portal");
    }

    @Test
    @Order(1)
    void aLauncherThatIsKilledLeavesNothingRunning() {
        try (Program launcher = start()) {
            launcher.awaitLine("Loa is ready: http://127.0.0.1:");
            List<ProcessHandle> children = launcher.children();
            assertThat(children).isNotEmpty();

            launcher.kill();

            Until.holds(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @Test
    @Order(2)
    void aSecondStartKeepsTheDataAndSigtermStopsEverything() throws Exception {
        String password = Files.readString(data().resolve("postgres.password"));
        leaveTraceOfPowerLoss();
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        AtomicBoolean isReady = new AtomicBoolean();
        int port = FreePort.find();
        try (Program launcher = start(port)) {
            CompletableFuture<Boolean> visitor = CompletableFuture.supplyAsync(() -> Until.answer(
                    () -> {
                        told.add(Http.get("http://127.0.0.1:" + port + "/san-pham")
                                .status());
                        return isReady.get();
                    },
                    Boolean::booleanValue,
                    Duration.ofMinutes(6)));
            String ready = launcher.awaitLine("Loa is ready: http://127.0.0.1:");
            isReady.set(true);
            visitor.join();
            assertThat(told)
                    .as("nobody is there, it starts, or there it is")
                    .contains(503)
                    .isSubsetOf(0, 503, 200);
            assertThat(Http.get(ready.substring("Loa is ready: ".length()) + "health/ready")
                            .status())
                    .isEqualTo(200);
            List<ProcessHandle> children = launcher.children();

            launcher.terminate();
            launcher.awaitEnd();

            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(Files.readString(data().resolve("postgres.password"))).isEqualTo(password);
        assertThat(Files.readString(data().resolve("log/postgres.log"))).contains("database system is shut down");
    }

    @Test
    @Order(3)
    void aServerRunsOnADatabaseAndASolrThatWereStartedElsewhere() throws Exception {
        Parts parts = Parts.of(Program.PROJECT);
        try (DataFolder elsewhere = DataFolder.open(data())) {
            PostgresRecipe postgres = new PostgresRecipe(
                    new PostgresCluster(
                            PostgresBinaries.home(parts),
                            data().resolve("postgres"),
                            data().resolve("postgres.password")),
                    elsewhere,
                    FreePort.find());
            SolrRecipe solr = new SolrRecipe(parts, elsewhere, FreePort.find(), 160);
            try (Part database = postgres.start();
                    Part search = solr.start()) {
                postgres.awaitReady(database);
                solr.awaitReady(search);
                serverServes(postgres.database(), solr.url());
                wrongPasswordIsRefused(postgres.database(), solr.url());
            }
        }
    }

    private static void serverServes(Database database, String solr) throws Exception {
        String port = Integer.toString(FreePort.find());
        Path secret = Files.writeString(folder.resolve("password"), database.password() + "\n");
        Map<String, String> settings = Map.of(
                "LOA_PORT",
                port,
                "LOA_BIND",
                "0.0.0.0",
                "LOA_LOG",
                "json",
                "LOA_DATA",
                folder.resolve("server data").toString(),
                "LOA_SOLR_URL",
                solr,
                "LOA_DATABASE_URL",
                database.url(),
                "LOA_DATABASE_USER",
                database.user(),
                "LOA_DATABASE_PASSWORD_FILE",
                secret.toString());
        try (Program server = Program.server(folder.resolve("server.log"), folder.resolve("work"), settings)) {
            server.awaitLine("Loa answers at ");
            Http.Answer ready = Http.get("http://127.0.0.1:" + port + "/health/ready");
            assertThat(ready.status()).as(ready.body()).isEqualTo(200);
            assertThat(ready.body()).contains("database", "search", "storage");
            assertThat(server.lines()).anyMatch(line -> line.startsWith("{\"time\":\""));

            server.terminate();
            server.awaitEnd();

            try (Connection connection =
                    DriverManager.getConnection(database.url(), database.user(), database.password())) {
                assertThat(connection.isValid(5))
                        .as("what runs elsewhere goes on")
                        .isTrue();
            }
        }
    }

    private static void wrongPasswordIsRefused(Database database, String solr) throws Exception {
        Map<String, String> settings = Map.of(
                "LOA_PORT", Integer.toString(FreePort.find()),
                "LOA_DATA", folder.resolve("server data").toString(),
                "LOA_SOLR_URL", solr,
                "LOA_DATABASE_URL", database.url(),
                "LOA_DATABASE_USER", database.user(),
                "LOA_DATABASE_PASSWORD", "wrong");
        try (Program server = Program.server(folder.resolve("wrong.log"), folder.resolve("work"), settings)) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.lines())
                    .singleElement()
                    .asString()
                    .contains("password authentication failed for user \"loa\"")
                    .doesNotContain("wrong");
        }
    }

    /** As if a server that is ready were running under the number of a process that has nothing to do with it. */
    private static void leaveTraceOfPowerLoss() throws Exception {
        Files.write(
                data().resolve("postgres/postmaster.pid"),
                List.of(
                        Long.toString(ProcessHandle.current().pid()),
                        data().resolve("postgres").toString(),
                        "0",
                        "1",
                        "",
                        "127.0.0.1",
                        "",
                        "ready   "));
    }

    private static Program start() {
        return start(FreePort.find());
    }

    private static Program start(int port) {
        return Program.launcher(
                folder.resolve("launcher.log"),
                Map.of(
                        "LOA_PORT", Integer.toString(port),
                        "LOA_DATA", data().toString(),
                        "LOA_SAMPLE", "false"));
    }
}
