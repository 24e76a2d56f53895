package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import vn.loa.testing.Invariants;
import vn.loa.testing.Until;

/** Portal processes on one database and one folder, which stop at failpoints to be killed there; with one product and one editor. */
final class Nodes implements AutoCloseable {
    static final String TRACKS = "/api/v1/products/thu/tracks";

    private static final String TOKEN = "crash-token";

    /** Until a film has come to a point: it is encoded in several steps, and other builds may use the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final LocalPostgres postgres;
    private final Map<String, String> settings;
    private final List<Node> started = new ArrayList<>();

    private Nodes(Path folder, LocalPostgres postgres, Map<String, String> settings) {
        this.folder = folder;
        this.postgres = postgres;
        this.settings = settings;
    }

    /** A database, and one node that has filled it. @param heartbeatSeconds after four times as much a worker is taken for dead */
    static Nodes start(Path folder, int heartbeatSeconds) throws Exception {
        return start(folder, Map.of("LOA_JOBS_HEARTBEAT_SECONDS", Integer.toString(heartbeatSeconds)));
    }

    /** The same. @param settings of all nodes besides, as environment variables */
    static Nodes start(Path folder, Map<String, String> settings) throws Exception {
        Nodes nodes = new Nodes(folder, LocalPostgres.start(folder.resolve("database")), settings);
        try {
            nodes.fill();
            return nodes;
        } catch (Exception | AssertionError e) {
            nodes.close();
            throw e;
        }
    }

    private void fill() throws Exception {
        Files.createDirectories(failpoints());
        serve();
        execute("insert into product (slug, sample, state, online, changed_at)"
                + " values ('thu', false, 'DRAFT', false, now());"
                + " insert into product_revision (product, number, title, summary, body, genre, production_year, replay)"
                + " select id, 1, '{\"vi\":\"Thử\"}', '{}', '{}', (select min(code) from genre), 2025, false from product;"
                + " update product set current_revision = (select id from product_revision);"
                + " insert into account (username, display_name, password_hash, enabled, sample, created_at)"
                + " values ('thu', 'Thử', 'PBKDF2WithHmacSHA256:1:AA==:AA==', true, false, now());"
                + " insert into account_role select id, 'EDITOR' from account;"
                + " insert into access_token (account, digest, created_at, expires_at) select id, '"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes()))
                + "', now(), now() + interval '1 day' from account");
    }

    /** Another node. */
    Node serve() {
        int port = FreePort.find();
        long running = started.stream().filter(node -> node.program().isAlive()).count();
        Program program = Program.server(
                folder.resolve("server-" + (started.size() + 1) + ".log"),
                folder.resolve("work-" + running),
                environment(port));
        program.awaitLine("Loa answers at ");
        Node node = new Node(program, port, TOKEN);
        started.add(node);
        return node;
    }

    private Map<String, String> environment(int port) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(Map.of(
                "LOA_PORT", Integer.toString(port),
                "LOA_DATA", data().toString(),
                "LOA_SOLR_URL", "http://127.0.0.1:1/solr/loa",
                "LOA_DATABASE_URL", postgres.database().url(),
                "LOA_DATABASE_USER", postgres.database().user(),
                "LOA_DATABASE_PASSWORD", postgres.database().password(),
                "LOA_JOBS_QUICK_WORKERS", "2",
                "LOA_JOBS_WORKERS", "2",
                "LOA_FAILPOINTS", failpoints().toString()));
        return environment;
    }

    /** The one that was started last. */
    Node newest() {
        return started.get(started.size() - 1);
    }

    /** From now on whoever comes to this point stands still there. */
    void arm(String failpoint) throws Exception {
        Files.writeString(failpoints().resolve(failpoint), "");
    }

    void awaitReached(String failpoint) {
        Until.answer(() -> Files.exists(failpoints().resolve(failpoint + ".reached")), Boolean::booleanValue, PATIENCE);
    }

    /** Nobody stops anywhere any more, and who has stopped goes on. */
    void disarm() throws IOException {
        try (var files = Files.newDirectoryStream(failpoints())) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Everything that holds of database and files at every moment. */
    void check() throws Exception {
        try (Connection database = connect()) {
            new Invariants(database, data().resolve("media")).check();
        }
    }

    /** Files of the store that no row refers to. */
    List<String> orphans() throws Exception {
        try (Connection database = connect()) {
            return new Invariants(database, data().resolve("media")).orphans();
        }
    }

    /** Lets a running node sweep, lets all that has ended and is marked grow a day older, and lets it sweep again. */
    void sweepADayLater() throws Exception {
        sweep();
        execute("update blob set marked_at = marked_at - interval '25 hours'");
        sweep();
    }

    private void sweep() throws Exception {
        long before = sweeps();
        execute("update scheduled_tasks set execution_time = now() where task_name = 'media-sweep'");
        Until.holds(() -> sweeps() > before);
    }

    /** Lets workers make the next attempts now, whatever pause they wait for. */
    void hurry() throws Exception {
        for (String table : List.of("scheduled_tasks", "scheduled_long_tasks")) {
            execute("update " + table + " set execution_time = now() where task_name = 'media-processing'"
                    + " and not picked and execution_time > now()");
        }
    }

    /** When the last sweep succeeded, in microseconds. */
    private long sweeps() throws Exception {
        return number("select coalesce(max(extract(epoch from last_success) * 1000000), 0)::bigint from scheduled_tasks"
                + " where task_name = 'media-sweep'");
    }

    void execute(String sql) throws Exception {
        try (Connection database = connect();
                var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws Exception {
        Database database = postgres.database();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    long number(String query) throws Exception {
        try (Connection database = connect();
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path failpoints() {
        return folder.resolve("failpoints");
    }

    @Override
    public void close() {
        started.forEach(Node::close);
        postgres.close();
    }
}
