package vn.loa.launcher;

import java.nio.file.Path;

/** An empty PostgreSQL in a folder of its own for one class of tests, without a portal. Closing it stops it. */
public final class LocalPostgres implements AutoCloseable {
    private final DataFolder data;
    private final Part server;
    private final Database database;

    private LocalPostgres(DataFolder data, Part server, Database database) {
        this.data = data;
        this.server = server;
        this.database = database;
    }

    /** @param folder where its data shall be; what an earlier run left there is deleted */
    public static LocalPostgres start(Path folder) throws Exception {
        Folders.delete(folder);
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

    /** How to reach it. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        server.close();
        data.close();
    }
}
