package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Changes one product behind the editors' back and puts it right again. */
@UsesPortal
class OutboxIT {
    private final Portal portal;
    private final int product;
    private final int revision;
    private final String deliverable;

    OutboxIT(Portal portal) {
        this.portal = portal;
        this.product = IndexState.number(portal, "select min(id) from product where online");
        this.revision = IndexState.number(portal, "select published_revision from product where id = " + product);
        this.deliverable = IndexState.text(
                portal,
                "select coalesce(quote_literal(deliverable), 'null') from product_revision where id = " + revision);
    }

    @BeforeEach
    void nothing_waits() {
        IndexState.awaitAll(portal);
    }

    @AfterEach
    void put_right() {
        IndexState.change(
                portal,
                "update product set online = true where id = " + product,
                "update product_revision set deliverable = " + deliverable + " where id = " + revision,
                "delete from search_outbox",
                queued(product));
        IndexState.awaitAll(portal);
    }

    @Test
    void what_the_transaction_queued_is_found_or_gone_soon() {
        var before = total();

        IndexState.change(portal, hidden(), queued(product));
        Until.holds(() -> total() == before - 1);

        IndexState.change(portal, shown(), queued(product));
        Until.holds(() -> total() == before);
        Until.holds(() -> IndexState.waiting(portal) == 0);
    }

    @Test
    void what_the_database_hides_is_not_shown_even_while_the_index_holds_it() {
        var slug = slug();

        IndexState.change(portal, hidden());

        Until.holds(() -> !portal.get("/api/v1/products?size=100").body().contains("\"" + slug + "\""));
    }

    @Test
    void a_poisoned_subject_holds_up_nobody() {
        var before = total();
        var other = IndexState.number(portal, "select max(id) from product where online");

        IndexState.change(
                portal,
                "update product_revision set deliverable = repeat('x', 40000) where id = " + revision,
                queued(product),
                "update product set online = false where id = " + other,
                queued(other));
        try {
            Until.holds(() -> total() == before - 1);
            Until.holds(() -> failures() == 1);
        } finally {
            IndexState.change(portal, "update product set online = true where id = " + other, queued(other));
        }
        IndexState.change(
                portal,
                "update product_revision set deliverable = " + deliverable + " where id = " + revision,
                "update search_outbox set due_at = now()");
        Until.holds(() -> failures() == 0 && total() == before);
    }

    @Test
    void what_is_put_aside_takes_the_place_of_what_was_put_aside_of_it_before() {
        IndexState.change(
                portal,
                "update product_revision set deliverable = repeat('x', 40000) where id = " + revision,
                "insert into search_outbox (kind, subject, attempts, due_at, failure) values ('product', " + product
                        + ", 6, null, 'before')",
                "insert into search_outbox (kind, subject, attempts) values ('product', " + product + ", 5)");

        Until.holds(() -> IndexState.waiting(portal) == 0);
        assertThat(IndexState.text(
                        portal,
                        "select string_agg(attempts || ' ' || (failure = 'before'), ';') from search_outbox where subject = "
                                + product + " and kind = 'product'"))
                .isEqualTo("6 false");
    }

    @Test
    void titles_are_looked_through_with_an_index_while_the_search_server_is_away() throws Exception {
        try (var connection = portal.database();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            var plan = new StringBuilder();
            try (var lines = statement.executeQuery(
                    "explain select id from product_revision where title_order like '%nghèo%'")) {
                while (lines.next()) {
                    plan.append(lines.getString(1));
                }
            }
            assertThat(plan).contains("product_revision_titles");
        }
    }

    private int failures() {
        return IndexState.number(portal, "select count(*) from search_outbox where failure is not null");
    }

    @Test
    void changes_wait_for_a_frozen_search_server_and_readers_are_told() throws Exception {
        var before = total();
        var solr = solr();
        signal("STOP", solr);
        try {
            var answer = portal.get("/api/v1/products?q=ngheo&facets=true");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(answer.body()).contains("\"limited\":true").doesNotContain("\"facets\"");
            assertThat(portal.get("/api/v1/search?q=ngheo").statusCode()).isEqualTo(200);
            assertThat(portal.get("/api/v1/suggest?q=vay").body()).contains("/chu-de/");
            var page = portal.get("/san-pham?q=ngheo");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Tìm kiếm đang hạn chế");
            assertThat(portal.get("/api/v1/products?q=ngh%C3%A8o&size=1").body())
                    .contains("\"limited\":true")
                    .doesNotContain("\"total\":0");
            assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
            assertThat(portal.get("/").statusCode()).isEqualTo(200);
            IndexState.change(portal, hidden(), queued(product));
        } finally {
            signal("CONT", solr);
        }
        Until.holds(() ->
                !portal.get("/api/v1/products?size=1").body().contains("\"limited\":true") && total() == before - 1);
        Until.holds(() -> IndexState.waiting(portal) == 0);
    }

    private int total() {
        return IndexState.found(portal);
    }

    private String slug() {
        return IndexState.text(portal, "select slug from product where id = " + product);
    }

    private String hidden() {
        return "update product set online = false where id = " + product;
    }

    private String shown() {
        return "update product set online = true where id = " + product;
    }

    private static String queued(int subject) {
        return "insert into search_outbox (kind, subject) values ('product', " + subject + ")";
    }

    private ProcessHandle solr() {
        var home = "-Dsolr.solr.home=" + portal.data().resolve("solr");
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
