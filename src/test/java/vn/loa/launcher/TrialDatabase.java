package vn.loa.launcher;

import java.io.IOException;
import java.nio.file.Path;

/** An empty PostgreSQL in a folder of its own, for one class of tests. Closing it stops it. */
public final class TrialDatabase implements AutoCloseable {
    private final DataFolder data;
    private final Part postgres;
    private final Database database;

    private TrialDatabase(DataFolder data, Part postgres, Database database) {
        this.data = data;
        this.postgres = postgres;
        this.database = database;
    }

    /** @param folder where its data shall be; made when it does not exist */
    public static TrialDatabase start(Path folder) throws IOException {
        Folders.delete(folder);
        DataFolder data = DataFolder.open(folder);
        PostgresCluster cluster = new PostgresCluster(
                PostgresBinaries.home(Parts.of(Program.PROJECT)),
                data.path().resolve("postgres"),
                data.path().resolve("postgres.password"));
        PostgresRecipe recipe = new PostgresRecipe(cluster, data, FreePort.find());
        Part postgres = recipe.start();
        recipe.awaitReady(postgres);
        return new TrialDatabase(data, postgres, recipe.database());
    }

    /** How to reach it. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        postgres.close();
        data.close();
    }
}
