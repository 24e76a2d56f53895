package vn.loa.testing.rig;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jboss.weld.bootstrap.spi.BeanDiscoveryMode;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.postgresql.ds.PGSimpleDataSource;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.TimeSource;
import vn.loa.launcher.Database;
import vn.loa.media.BlobStore;
import vn.loa.media.MediaAsset;
import vn.loa.media.documents.DocumentReader;
import vn.loa.media.processing.ProcessingJob;
import vn.loa.media.transcode.Transcoding;
import vn.loa.media.uploads.Upload;

/** The beans of media, uploads and processing with their transactions, a database of their own and a folder of their own. */
public final class Rig implements AutoCloseable {
    private final Database database;
    private final EntityManagerFactory factory;
    private final Transactions transactions;
    private final MovableClock clock = new MovableClock();
    private final RigExtension extension;
    private final WeldContainer container;

    private Rig(Database database, Map<String, String> settings, UnaryOperator<BlobStore> storing) {
        this.database = database;
        PGSimpleDataSource outside = new PGSimpleDataSource();
        outside.setURL(database.url());
        outside.setUser(database.user());
        outside.setPassword(database.password());
        this.factory = Persistence.createEntityManagerFactory("loa", persistence(outside));
        this.transactions = new Transactions(factory);
        this.extension = new RigExtension(transactions, outside, clock, settings, storing);
        this.container = new Weld()
                .disableDiscovery()
                .setBeanDiscoveryMode(BeanDiscoveryMode.ANNOTATED)
                .addPackages(
                        false,
                        TimeSource.class,
                        MediaAsset.class,
                        Upload.class,
                        ProcessingJob.class,
                        DocumentReader.class,
                        Transcoding.class,
                        TransactionalMethods.class)
                .addBeanClass(AuditTrail.class)
                .addExtension(extension)
                .initialize();
    }

    /** @param data the folder that the setting {@code loa.data} names */
    public static Rig start(Database server, String name, Path data, Map<String, String> settings) throws SQLException {
        return start(server, name, data, settings, UnaryOperator.identity());
    }

    /** @param storing what stands before the store of blobs */
    public static Rig start(
            Database server, String name, Path data, Map<String, String> settings, UnaryOperator<BlobStore> storing)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        }
        Database own = new Database(server.url().replaceAll("/[a-z]+$", "/" + name), server.user(), server.password());
        Flyway.configure()
                .dataSource(own.url(), own.user(), own.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        Map<String, String> all = new HashMap<>(settings);
        all.put("loa.data", data.toString());
        return new Rig(own, all, storing);
    }

    private static Map<String, Object> persistence(DataSource database) {
        return Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", database,
                "eclipselink.weaving", "false");
    }

    public <T> T get(Class<T> bean) {
        return container.select(bean).get();
    }

    /** What is done from now on whenever more of an asset can be played, in the same transaction and as its last act. */
    public void whenChanged(Runnable act) {
        extension.whenChanged(act);
    }

    public MovableClock clock() {
        return clock;
    }

    /** In one transaction. */
    public <T> T in(Callable<T> work) throws Exception {
        return transactions.in(work);
    }

    /** A connection outside all transactions, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** The first column of the first row. */
    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    public void execute(String statement) throws SQLException {
        try (Connection connection = connect();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    @Override
    public void close() {
        container.shutdown();
        factory.close();
    }
}
