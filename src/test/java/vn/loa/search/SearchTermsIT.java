package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

@UsesPortal
class SearchTermsIT {
    private static final String TERMS = "/api/v1/search/terms";

    /** What was counted is written every twenty seconds. */
    private static final Duration A_ROUND = Duration.ofSeconds(90);

    private final Portal portal;
    private final Staff editor;

    SearchTermsIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    @BeforeEach
    void some_weeks() {
        forget();
        IndexState.change(
                portal,
                "insert into search_term values ('2020-11-23', 'vay vốn', 9, 0), ('2020-11-23', 'máy cày', 4, 4),"
                        + " ('2020-11-23', 'máy bay', 7, 2), ('2020-11-16', 'bò', 5, 0)");
    }

    @AfterEach
    void forget() {
        IndexState.change(
                portal,
                "delete from search_term where week in ('2020-11-23', '2020-11-16') or term like 'sql-thu-%' or term in"
                        + " ('tu cua ba noi', 'den sau ngay dau tuan')");
    }

    @Test
    void editors_read_what_was_looked_for_in_a_week_the_most_frequent_first() {
        var listed = Drafts.object(editor.get(TERMS + "?week=2020-W48"));

        assertThat(listed.getString("week")).isEqualTo("2020-W48");
        assertThat(listed.getInt("total")).isEqualTo(3);
        assertThat(listed.getJsonArray("items").toString())
                .isEqualTo("[{\"asked\":9,\"foundNothing\":0,\"term\":\"vay vốn\"},"
                        + "{\"asked\":7,\"foundNothing\":2,\"term\":\"máy bay\"},"
                        + "{\"asked\":4,\"foundNothing\":4,\"term\":\"máy cày\"}]");
        assertThat(Drafts.object(editor.get(TERMS + "?week=2020-W48&size=1&page=2"))
                        .getJsonArray("items")
                        .toString())
                .contains("máy bay");
    }

    @Test
    void what_found_nothing_is_listed_by_how_often_it_did() {
        var listed = Drafts.object(editor.get(TERMS + "?week=2020-W48&unanswered=true"));

        assertThat(listed.getInt("total")).isEqualTo(2);
        assertThat(listed.getJsonArray("items").getJsonObject(0).getString("term"))
                .isEqualTo("máy cày");
    }

    @Test
    void the_same_is_read_in_the_back_office_week_by_week() {
        var office = new PlainForms(portal, editor.cookie());
        var page = office.get("/quan-tri/luot-tim?tuan=2020-W48");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).containsSubsequence("vay vốn", "9 lượt", "máy bay", "7 lượt", "2 lượt", "máy cày");
        assertThat(page.body()).contains("tuan=2020-W47", "tuan=2020-W49", "/tim-kiem?q=m%C3%A1y+c%C3%A0y");
        assertThat(office.get("/quan-tri/luot-tim?tuan=2020-W48&trong=1").body())
                .contains("máy cày", "máy bay")
                .doesNotContain("vay vốn");
        assertThat(office.get("/quan-tri/luot-tim?tuan=2020-W40").body()).contains("Tuần này chưa có từ nào");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-W60", "tuần này", "2199-W01", "<b>"})
    void the_page_says_so_when_it_is_asked_for_what_is_no_week_or_not_yet(String week) {
        var page = new PlainForms(portal, editor.cookie())
                .get("/quan-tri/luot-tim?tuan=" + URLEncoder.encode(week, StandardCharsets.UTF_8));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(week.replace("<", "&lt;").replace(">", "&gt;"), "Dưới đây là tuần này.", "Cách đếm")
                .doesNotContain("<b>");
    }

    @Test
    void a_week_can_be_taken_along_as_a_table_that_spreadsheets_do_not_calculate() {
        IndexState.change(portal, "insert into search_term values ('2020-11-23', '=1+1', 2, 0)");
        var office = new PlainForms(portal, editor.cookie());

        assertThat(office.get("/quan-tri/luot-tim?tuan=2020-W48&trong=1").body())
                .contains("href=\"/quan-tri/luot-tim-bang?tuan=2020-W48&amp;trong=1\"");
        var table = office.get("/quan-tri/luot-tim-bang?tuan=2020-W48");
        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"luot-tim-2020-W48.csv\"");
        assertThat(table.body())
                .isEqualTo("\ufeff\"Từ được tìm\",\"Số lượt tìm\",\"Không thấy gì\"\r\n\"vay vốn\",\"9\",\"0\"\r\n"
                        + "\"máy bay\",\"7\",\"2\"\r\n\"máy cày\",\"4\",\"4\"\r\n\"'=1+1\",\"2\",\"0\"\r\n");
        assertThat(office.get("/quan-tri/luot-tim-bang?tuan=2020-W48&trong=1").body())
                .contains("máy cày")
                .doesNotContain("vay vốn");
        assertThat(office.get("/quan-tri/luot-tim-bang?tuan=2020-W60").statusCode())
                .isEqualTo(400);
    }

    @Test
    void this_week_is_listed_without_a_week_and_answers_are_kept_nowhere() {
        var answer = editor.get(TERMS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(Drafts.object(answer).getString("week")).matches("\\d{4}-W\\d\\d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2020", "2020-W60", "2020-48", "W48", "2020-W48-1", "0000-W01", "1999-W10", "2199-W01", "%00"})
    void what_is_no_week_is_named(String week) {
        var answer = editor.get(TERMS + "?week=" + week);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"week\"", "2026-W48");
    }

    @Test
    void nobody_else_reads_it() {
        assertThat(portal.get(TERMS).statusCode()).isEqualTo(401);
        assertThat(Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"))
                        .get(TERMS)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_one_person_looks_for_is_written_nowhere_while_words_of_three_networks_are() {
        assertThat(visit("/tim-kiem?q=chuyen+rieng+cua+toi", "198.51.100.11")).isEqualTo(200);
        assertThat(visit("/tim-kiem?q=Chuyen+rieng+cua+toi", "198.51.100.11")).isEqualTo(200);
        assertThat(visit("/tim-kiem?q=CHUYEN+rieng+cua+toi", "198.51.100.11")).isEqualTo(200);
        byThree("tu+cua+ba+noi");

        Until.answer(() -> asked("tu cua ba noi"), times -> times == 3, A_ROUND);
        assertThat(asked("chuyen rieng cua toi")).isZero();
    }

    @Test
    void a_week_that_was_filled_up_on_its_monday_still_takes_what_many_look_for_later() {
        var week = Drafts.object(editor.get(TERMS)).getString("week");
        var monday = Week.find(week).orElseThrow().monday();
        IndexState.change(
                portal,
                "insert into search_term select '" + monday
                        + "', 'sql-thu-' || i, 3, 0 from generate_series(1, 2000) i",
                "insert into search_term values ('" + monday + "', 'sql-thu-nhieu', 500, 0)");
        byThree("den+sau+ngay+dau+tuan");

        Until.answer(() -> asked("den sau ngay dau tuan"), times -> times == 3, A_ROUND);
        assertThat(asked("sql-thu-nhieu")).isEqualTo(500);
        assertThat(IndexState.number(portal, "select count(*) from search_term where week = '" + monday + "'"))
                .isEqualTo(2_000);
    }

    /** Each in letters of another size: a page that memory gives counts once. */
    private void byThree(String words) {
        var first = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        assertThat(visit("/tim-kiem?q=" + words, "198.51.100.21")).isEqualTo(200);
        assertThat(visit("/tim-kiem?q=" + first, "198.51.100.22")).isEqualTo(200);
        assertThat(visit("/tim-kiem?q=" + words.toUpperCase(Locale.ROOT), "198.51.100.23"))
                .isEqualTo(200);
    }

    private int visit(String page, String network) {
        return portal.get(page, "X-Forwarded-For", network).statusCode();
    }

    private int asked(String term) {
        return IndexState.number(
                portal,
                "select coalesce(sum(asked), 0) from search_term where term = '" + term + "' and week > '2021-01-01'");
    }
}
