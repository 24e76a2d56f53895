package vn.loa.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A whole portal: PostgreSQL and Solr, unless the settings name ones that run elsewhere, and the application. Closing it
 * stops everything it started.
 */
public final class Launch implements AutoCloseable {
    private final Settings settings;
    private final DataFolder data;
    private final Optional<PostgresRecipe> postgres;
    private final Optional<SolrRecipe> solr;
    private final List<Keeper> first = new ArrayList<>();
    private final List<Keeper> beside = new ArrayList<>();
    private final Keeper portal;
    private final CompletableFuture<String> broken = new CompletableFuture<>();
    private volatile boolean closed;

    private Launch(Parts parts, Settings settings, Properties given, DataFolder data, Consumer<String> report) {
        this.settings = settings;
        this.data = data;
        PostgresCluster cluster = new PostgresCluster(
                PostgresBinaries.home(parts),
                data.path().resolve("postgres"),
                data.path().resolve("postgres.password"));
        this.postgres = settings.database().isPresent()
                ? Optional.empty()
                : Optional.of(new PostgresRecipe(cluster, data, FreePort.find()));
        this.solr = settings.solr().isPresent()
                ? Optional.empty()
                : Optional.of(new SolrRecipe(parts, data, FreePort.find(), settings.solrMemory()));
        postgres.ifPresent(recipe -> first.add(new Keeper(recipe, report, broken::complete)));
        solr.ifPresent(recipe -> beside.add(new Keeper(recipe, report, broken::complete)));
        this.portal =
                new Keeper(new PortalRecipe(parts, data, this::complete, given, address()), report, broken::complete);
    }

    /**
     * Reads the settings, claims the data folder and looks at the port. Nothing is started yet, so the caller can arrange for
     * {@link #close} first.
     *
     * @param project the folder of the project, which must be built
     * @param given system properties; those of the portal are handed on to it
     * @param environment the settings in their other spelling
     * @param report takes sentences for the person who watches
     * @throws StartRefused if a setting forbids to go on
     */
    public static Launch prepare(
            Path project, Properties given, Map<String, String> environment, Consumer<String> report) {
        Settings settings = Settings.read(given, environment, true);
        Parts parts = Parts.of(project);
        ApplicationSettings.require(new Settings.Source(given, environment), parts.war());
        FreePort.require(settings.bind(), settings.port());
        return new Launch(parts, settings, given, DataFolder.open(settings.data()), report);
    }

    /**
     * Starts everything and returns when the portal is ready or {@link #close} came first.
     *
     * @throws StartRefused if a part does not start; what runs by then goes on running until {@link #close}
     */
    public void start() {
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> beside.forEach(Keeper::start));
        first.forEach(Keeper::start);
        portal.start();
        try {
            others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartRefused refused ? refused : e;
        }
    }

    /** Where a browser on this machine finds the portal. */
    public String address() {
        return "http://" + settings.reachableBind() + ":" + settings.port() + "/";
    }

    /** The folder with its data and its logs. */
    public Path data() {
        return settings.data();
    }

    /** The database that the portal uses. */
    public Database database() {
        return complete().database().orElseThrow();
    }

    /** The address of the Solr core that the portal uses. */
    public String solr() {
        return complete().solr().orElseThrow();
    }

    /** The settings with what this launch chose itself. */
    private Settings complete() {
        return new Settings(
                settings.port(),
                settings.bind(),
                settings.data(),
                settings.log(),
                settings.sample(),
                settings.bucket(),
                settings.database().or(() -> postgres.map(PostgresRecipe::database)),
                settings.solr().or(() -> solr.map(SolrRecipe::url)),
                settings.solrMemory());
    }

    /** Whether it is being stopped or has been: what fails from then on says nothing. */
    boolean isClosed() {
        return closed;
    }

    /** Waits until a part cannot be kept running, and says which. */
    String awaitBroken() {
        return broken.join();
    }

    /** Stops the portal first, so that it can end its work in good order, then what it used. */
    @Override
    public void close() {
        closed = true;
        portal.close();
        beside.forEach(Keeper::close);
        first.forEach(Keeper::close);
        data.close();
    }
}
