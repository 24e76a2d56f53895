package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Machine;

/**
 * Backup and restore as an administrator calls them. What Docker would run in containers runs here, on a real PostgreSQL: a small
 * program in its place hands the commands on.
 */
@EnabledIf(value = "areProgramsInstalled", disabledReason = "gpg or the programs of PostgreSQL 17 are not installed")
class BackupIT {
    private static final Path DOCKER = Program.PROJECT.resolve("docker");
    private static final String PASSPHRASE = "một câu dài mà chỉ quản trị biết";

    /** Stands where {@code docker} is looked for. */
    private static final String IN_PLACE_OF_DOCKER = """
            #!/bin/sh
            set -eu
            [ "$1 $2" = "compose -f" ]
            shift
            files=
            while [ "$1" = -f ]; do
              files="$files $(basename "$2")"
              shift 2
            done
            echo "$files" >> "$COMPOSE_LOG.files"
            echo "$1" >> "$COMPOSE_LOG"
            case "$*" in
              up*) exit 0 ;;
              "exec -T postgres sh -c "*)
                script=$(printf %s "$6" | sed "s|/run/secrets/database_password|$DATABASE_SECRET|")
                shift 6
                exec sh -c "$script" "$@" ;;
              "run --rm -T --no-deps --entrypoint sh app -c "*)
                shift 7
                exec sh "$@" ;;
              *) echo "Not understood: $*" >&2; exit 2 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private DataFolder data;
    private Part postgres;
    private Database server;
    private int databases;

    static boolean areProgramsInstalled() {
        return Machine.hasProgram("gpg", "backup and restore have not been tested") && isPostgres17Installed();
    }

    /** An older pg_dump refuses a newer server. */
    private static boolean isPostgres17Installed() {
        return Machine.has(hasPostgres17(), "pg_dump 17", "backup and restore have not been tested");
    }

    private static boolean hasPostgres17() {
        try {
            Process version = new ProcessBuilder("pg_dump", "--version").start();
            var number = Pattern.compile("\\) (\\d+)")
                    .matcher(new String(version.getInputStream().readAllBytes()));
            return number.find() && Integer.parseInt(number.group(1)) >= 17;
        } catch (IOException none) {
            // As good as one that is too old.
            return false;
        }
    }

    @BeforeEach
    void startPostgres() throws Exception {
        data = DataFolder.open(folder.resolve("server"));
        PostgresCluster cluster = new PostgresCluster(
                PostgresBinaries.home(Parts.of(Program.PROJECT)),
                data.path().resolve("postgres"),
                data.path().resolve("postgres.password"));
        PostgresRecipe recipe = new PostgresRecipe(cluster, data, FreePort.find());
        postgres = recipe.start();
        recipe.awaitReady(postgres);
        server = recipe.database();
        Path docker = Files.createDirectories(folder.resolve("bin")).resolve("docker");
        Files.writeString(docker, IN_PLACE_OF_DOCKER);
        assertThat(docker.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
    }

    @AfterEach
    void stopPostgres() {
        postgres.close();
        data.close();
    }

    @Test
    void whatWasBackedUpIsThereAgain() throws Exception {
        Installation first = installation();
        first.fill();

        assertThat(first.run("backup", archive())).isZero();

        assertThat(Files.readString(archive(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("PGDMP", "media/sha256", "work");
        Installation second = installation();
        assertThat(second.run("restore", archive()))
                .as(() -> String.join("\n", second.said()))
                .isZero();
        assertThat(second.titles()).isEqualTo(first.titles()).contains("Con bò của nhà ông Páo");
        assertThat(second.media()).isEqualTo(first.media()).hasSize(2);
        assertThat(second.composeLog()).startsWith("up").endsWith("up");
    }

    @Test
    void ofMediaInABucketIsSaidThatTheyAreNotInTheBackupAndTheContainersAreThoseThatReadThem() throws Exception {
        Installation first = installation();
        first.fill();
        first.keepMediaInBucket("kho");

        assertThat(first.run("backup", archive())).isZero();

        assertThat(first.said()).last().asString().contains("bucket kho and are not in this file");
        Installation second = installation();
        second.keepMediaInBucket("kho");
        assertThat(second.run("restore", archive())).isZero();
        assertThat(second.said()).last().asString().contains("bucket kho");
        assertThat(second.composeFiles()).isNotEmpty().containsOnly(" compose.yaml compose.s3.yaml");
    }

    @Test
    void aBackupReplacesNothingAndLeavesNothingBesideIt() throws Exception {
        Installation installation = installation();
        installation.fill();
        Files.writeString(archive(), "another");

        assertThat(installation.run("backup", archive())).isEqualTo(1);

        assertThat(installation.said()).singleElement().asString().contains("is there already");
        assertThat(archive()).hasContent("another");
        try (Stream<Path> beside = Files.list(archive().getParent())) {
            assertThat(beside.filter(file -> file.toString().contains(".backup")))
                    .containsExactly(archive());
        }
    }

    @Test
    void aBackupOfADatabaseThatDoesNotAnswerIsNone() throws Exception {
        Installation installation = installation();
        installation.fill();
        postgres.close();

        assertThat(installation.run("backup", archive())).isEqualTo(1);

        assertThat(installation.said()).last().asString().contains("The database could not be read");
        assertThat(archive()).doesNotExist();
    }

    @Test
    void anotherPassphraseIsRefusedBeforeAnythingChanges() throws Exception {
        Installation first = installation();
        first.fill();
        assertThat(first.run("backup", archive())).isZero();
        Files.writeString(folder.resolve("passphrase"), "đoán mò");

        assertRefused(installation());
    }

    @Test
    void aDamagedArchiveIsRefusedBeforeAnythingChanges() throws Exception {
        Installation first = installation();
        first.fill();
        assertThat(first.run("backup", archive())).isZero();
        byte[] whole = Files.readAllBytes(archive());

        for (int at : new int[] {whole.length / 4, whole.length / 2, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(archive(), changed);
            assertRefused(installation());
        }
        Files.write(archive(), java.util.Arrays.copyOf(whole, whole.length - 1000));
        assertRefused(installation());
        Files.write(archive(), new byte[0]);
        assertRefused(installation());
    }

    @Test
    void anInstallationWithContentIsNotOverwritten() throws Exception {
        Installation first = installation();
        first.fill();
        assertThat(first.run("backup", archive())).isZero();

        assertThat(first.run("restore", archive())).isEqualTo(1);

        assertThat(first.said()).last().asString().contains("The database is not empty. Nothing has been changed");
        Installation second = installation();
        Files.createDirectories(second.data.resolve("media/sha256"));
        assertThat(second.run("restore", archive())).isEqualTo(1);
        assertThat(second.said()).last().asString().contains("There are media already");
        assertThat(second.tables()).isZero();
    }

    private void assertRefused(Installation installation) throws Exception {
        assertThat(installation.run("restore", archive())).isEqualTo(1);
        assertThat(installation.said()).last().asString().contains("Nothing has been changed.");
        assertThat(installation.tables()).isZero();
        assertThat(installation.data.resolve("media")).doesNotExist();
        assertThat(installation.composeLog()).isEmpty();
    }

    private Path archive() {
        return folder.resolve("loa.backup");
    }

    /** A database and a folder of media, both empty, as docker/postgres and the first start of a container leave them. */
    private Installation installation() throws Exception {
        String name = "loa" + ++databases;
        Path home = Files.createDirectories(folder.resolve(name));
        try (Connection connection = connect(server.url());
                var statement = connection.createStatement()) {
            if (databases == 1) {
                statement.execute("create role portal login password 'bí mật'");
            }
            statement.execute("create database " + name + " owner portal");
        }
        Files.writeString(home.resolve("secret"), "bí mật");
        return new Installation(name, home, Files.createDirectories(home.resolve("data")));
    }

    private Connection connect(String url) throws Exception {
        return DriverManager.getConnection(url, server.user(), server.password());
    }

    private final class Installation {
        private final String name;
        private final Path home;
        private final Path data;

        Installation(String name, Path home, Path data) {
            this.name = name;
            this.home = home;
            this.data = data;
        }

        void fill() throws Exception {
            try (Connection connection = database();
                    var statement = connection.createStatement()) {
                statement.execute("set role portal");
                statement.execute("create extension pg_trgm");
                statement.execute("create table work (id bigint generated always as identity primary key, title text)");
                statement.execute("insert into work (title) values ('Con bò của nhà ông Páo')");
                statement.execute("insert into work (title) select md5(n::text) from generate_series(1, 20000) n");
            }
            Path blobs = Files.createDirectories(data.resolve("media/sha256/ab/cd"));
            Files.writeString(blobs.resolve("abcd"), "tiếng nói");
            Files.write(blobs.resolve("abce"), new byte[3_000_000]);
            Files.writeString(
                    Files.createDirectories(data.resolve("media/staging")).resolve("x.part"), "nửa chừng");
        }

        void keepMediaInBucket(String bucket) throws IOException {
            Files.writeString(
                    Files.createDirectories(home.resolve("docker")).resolve(".env"),
                    "LOA_S3_REGION=vn-1\nLOA_S3_BUCKET=" + bucket + "\n");
        }

        /** Returns the exit code. */
        int run(String command, Path archive) throws Exception {
            Map<String, String> environment = new HashMap<>(Map.of(
                    "PATH",
                    folder.resolve("bin") + ":" + System.getenv("PATH"),
                    "PGPORT",
                    server.url().replaceAll(".*:(\\d+)/.*", "$1"),
                    "LOA_DATA",
                    data.toString(),
                    "LOA_BACKUP_PASSPHRASE_FILE",
                    folder.resolve("passphrase").toString(),
                    "DATABASE_SECRET",
                    home.resolve("secret").toString(),
                    "COMPOSE_LOG",
                    home.resolve("compose.log").toString()));
            // Each installation has its own server under Docker, and there the database is called the same everywhere.
            Path scripts = home.resolve("docker");
            Files.createDirectories(scripts);
            for (String file : List.of("archive.sh", command)) {
                Files.writeString(
                        scripts.resolve(file),
                        Files.readString(DOCKER.resolve(file)).replace("--dbname=loa", "--dbname=" + name));
            }
            try (Program program = Program.start(
                    List.of("sh", scripts.resolve(command).toString(), archive.toString()),
                    home.resolve("output"),
                    environment)) {
                return program.awaitEnd();
            }
        }

        List<String> said() {
            return lines(home.resolve("output"));
        }

        List<String> composeFiles() {
            return lines(home.resolve("compose.log.files"));
        }

        List<String> composeLog() {
            return lines(home.resolve("compose.log"));
        }

        List<String> titles() throws Exception {
            try (Connection connection = database();
                    var titles = connection.createStatement().executeQuery("select title from work order by id")) {
                List<String> found = new java.util.ArrayList<>();
                while (titles.next()) {
                    found.add(titles.getString(1));
                }
                return found;
            }
        }

        long tables() throws Exception {
            try (Connection connection = database();
                    var count = connection
                            .createStatement()
                            .executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
                count.next();
                return count.getLong(1);
            }
        }

        Map<String, Long> media() throws IOException {
            try (Stream<Path> files = Files.walk(data.resolve("media"))) {
                Map<String, Long> found = new TreeMap<>();
                for (Path file : files.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("staging"))
                        .toList()) {
                    java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                    sum.update(Files.readAllBytes(file));
                    found.put(data.relativize(file).toString(), sum.getValue());
                }
                return found;
            }
        }

        private Connection database() throws Exception {
            return connect(server.url().replaceAll("/[^/]+$", "/" + name));
        }

        private List<String> lines(Path file) {
            try {
                return Files.exists(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
