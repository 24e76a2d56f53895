package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class RebuildIT {
    private static final String REBUILD = "/api/v1/search/rebuild";

    private static final String RECORDED = "select count(*) from audit_entry where action = 'rebuild-index'";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Portal portal;
    private final Staff administrator;

    RebuildIT(Portal portal) {
        this.portal = portal;
        administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
    }

    @BeforeEach
    void everything_public_is_indexed() {
        IndexState.awaitAll(portal);
    }

    @Test
    void a_rebuilt_index_takes_the_place_of_the_one_before_without_an_empty_search_and_changes_are_found_after_it() {
        var before = IndexState.found(portal);
        // As a node leaves it that was killed while it filled it.
        administer("action=CREATE&name=loa_20250101000000&configSet=loa");
        var recorded = IndexState.number(portal, RECORDED);
        var begun = administrator.send("POST", REBUILD, "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        assertThat(begun.headers().firstValue("Location").orElse("")).endsWith(REBUILD);
        assertThat(IndexState.number(portal, RECORDED)).as("in the audit trail").isEqualTo(recorded + 1);

        var seen = new ArrayList<Integer>();
        Until.answer(
                () -> {
                    seen.add(IndexState.found(portal));
                    return state();
                },
                state -> !state.equals("running"),
                PATIENCE);
        // On a busy machine one look may come too late to be answered in time.
        assertThat(seen).allMatch(found -> found == before || found == -1).contains(before);
        assertThat(seen.stream().filter(found -> found == -1).count()).isLessThanOrEqualTo(1 + seen.size() / 10);
        var done = Drafts.object(administrator.get(REBUILD));
        assertThat(done.getString("state")).as(done.toString()).isEqualTo("done");
        assertThat(done.getInt("done")).isEqualTo(done.getInt("total")).isGreaterThanOrEqualTo(before);
        assertThat(administer("action=STATUS"))
                .as("the one before, and what was left over, are gone")
                .doesNotContain("\"loa_2");
        Until.holds(() -> IndexState.found(portal) == before);

        var product = IndexState.number(portal, "select min(id) from product where online");
        var queued = "insert into search_outbox (kind, subject) values ('product', " + product + ")";
        IndexState.change(portal, "update product set online = false where id = " + product, queued);
        try {
            Until.holds(() -> IndexState.found(portal) == before - 1);
        } finally {
            IndexState.change(portal, "update product set online = true where id = " + product, queued);
        }
        Until.holds(() -> IndexState.found(portal) == before);
    }

    @Test
    void why_a_rebuild_has_failed_is_said_in_the_language_of_people() {
        Until.answer(this::state, state -> !state.equals("running"), PATIENCE);
        var was = Drafts.object(administrator.get(REBUILD)).getString("state");
        IndexState.change(portal, "update index_rebuild set state = 'failed', failure = 'search-away'");
        try {
            assertThat(Drafts.object(administrator.get(REBUILD)).getString("failure"))
                    .isEqualTo("search-away");
            assertThat(portal.get("/quan-tri/chi-muc", "Cookie", administrator.cookie())
                            .body())
                    .contains("Máy tìm kiếm không trả lời");
            IndexState.change(portal, "update index_rebuild set failure = null");
            assertThat(portal.get("/quan-tri/chi-muc?hl=en", "Cookie", administrator.cookie())
                            .body())
                    .contains("The node that was at it has stopped.");
        } finally {
            IndexState.change(portal, "update index_rebuild set failure = null, state = '" + was + "'");
        }
    }

    @Test
    void a_page_that_has_begun_a_rebuild_leads_to_itself_so_that_loading_it_again_begins_none() {
        Until.answer(this::state, state -> !state.equals("running"), PATIENCE);
        var office = new PlainForms(portal, administrator.cookie());

        var begun = office.send("/quan-tri/chi-muc", "lam", "dung-lai");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(303);
        assertThat(begun.headers().firstValue("Location")).contains("/quan-tri/chi-muc#tien-do");
        Until.answer(this::state, state -> !state.equals("running"), PATIENCE);
        assertThat(office.send("/quan-tri/chi-muc", "lam", "thu-lai").headers().firstValue("Location"))
                .contains("/quan-tri/chi-muc#cho-tim");
    }

    @Test
    void before_it_is_known_how_much_there_is_to_build_nothing_is_said_of_it() {
        Until.answer(this::state, state -> !state.equals("running"), PATIENCE);
        var was = Drafts.object(administrator.get(REBUILD)).getString("state");
        IndexState.change(
                portal,
                "update index_rebuild set state = 'running', done = 0, total = 0, since = now(), heard_at = now()");
        try {
            var page = new PlainForms(portal, administrator.cookie())
                    .get("/quan-tri/chi-muc")
                    .body();
            assertThat(page).contains("đang đếm những gì phải đưa vào").doesNotContain("0 trên 0");
            assertThat(page).containsPattern("<progress max=\"1\" aria-label");
        } finally {
            IndexState.change(portal, "update index_rebuild set state = '" + was + "'");
        }
    }

    @Test
    void comparisons_made_before_the_index_was_built_anew_are_said_to_be_of_the_old_one() {
        Until.answer(this::state, state -> !state.equals("running"), PATIENCE);
        Until.holds(() -> IndexState.number(portal, "select count(*) from index_comparison") > 0);
        var was = Drafts.object(administrator.get(REBUILD)).getString("state");
        var page = "/quan-tri/chi-muc";
        var office = new PlainForms(portal, administrator.cookie());
        IndexState.change(portal, "update index_rebuild set state = 'done', until = now() + interval '1 minute'");
        try {
            assertThat(office.get(page).body()).contains("Các lần so này là của chỉ mục cũ");
            IndexState.change(portal, "update index_rebuild set until = now() - interval '10 years'");
            assertThat(office.get(page).body()).doesNotContain("Các lần so này là của chỉ mục cũ");
        } finally {
            IndexState.change(portal, "update index_rebuild set until = now(), state = '" + was + "'");
        }
    }

    @Test
    void what_came_of_comparing_the_index_with_the_database_is_told() {
        // When the portal started.
        Until.holds(() -> IndexState.number(portal, "select count(*) from index_comparison") > 0);
        IndexState.change(portal, "insert into index_comparison (held, wanted, different) values (40, 42, 2)");
        try {
            assertThat(portal.get("/quan-tri/chi-muc", "Cookie", administrator.cookie())
                            .body())
                    .contains("Chỉ mục có 40 mục, công khai 42. Lệch 2 mục, đã cho đọc lại.");
            assertThat(portal.get("/quan-tri/chi-muc?hl=en", "Cookie", administrator.cookie())
                            .body())
                    .contains("The index holds 40 items, 42 are public. 2 differ");
        } finally {
            IndexState.change(portal, "delete from index_comparison where held = 40 and wanted = 42");
        }
    }

    @Test
    void only_administrators_rebuild() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());

        assertThat(portal.send("POST", REBUILD, "").statusCode()).isEqualTo(401);
        assertThat(portal.get(REBUILD).statusCode()).isEqualTo(401);
        assertThat(editor.send("POST", REBUILD, "").statusCode()).isEqualTo(403);
        assertThat(editor.get(REBUILD).statusCode()).isEqualTo(403);
    }

    @Test
    void administrators_of_one_place_neither_rebuild_nor_learn_how_far_it_is() {
        var confined = Staff.make(portal, Set.of(Role.ADMINISTRATOR), "04", Set.of());

        assertThat(confined.send("POST", REBUILD, "").statusCode()).isEqualTo(403);
        assertThat(confined.get(REBUILD).statusCode()).isEqualTo(403);
    }

    private String state() {
        return Drafts.object(administrator.get(REBUILD)).getString("state");
    }

    private String administer(String action) {
        var server = portal.solrUrl().substring(0, portal.solrUrl().lastIndexOf('/'));
        var answer = portal.send(HttpRequest.newBuilder(URI.create(server + "/admin/cores?" + action))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
