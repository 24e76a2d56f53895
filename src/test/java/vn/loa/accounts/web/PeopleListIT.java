package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** An administrator finds whom they look for among those who work with the portal. */
@UsesPortal
class PeopleListIT {
    private static final String PEOPLE = "/quan-tri/nguoi-dung";
    private static final String COMMUNE = "01393";

    private final Portal portal;
    private final String cookie;
    private final String mark = "loc-" + UUID.randomUUID().toString().substring(0, 8) + "-";

    PeopleListIT(Portal portal) {
        this.portal = portal;
        cookie = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie();
    }

    @BeforeEach
    void some_people() {
        person("bien-tap", "EDITOR", null, true, false);
        person("duyet", "PUBLISHER", null, true, false);
        person("xa", "COMMUNE_OFFICER", COMMUNE, true, false);
        person("xa-moi", "COMMUNE_OFFICER", COMMUNE, true, true);
        person("xa-cu", "COMMUNE_OFFICER", COMMUNE, false, true);
        person("tinh", "EDITOR", "04", true, true);
    }

    @AfterEach
    void nobody_is_left() {
        portal.sql().execute("delete from account where username like '" + mark + "%'");
    }

    @Test
    void people_are_narrowed_by_what_they_do_where_they_act_and_whether_they_come_in() {
        assertThat(found("")).containsExactly("bien-tap", "duyet", "tinh", "xa", "xa-cu", "xa-moi");
        assertThat(found("&vai-tro=editor")).containsExactly("bien-tap", "tinh");
        assertThat(found("&trang-thai=open")).containsExactly("bien-tap", "duyet", "xa");
        assertThat(found("&trang-thai=awaited")).containsExactly("tinh", "xa-moi");
        assertThat(found("&trang-thai=closed")).containsExactly("xa-cu");
        assertThat(found("&dia-ban=" + COMMUNE)).containsExactly("xa", "xa-cu", "xa-moi");
        assertThat(found("&dia-ban=04")).as("with all below").containsExactly("tinh", "xa", "xa-cu", "xa-moi");
        assertThat(found("&dia-ban=-")).containsExactly("bien-tap", "duyet");
        assertThat(found("&vai-tro=commune-officer&trang-thai=awaited&dia-ban=04"))
                .containsExactly("xa-moi");
    }

    /** An address that was kept says what the list is narrowed to, in the fields and in words. */
    @Test
    void the_address_is_all_that_the_list_is_narrowed_by() {
        var page = page("?q=" + mark + "&vai-tro=commune-officer&trang-thai=closed&dia-ban=" + COMMUNE);

        assertThat(page.select("form.sift option[selected]").eachAttr("value"))
                .containsExactly("commune-officer", "closed", COMMUNE);
        assertThat(page.select("form.sift a").eachAttr("href")).containsExactly(PEOPLE);
        assertThat(page("").select("form.sift a")).isEmpty();
        assertThat(page("?vai-tro=editor").select("nav.pages a, .pages a").eachAttr("href"))
                .allMatch(link -> link.contains("vai-tro=editor"));
    }

    @Test
    void whom_one_waits_for_is_told_with_the_link_that_they_have_or_want() {
        assertThat(row("xa-moi")).contains("Chờ vào lần đầu", "không còn dùng được");
        portal.sql()
                .change(
                        "insert into password_link (account, digest, created_at, expires_at) select id, ?, now(), now() + interval '1 hour'"
                                + " from account where username = ?",
                        Staff.digest(mark),
                        mark + "xa-moi");
        assertThat(row("xa-moi")).contains("dùng được đến");
        assertThat(row("xa")).contains("Đang mở").doesNotContain("Liên kết");
        assertThat(row("xa-cu")).contains("Đã đóng").doesNotContain("Liên kết");
    }

    @Test
    void an_empty_list_says_what_to_do() {
        assertThat(page("?q=" + mark + "khong-ai").text()).contains("Không có ai như vậy", "bớt điều kiện lọc");
        assertThat(page("?q=" + mark + "&trang-thai=xx&vai-tro=xx").select("tbody tr"))
                .as("what is no state and no role narrows nothing")
                .hasSize(6);
        assertThat(page("?dia-ban=khong-co").text()).contains("Không có ai như vậy");
        assertThat(page("?q=" + mark + "&trang=9").select(".alert a").attr("href"))
                .contains("q=" + mark)
                .doesNotContain("trang=");
    }

    /** Who administers one unit finds nobody beyond it, whatever the address asks for. */
    @Test
    void nobody_is_found_beyond_the_place_of_an_administrator() {
        var confined = Staff.make(portal, Set.of(Role.ADMINISTRATOR), COMMUNE, Set.of())
                .cookie();
        assertThat(found("", confined)).containsExactly("xa", "xa-cu", "xa-moi");
        assertThat(found("&dia-ban=04", confined)).containsExactly("xa", "xa-cu", "xa-moi");
        assertThat(found("&dia-ban=-", confined)).isEmpty();
        assertThat(found("&dia-ban=01273", confined)).isEmpty();
        var places = page("", confined).select("select[name=dia-ban] option").eachAttr("value");
        assertThat(places).containsExactly("", COMMUNE);
    }

    private List<String> found(String narrowed) {
        return found(narrowed, cookie);
    }

    private List<String> found(String narrowed, String who) {
        return page("?q=" + mark + narrowed, who).select("tbody code").eachText().stream()
                .map(name -> name.substring(mark.length()))
                .toList();
    }

    private String row(String name) {
        return page("?q=" + mark + name).select("tbody tr").stream()
                .filter(row -> row.select("code").text().equals(mark + name))
                .map(row -> row.text())
                .collect(Collectors.joining());
    }

    private Document page(String query) {
        return page(query, cookie);
    }

    private Document page(String query, String who) {
        var answer = portal.get(PEOPLE + query, "Cookie", who);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private void person(String name, String role, @Nullable String unit, boolean enabled, boolean awaited) {
        portal.sql()
                .change(
                        "with made as (insert into account (username, display_name, password_hash, locality, enabled, awaited, sample, created_at)"
                                + " values (?, 'Người thử', 'PBKDF2WithHmacSHA256:1:AA==:AA==',"
                                + " (select id from locality where code = ? order by valid_from desc limit 1), ?, ?, false, now()) returning id)"
                                + " insert into account_role select id, ? from made",
                        mark + name,
                        unit,
                        enabled,
                        awaited,
                        role);
    }
}
