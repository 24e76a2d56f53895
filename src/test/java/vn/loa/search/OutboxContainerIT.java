package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.LongConsumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.loa.accounts.Actor;
import vn.loa.catalog.ProductTransitions;
import vn.loa.catalog.Products;
import vn.loa.common.LoaDatabase;
import vn.loa.editorial.TransitionRefused;
import vn.loa.launcher.LocalPostgres;
import vn.loa.plans.PlanTransitions;
import vn.loa.plans.Plans;

/**
 * The whole application, which beside its own servlets admits the one that runs these tests, in a server of its own, on an empty PostgreSQL and without a search server, so that what is queued stays. Each act
 * is done twice by the services that editors use: rolled back it leaves no trace, committed it has queued its subject.
 */
@ExtendWith(ArquillianExtension.class)
class OutboxContainerIT {
    /** A part of the portal, which may do everything. */
    private static final Actor ANYBODY = Actor.SCHEDULE;

    private static final String WORLD = """
            insert into genre values ('tin-bai', 0, '{"vi":"Tin bài"}', 'text', 'x', 'x', 1) on conflict do nothing;
            insert into language values ('vi', 0, 'vi', 'vie', 'Tiếng Việt', '{"vi":"Tiếng Việt"}', null, true, true, 1)
                on conflict do nothing;
            insert into agency (code, name) values ('so', '{"vi":"Sở"}') on conflict do nothing;
            insert into locality (code, name, kind, label, level, valid_from)
                values ('04', 'Cao Bằng', 'Tỉnh', '{"vi":"Tỉnh Cao Bằng"}', 'province', '2004-07-08') on conflict do nothing;
            insert into blob (sha256, size, created_at) values (repeat('0', 64), 1, now()) on conflict do nothing;
            """;

    private static final String PRODUCT = """
            with p as (insert into product (slug, sample, state, online, changed_at)
                       values ('san-pham-' || gen_random_uuid(), false, 'APPROVED', false, now()) returning id),
                 r as (insert into product_revision (product, number, title, summary, body, genre, production_year, replay)
                       select id, 1, '{"vi":"Tên"}', '{}', '{"vi":"<p>Chữ</p>"}', 'tin-bai', 2025, false from p)
            select id from p
            """;

    private static final String PLAN = """
            with p as (insert into plan (slug, sample, state, online, changed_at)
                       values ('ke-hoach-' || gen_random_uuid(), false, 'APPROVED', false, now()) returning id),
                 r as (insert into plan_revision (plan, number, kind, agency, subject, summary, level, locality)
                       select p.id, 1, 'KH', 'so', 'Trích yếu', '{}', 'province', l.id from p, (select min(id) as id from locality) l)
            select id from p
            """;

    private static final String TRACK = """
            with a as (insert into media_asset (kind, original_name, master, created_at)
                       values ('audio', 'a.m4a', repeat('0', 64), now()) returning id)
            insert into track (product, position, kind, language, role, state, asset)
                select %d, 0, 'audio', 'vi', 'original', 'ready', id from a returning id
            """;

    /** Of a type that the server, where this class is loaded too, knows. */
    private static AutoCloseable database;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Products products;

    @Inject
    private ProductTransitions productTransitions;

    @Inject
    private Plans plans;

    @Inject
    private PlanTransitions planTransitions;

    @Deployment
    static WebArchive portal() throws Exception {
        var target = Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target");
        var started = LocalPostgres.start(target.resolve("outbox-container"));
        database = started;
        var settings = Files.readString(target.resolve("classes/META-INF/microprofile-config.properties"))
                + """
                loa.data=%s
                loa.database.url=%s
                loa.database.user=%s
                loa.database.password=%s
                loa.solr.url=http://127.0.0.1:9/solr/loa
                loa.sample=false
                """.formatted(
                                target.resolve("outbox-container/media"),
                                started.database().url(),
                                started.database().user(),
                                started.database().password());
        return ShrinkWrap.create(ZipImporter.class, "loa.war")
                .importFrom(target.resolve("loa.war").toFile())
                .as(WebArchive.class)
                .addClass(OutboxContainerIT.class)
                .addAsLibrary(jarOf(Assertions.class))
                .setWebXML(new StringAsset(Files.readString(target.resolve("loa/WEB-INF/web.xml"))
                        .replace("</absolute-ordering>", "<others/></absolute-ordering>")))
                .addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    private static File jarOf(Class<?> type) {
        return new File(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void the_world_is_there() throws Exception {
        execute(WORLD);
    }

    @AfterEach
    void no_transaction_is_left_open() throws Exception {
        if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
            transaction.rollback();
        }
    }

    @Test
    void publishing_a_product_queues_it_in_the_same_transaction() throws Exception {
        assertQueuedWith("product", product(), this::publish);
    }

    @Test
    void withdrawing_a_product_queues_it_in_the_same_transaction() throws Exception {
        var id = product();
        publicly(() -> publish(id));

        assertQueuedWith(
                "product",
                id,
                subject -> productTransitions.withdraw(
                        products.find(subject).orElseThrow(), "Đã rút lại lời đồng ý", ANYBODY));
    }

    @Test
    void approving_a_track_of_a_public_product_queues_the_product_in_the_same_transaction() throws Exception {
        var id = product();
        publicly(() -> publish(id));
        number(TRACK.formatted(id));

        assertQueuedWith(
                "product",
                id,
                subject -> productTransitions.approve(
                        products.find(subject).orElseThrow().tracks().get(0), ANYBODY));
    }

    @Test
    void publishing_and_withdrawing_a_plan_queue_it_in_the_same_transaction() throws Exception {
        var id = number(PLAN);
        execute("update plan p set current_revision = r.id from plan_revision r where r.plan = p.id;"
                + " insert into plan_section (revision, position, depth, title, anchor, body)"
                + " select id, 0, 1, 'Mục đích', 'muc-dich', '<p>Chữ</p>' from plan_revision");

        assertQueuedWith(
                "plan",
                id,
                subject -> planTransitions.publish(plans.find(subject).orElseThrow(), Instant.now(), ANYBODY));
        assertQueuedWith(
                "plan",
                id,
                subject -> planTransitions.withdraw(
                        plans.find(subject).orElseThrow(), "Đã thay bằng văn bản khác", ANYBODY));
    }

    @Test
    void a_step_that_is_refused_queues_nothing() throws Exception {
        var id = product();

        transaction.begin();
        assertThatThrownBy(() -> productTransitions.withdraw(products.find(id).orElseThrow(), "Không hợp", ANYBODY))
                .isInstanceOf(TransitionRefused.class);
        transaction.rollback();

        assertThat(queued("product", id)).isZero();
    }

    @Test
    void without_a_transaction_nothing_can_be_done() throws Exception {
        var id = product();

        assertThatThrownBy(() -> publish(id)).isInstanceOf(jakarta.transaction.TransactionalException.class);
        assertThat(queued("product", id)).isZero();
    }

    private void assertQueuedWith(String kind, long id, LongConsumer act) throws Exception {
        execute("delete from search_outbox");
        transaction.begin();
        act.accept(id);
        assertThat(queued(kind, id)).as("within the transaction").isOne();
        transaction.rollback();
        assertThat(queued(kind, id)).as("after it was rolled back").isZero();

        publicly(() -> act.accept(id));
        assertThat(queued(kind, id)).as("after it was committed").isOne();
    }

    private void publish(long id) {
        productTransitions.publish(products.find(id).orElseThrow(), ANYBODY);
    }

    private void publicly(Runnable act) throws Exception {
        transaction.begin();
        act.run();
        transaction.commit();
    }

    private long product() throws Exception {
        var id = number(PRODUCT);
        execute(
                "update product p set current_revision = r.id from product_revision r where r.product = p.id and p.id = "
                        + id);
        return id;
    }

    private long queued(String kind, long id) throws Exception {
        return number("select count(*) from search_outbox where kind = '" + kind + "' and subject = " + id);
    }

    /** Takes part in the running transaction, if there is one. */
    private static long number(String query) throws Exception {
        try (var connection = source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(String sql) throws NamingException, SQLException {
        try (var connection = source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource source() throws NamingException {
        return InitialContext.doLookup(LoaDatabase.NAME);
    }
}
