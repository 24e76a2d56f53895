package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** Who shows what of the portal, and who decides whether they may. */
@UsesBrowser
class EmbedRegistryIT {
    private static final String PAGE = "/quan-tri/nhung";
    private static final String SKIT = "/nhung/con-bo-cua-nha-ong-pao";

    private final Portal portal;

    EmbedRegistryIT(Portal portal) {
        this.portal = portal;
    }

    /** All other tests expect that everybody may. */
    @AfterEach
    void openToAll() throws SQLException {
        portal.sql().execute("update embed_policy set origins = '', version = version + 1 where origins <> ''");
        portal.sql().execute("update content_revision set number = number + 1");
    }

    private Staff staff(Role role) {
        return Staff.make(portal, Set.of(role), null, Set.of());
    }

    private String page(Staff who, String query) {
        var answer = portal.get(PAGE + query, "Cookie", who.cookie());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String site() {
        return "https://xa-" + UUID.randomUUID() + ".vn";
    }

    @Test
    void a_site_that_shows_embeds_is_known_by_its_origin_alone() {
        var site = site();
        for (var i = 0; i < 3; i++) {
            portal.get(SKIT, "Referer", site + "/tin/nguoi-xem?ten=bi-mat");
        }
        var publisher = staff(Role.PUBLISHER);
        var gone = withdrawn(publisher);
        var draft = Drafts.start(staff(Role.EDITOR));
        for (var slug : new String[] {"khong-bao-gio-co", draft, gone}) {
            portal.get("/nhung/" + slug, "Referer", site + "/");
        }

        var listed = Until.answer(
                () -> page(publisher, "?trang-web=" + encoded(site)),
                found -> found.contains("khong-bao-gio-co") && found.contains("/nhung/" + gone));

        assertThat(listed)
                .doesNotContain("bi-mat")
                .contains(
                        "Trên " + site, "Chưa từng đăng", "Đã gỡ xuống", "(trống: 1)", "khung trên trang khác bị trống")
                .containsPattern("(?s)id=\"trang-web\".*Con bò")
                // By its title, as whoever looks after it knows it.
                .doesNotContain(">" + gone + "<")
                .doesNotContain("name=\"goc\"", "value=\"an\"");
        assertThat(page(publisher, "?xem=hong&tim=" + encoded(site.substring(8))))
                .contains("khong-bao-gio-co", "/nhung/" + gone)
                .doesNotContain("Con bò");
    }

    @Test
    void a_work_that_was_shown_before_it_was_withdrawn_was_not_shown_in_vain() {
        var site = site();
        var publisher = staff(Role.PUBLISHER);
        var slug = published(publisher);
        portal.get("/nhung/" + slug, "Referer", site + "/");
        Until.holds(() -> page(publisher, "?trang-web=" + encoded(site)).contains("/nhung/" + slug));

        move(publisher, slug, "withdrawn");

        assertThat(page(publisher, "?trang-web=" + encoded(site)))
                .contains("Đã gỡ xuống")
                .doesNotContain("(trống:");
        assertThat(page(publisher, "?xem=hong&tim=" + encoded(site.substring(8))))
                .doesNotContain("/nhung/" + slug);
    }

    @Test
    void lists_are_told_apart_by_what_narrows_them_in_words() {
        var site = site();
        portal.get("/nhung/danh-sach?the-loai=tieu-pham&tieng=hmn&so=3", "Referer", site + "/");
        portal.get("/nhung/danh-sach?mau=aa0000", "Referer", site + "/");

        assertThat(Until.answer(
                        () -> page(staff(Role.PUBLISHER), "?trang-web=" + encoded(site)),
                        found -> found.contains("Danh sách: ") && found.contains(">Danh sách nghe")))
                .contains(
                        "Danh sách: Tiểu phẩm phát thanh, Tiếng Mông",
                        "/nhung/danh-sach?the-loai=tieu-pham&amp;tieng=hmn");
    }

    @Test
    void made_up_addresses_and_lists_take_no_more_than_their_share_of_a_day() throws Exception {
        var site = site();
        try {
            portal.sql()
                    .execute(
                            "insert into embed_showing (day, slug, origin, times, in_vain, loose) select (now() at time zone 'Asia/Ho_Chi_Minh')::date,"
                                    + " 'bia-' || n, 'https://bia.example', 1, 1, true from generate_series(1, 2000) n");
            portal.get("/nhung/bia-them", "Referer", site + "/");
            portal.get("/nhung/danh-sach?q=bia", "Referer", site + "/");
            portal.get(SKIT, "Referer", site + "/");

            assertThat(Until.answer(
                            () -> page(staff(Role.PUBLISHER), "?trang-web=" + encoded(site)),
                            found -> found.contains("Con bò") && found.contains(">Danh sách nghe")))
                    .doesNotContain("bia-them", "chữ “bia”");
        } finally {
            portal.sql().execute("delete from embed_showing where origin = 'https://bia.example'");
        }
    }

    @Test
    void a_made_up_site_is_marked_hidden_by_an_administrator_and_shown_again() {
        var site = "http://10.1.2." + (int) (Math.random() * 250) + ":" + (1024 + (int) (Math.random() * 60000));
        portal.get(SKIT, "Referer", site + "/");
        var administrator = staff(Role.ADMINISTRATOR);
        var found = "?tim=" + encoded(site);
        Until.holds(() -> page(administrator, found).contains(">" + site + "<"));
        assertThat(page(administrator, found)).contains("Mạng nội bộ");

        var hidden = send(administrator, page(administrator, found), found, "an", "trang-web", site);
        assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(200);
        assertThat(hidden.body()).contains("Đã ẩn " + site).doesNotContain(">" + site + "</a>");
        assertThat(page(administrator, "?xem=an&tim=" + encoded(site))).contains(">" + site + "</a>");

        send(administrator, page(administrator, found), found, "hien", "trang-web", site);
        assertThat(page(administrator, found)).contains(">" + site + "</a>");
        assertThat(portal.sql()
                        .column(
                                "select action || ' ' || note from audit_entry where actor = ? and action like '%-embed-site' order by id",
                                administrator.username()))
                .containsExactly("hide-embed-site " + site, "show-embed-site " + site);
    }

    @Test
    void a_site_that_has_been_seen_is_allowed_beside_those_that_are() {
        var site = site();
        portal.get(SKIT, "Referer", site + "/");
        var administrator = staff(Role.ADMINISTRATOR);
        var found = "?tim=" + encoded(site);
        Until.holds(() -> page(administrator, found).contains(">" + site + "<"));
        assertThat(page(administrator, found)).doesNotContain("value=\"cho-phep\"");
        // While everybody may, to allow one would shut out all others.
        assertThat(send(administrator, page(administrator, found), found, "cho-phep", "trang-web", site)
                        .statusCode())
                .isEqualTo(422);
        decide(administrator, "https://xa.vn");

        assertThat(page(administrator, found)).contains("value=\"cho-phep\"");
        assertThat(send(administrator, page(administrator, found), found, "cho-phep", "trang-web", site)
                        .body())
                .contains("Đã cho phép " + site);
        Until.holds(() -> policy().contains("frame-ancestors 'self' https://xa.vn " + site));
    }

    @Test
    void the_table_has_each_day_and_nothing_that_a_spreadsheet_calculates() {
        var site = site();
        portal.get(SKIT, "Referer", site + "/");
        portal.get("/nhung/-cmd", "Referer", site + "/");
        var publisher = staff(Role.PUBLISHER);
        Until.holds(() -> page(publisher, "?trang-web=" + encoded(site)).contains("-cmd"));

        var table = portal.get("/quan-tri/nhung-bang?trang-web=" + encoded(site), "Cookie", publisher.cookie());
        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Disposition").orElse("")).contains(".csv");
        assertThat(table.body())
                .contains("\"" + site + "\",\"Con bò", "\"'-cmd\"", "\"Chưa từng đăng\",\"1\",\"1\"")
                .hasLineCount(3);
        assertThat(portal.get(
                                "/quan-tri/nhung-bang",
                                "Cookie",
                                staff(Role.EDITOR).cookie())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_shown_is_found_by_work_and_by_week() {
        var site = site();
        portal.get(SKIT, "Referer", site + "/");
        var publisher = staff(Role.PUBLISHER);

        var works = Until.answer(() -> page(publisher, "?xem=san-pham&tim=con+bo"), all -> all.contains("Con bò"));
        assertThat(works).contains("noi-dung=con-bo-cua-nha-ong-pao", "Lượt hiện của 13 tuần");
        assertThat(page(publisher, "?xem=san-pham&tim=khong+gi+nhu+vay"))
                .contains("Không có trang hay nội dung nào khớp");
        Until.holds(
                () -> page(publisher, "?noi-dung=con-bo-cua-nha-ong-pao&ngay=7").contains(site));
    }

    private HttpResponse<String> send(Staff who, String page, String query, String act, String name, String value) {
        var form = "the=" + encoded(value(page, "the")) + "&lam=" + act + "&" + name + "=" + encoded(value);
        return post(who, query, form);
    }

    /** A work that was public. */
    private String withdrawn(Staff publisher) {
        var slug = published(publisher);
        move(publisher, slug, "withdrawn");
        return slug;
    }

    private String published(Staff publisher) {
        var editor = staff(Role.EDITOR);
        var slug = Drafts.start(editor);
        move(editor, slug, "review");
        for (var to : new String[] {"approved", "published"}) {
            move(publisher, slug, to);
        }
        return slug;
    }

    private static void move(Staff who, String slug, String to) {
        var answer = who.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/transitions",
                "{\"to\": \"" + to + "\", \"note\": \"Để thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @Test
    void more_made_up_sites_than_a_day_has_count_together() throws Exception {
        var administrator = staff(Role.ADMINISTRATOR);
        var site = site();
        try {
            portal.sql()
                    .execute(
                            "insert into embed_showing (day, slug, origin, times) select current_date at time zone 'Asia/Ho_Chi_Minh', 'con-bo-cua-nha-ong-pao',"
                                    + " 'https://gia-' || n || '.vn', 1 from generate_series(1, 1100) n");
            portal.sql()
                    .execute(
                            "update embed_showing set day = (now() at time zone 'Asia/Ho_Chi_Minh')::date where origin like 'https://gia-%'");
            portal.get(SKIT, "Referer", site + "/");

            assertThat(Until.answer(() -> page(administrator, "?trang=1"), found -> found.contains("Các nơi khác")))
                    .doesNotContain(site);
        } finally {
            portal.sql().execute("delete from embed_showing where origin like 'https://gia-%' or origin = ''");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ADMINISTRATOR", "PUBLISHER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_opens_the_page(Role role) {
        assertThat(portal.get(PAGE, "Cookie", staff(role).cookie()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_administrator_names_the_sites_that_may_and_it_holds_at_once() {
        var administrator = staff(Role.ADMINISTRATOR);

        var saved = decide(administrator, "https://Xa.caobang.gov.vn/\n\nhttps://truong.edu.vn:8443");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(saved.body()).contains("Đã lưu: chỉ 2 trang được nhúng");
        Until.holds(
                () -> policy().contains("frame-ancestors 'self' https://xa.caobang.gov.vn https://truong.edu.vn:8443"));
        assertThat(portal.get(SKIT).body())
                .contains("data-origins=\"https://xa.caobang.gov.vn https://truong.edu.vn:8443\"");
        assertThat(audited(administrator)).isEqualTo("https://xa.caobang.gov.vn https://truong.edu.vn:8443");

        assertThat(decide(administrator, "").body()).contains("mọi trang đều được nhúng");
        Until.holds(() -> policy().contains("frame-ancestors *"));
    }

    private String policy() {
        return portal.get(SKIT).headers().firstValue("Content-Security-Policy").orElse("");
    }

    private String audited(Staff who) {
        try (var database = portal.database();
                var asked = database.prepareStatement(
                        "select note from audit_entry where actor = ? and action = 'decide-embeds' order by id")) {
            asked.setString(1, who.username());
            try (var rows = asked.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_no_site_changes_nothing_and_stays_to_be_put_right() {
        var answer = decide(staff(Role.ADMINISTRATOR), "https://xa.vn\n*\nhttps://a.vn; script-src *");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Không đọc được là địa chỉ trang: * · https://a.vn; script-src *", "https://xa.vn");
        Until.holds(() -> policy().contains("frame-ancestors *"));
    }

    @Test
    void who_read_an_older_list_does_not_overwrite_the_newer() {
        var first = staff(Role.ADMINISTRATOR);
        var read = page(first, "");
        assertThat(decide(staff(Role.ADMINISTRATOR), "https://moi.vn").statusCode())
                .isEqualTo(200);

        var late = decideOn(first, read, "https://cu.vn");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("người khác vừa đổi danh sách", "https://cu.vn");
    }

    @Test
    void a_publisher_sees_the_list_and_does_not_change_it() {
        var administrator = staff(Role.ADMINISTRATOR);
        var form = page(administrator, "");
        var publisher = staff(Role.PUBLISHER);

        assertThat(decideOn(publisher, form, "https://cua-toi.vn").statusCode()).isEqualTo(422);
        Until.holds(() -> policy().contains("frame-ancestors *"));
    }

    @Test
    void an_administrator_of_a_part_of_the_province_does_not_decide_for_all() {
        var confined = Staff.make(portal, Set.of(Role.ADMINISTRATOR), "01393", Set.of());

        assertThat(page(confined, "")).contains("Ai được nhúng").doesNotContain("name=\"goc\"");
    }

    @Test
    void all_sites_below_a_domain_are_allowed_at_once() {
        var administrator = staff(Role.ADMINISTRATOR);

        assertThat(decide(administrator, "https://*.caobang.gov.vn").statusCode())
                .isEqualTo(200);

        Until.holds(() -> policy().contains("frame-ancestors 'self' https://*.caobang.gov.vn"));
    }

    private HttpResponse<String> decide(Staff who, String origins) {
        return decideOn(who, page(who, ""), origins);
    }

    /** Sends the form of a page that somebody has open. */
    private HttpResponse<String> decideOn(Staff who, String page, String origins) {
        return post(
                who,
                "",
                "lam=dat&the=" + encoded(value(page, "the")) + "&ban=" + value(page, "ban") + "&goc="
                        + encoded(origins));
    }

    private HttpResponse<String> post(Staff who, String query, String form) {
        return portal.send(HttpRequest.newBuilder(portal.uri(PAGE + query))
                .header("Cookie", who.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static String value(String page, String name) {
        var field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void a_browser_shows_an_embed_on_a_site_that_may_and_obeys_it_and_on_no_other(Page page) {
        try (var allowed = new OtherSite();
                var other = new OtherSite()) {
            assertThat(decide(staff(Role.ADMINISTRATOR), allowed.origin()).statusCode())
                    .isEqualTo(200);
            Until.holds(() -> policy().contains(allowed.origin()));
            var body = "<iframe src='" + portal.uri(SKIT) + "' allow='autoplay'></iframe><script src='"
                    + portal.uri("/nhung/api/v1.js") + "'></script><script>const told = [];"
                    + " Loa.player(document.querySelector('iframe')).on('*', now => told.push(now.event))</script>";

            page.navigate(allowed.page("/", body));
            page.waitForFunction("told.includes('ready')");
            page.evaluate("Loa.player(document.querySelector('iframe')).language('hmn')");
            page.waitForFunction("told.includes('language')");

            page.waitForConsoleMessage(
                    new Page.WaitForConsoleMessageOptions()
                            .setPredicate(message -> message.text().contains("frame-ancestors")),
                    () -> page.navigate(other.page("/", body)));
            assertThat((java.util.List<?>) page.evaluate("told")).isEmpty();
            assertThat(URI.create(page.url()).getHost()).isEqualTo("localhost");
        }
    }
}
