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
                found -> found.contains(">" + site + "<") && found.contains(gone));

        assertThat(listed)
                .doesNotContain("bi-mat")
                .doesNotContain("khong-bao-gio-co", draft)
                .contains("Khung đang hiện nội dung không còn")
                .containsPattern("(?s)id=\"trang-web\".*Con bò")
                .doesNotContain("name=\"goc\"");
    }

    /** A work that was public. */
    private String withdrawn(Staff publisher) {
        var editor = staff(Role.EDITOR);
        var slug = Drafts.start(editor);
        move(editor, slug, "review");
        for (var to : new String[] {"approved", "published", "withdrawn"}) {
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
                            "insert into embed_showing select current_date at time zone 'Asia/Ho_Chi_Minh', 'con-bo-cua-nha-ong-pao',"
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
        assertThat(policy()).contains("frame-ancestors *");
    }

    @Test
    void who_read_an_older_list_does_not_overwrite_the_newer() {
        var first = staff(Role.ADMINISTRATOR);
        var read = page(first, "");
        assertThat(decide(staff(Role.ADMINISTRATOR), "https://moi.vn").statusCode())
                .isEqualTo(200);

        var late = post(first, read, "https://cu.vn");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("người khác vừa đổi danh sách", "https://cu.vn");
    }

    @Test
    void a_publisher_sees_the_list_and_does_not_change_it() {
        var administrator = staff(Role.ADMINISTRATOR);
        var form = page(administrator, "");
        var publisher = staff(Role.PUBLISHER);

        assertThat(post(publisher, form, "https://cua-toi.vn").statusCode()).isEqualTo(422);
        assertThat(policy()).contains("frame-ancestors *");
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
        return post(who, page(who, ""), origins);
    }

    /** Sends the form of a page that somebody has open. */
    private HttpResponse<String> post(Staff who, String page, String origins) {
        var form = "the=" + encoded(value(page, "the")) + "&ban=" + value(page, "ban") + "&goc=" + encoded(origins);
        return portal.send(HttpRequest.newBuilder(portal.uri(PAGE))
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
