package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL of its own for this portal: it listens on the loopback interface only, and its data and its generated
 * password lie in the data folder.
 */
final class PostgresRecipe implements Recipe {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Sized for one portal on a small machine. */
    private static final Map<String, String> CONFIGURATION = new TreeMap<>(Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "40",
            "shared_buffers", "48MB",
            "jit", "off",
            "max_wal_size", "256MB",
            "max_parallel_workers_per_gather", "0",
            "timezone", "UTC",
            // Which statements run how often: for people who look for slow ones, and for tests that count.
            "shared_preload_libraries", "pg_stat_statements",
            "pg_stat_statements.max", "1000"));

    private final PostgresCluster cluster;
    private final DataFolder data;
    private final int port;

    PostgresRecipe(PostgresCluster cluster, DataFolder data, int port) {
        this.cluster = cluster;
        this.data = data;
        this.port = port;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    /** How the portal reaches the database; known only once the server has been started for the first time. */
    Database database() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", PostgresCluster.USER, cluster.password());
    }

    @Override
    public Part start() {
        cluster.createIfMissing(data.log("postgres-create"));
        awaitPredecessor();
        List<String> command = new ArrayList<>(cluster.command("postgres"));
        command.addAll(List.of("-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        CONFIGURATION.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Part.start("postgres", "INT", command, Map.of("LC_ALL", "C"), data.log("postgres"));
    }

    @Override
    public void awaitReady(Part part) {
        boolean ready = Patience.until(PATIENCE, () -> !part.isAlive() || saysReady());
        if (!ready || !part.isAlive()) {
            throw new StartRefused("PostgreSQL did not start, see " + part.log() + ".");
        }
    }

    private Path pidFile() {
        return cluster.folder().resolve("postmaster.pid");
    }

    /** The eighth line of the file tells the state, as pg_ctl reads it too. */
    private boolean saysReady() {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            return lines.size() >= 8 && lines.get(7).strip().equals("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * After a launcher died, its PostgreSQL may still be stopping; the lock on the data folder tells nothing about that. What a
     * machine that lost its power left behind would look like a server that is ready, or like one that runs, should another
     * process have got its number.
     */
    private void awaitPredecessor() {
        if (!Patience.until(PATIENCE, () -> !predecessorRuns())) {
            throw new StartRefused("Another PostgreSQL runs on " + cluster.folder() + ".");
        }
        try {
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot write to " + cluster.folder() + ".", e);
        }
    }

    private boolean predecessorRuns() {
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
            return ProcessHandle.of(pid)
                    .flatMap(process -> process.info().commandLine())
                    .filter(line -> line.contains(cluster.folder().toString()))
                    .isPresent();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return false;
        }
    }
}
