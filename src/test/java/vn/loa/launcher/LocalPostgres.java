package vn.loa.launcher;

import java.nio.file.Path;

/** A PostgreSQL for one class of tests, without a portal. */
public final class LocalPostgres implements AutoCloseable {
    private final DataFolder data;
    private final Part server;
    private final Database database;

    private LocalPostgres(DataFolder data, Part server, Database database) {
        this.data = data;
        this.server = server;
        this.database = database;
    }

    public static LocalPostgres start(Path folder) throws Exception {
        Parts parts = Parts.of(Program.PROJECT);
        DataFolder data = DataFolder.open(folder);
        PostgresRecipe recipe = new PostgresRecipe(
                new PostgresCluster(
                        PostgresBinaries.home(parts),
                        data.path().resolve("postgres"),
                        data.path().resolve("postgres.password")),
                data,
                FreePort.find());
        Part server = recipe.start();
        recipe.awaitReady(server);
        return new LocalPostgres(data, server, recipe.database());
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}
