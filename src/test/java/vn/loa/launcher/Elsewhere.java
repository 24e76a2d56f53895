package vn.loa.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A PostgreSQL and a Solr that the portal did not start, made as the containers make theirs: the database by
 * docker/postgres, the core by the entry point of docker/solr.
 */
final class Elsewhere implements AutoCloseable {
    private static final String SECRET = "/run/secrets/database_password";

    private final DataFolder data;
    private final PostgresRecipe recipe;
    private final Part solr;
    private Part postgres;
    private final Database database;
    private final String solrUrl;

    private Elsewhere(
            DataFolder data, PostgresRecipe recipe, Part postgres, Database database, Part solr, String solrUrl) {
        this.data = data;
        this.recipe = recipe;
        this.postgres = postgres;
        this.database = database;
        this.solr = solr;
        this.solrUrl = solrUrl;
    }

    static Elsewhere start(Path folder) throws Exception {
        Parts parts = Parts.of(Program.PROJECT);
        DataFolder data = DataFolder.open(folder.resolve("elsewhere"));
        PostgresCluster cluster = new PostgresCluster(
                PostgresBinaries.home(parts),
                data.path().resolve("postgres"),
                data.path().resolve("postgres.password"));
        PostgresRecipe recipe = new PostgresRecipe(cluster, data, FreePort.find());
        Part postgres = recipe.start();
        recipe.awaitReady(postgres);
        Database database = createDatabase(recipe.database(), folder.resolve("database_password"));

        int port = FreePort.find();
        Part solr = startSolr(parts, data, port);
        String url = "http://127.0.0.1:" + port + "/solr/loa";
        if (!Patience.until(
                java.time.Duration.ofSeconds(90),
                () -> Http.get(url + "/admin/ping").status() == 200)) {
            throw new AssertionError("Solr did not start: " + solr.printed());
        }
        return new Elsewhere(data, recipe, postgres, database, solr, url);
    }

    /**
     * What the image of PostgreSQL does with POSTGRES_DB, and then the script that it is given. In a locale that knows nothing of Vietnamese:
     * there is no telling how a database was made elsewhere.
     */
    private static Database createDatabase(Database server, Path secret) throws Exception {
        Files.writeString(secret, "mật khẩu 'của' $cổng$ thông tin\n");
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute("create database loa template template0 locale_provider libc locale 'C'");
        }
        String url = server.url().replaceAll("/postgres$", "/loa");
        try (Connection connection = connect(new Database(url, server.user(), server.password()));
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(Program.PROJECT.resolve("docker/postgres/portal.sql"))
                    .replace(SECRET, secret.toString()));
        }
        return new Database(url, "portal", Files.readString(secret).strip());
    }

    private static Part startSolr(Parts parts, DataFolder data, int port) throws IOException {
        Path image = Compose.read().dockerfile("solr").copyTo(data.path().resolve("image"));
        Path jetty = data.path().resolve("jetty.xml");
        try (InputStream in = Objects.requireNonNull(SolrRecipe.class.getResourceAsStream("solr-jetty.xml"))) {
            Files.copy(in, jetty);
        }
        // Solr's own script would add SOLR_OPTS and the home to the command in just this way.
        String solr =
                "exec \"$1\" -Xmx160m -XX:+UseSerialGC $SOLR_OPTS -Dsolr.solr.home=\"$SOLR_HOME\" -Dsolr.log.dir=\"$2\""
                        + " -Dlog4j2.level=WARN -Djetty.port=$3 -cp \"$4\" org.eclipse.jetty.xml.XmlConfiguration \"$5\"";
        return Part.start(
                "solr",
                "TERM",
                List.of(
                        image.resolve("entrypoint.sh").toString(),
                        "sh",
                        "-c",
                        solr,
                        "solr",
                        Java.program(),
                        data.path().resolve("log").toString(),
                        Integer.toString(port),
                        parts.solrClassPath(),
                        jetty.toUri().toString()),
                Map.of("SOLR_HOME", data.path().resolve("solr/data").toString()),
                data.log("solr"));
    }

    /** The portal's database, for the role of the portal. */
    Database database() {
        return database;
    }

    /** The file in which that role's password stands. */
    Path secret() {
        return data.path().resolveSibling("database_password");
    }

    /** The address of the core. */
    String solr() {
        return solrUrl;
    }

    void stopSolr() {
        solr.close();
    }

    void stopPostgres() {
        postgres.close();
    }

    void startPostgres() {
        postgres = recipe.start();
        recipe.awaitReady(postgres);
    }

    /** A connection with the rights of the portal, which the caller closes. */
    Connection connect() throws Exception {
        return connect(database);
    }

    private static Connection connect(Database database) throws Exception {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() {
        solr.close();
        postgres.close();
        data.close();
    }
}
