package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What the form of a draft saves by itself. */
@UsesPortal
class AutosaveIT {
    private static final String WORK = "/quan-tri/san-pham/";
    private static final String DOOR = "/quan-tri/api/ban-thao/";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");

    private final Portal portal;
    private final Staff editor;
    private final String title = Drafts.title();
    private String slug = "";

    AutosaveIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    @BeforeEach
    void a_draft() {
        slug = Drafts.object(editor.send(
                        "POST", Drafts.PRODUCTS, Drafts.content(title).build().toString()))
                .getString("slug");
    }

    @Test
    void what_one_person_writes_in_one_sitting_is_one_entry_of_the_history_until_they_ask_for_it() {
        var version = version();
        for (var words : new String[] {"Một", "Một câu", "Một câu dài"}) {
            var saved = save(editor, version, title, words);
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
            assertThat(Drafts.object(saved).getString("said")).startsWith("Đã lưu lúc ");
            assertThat(Drafts.object(saved).getBoolean("complete")).isTrue();
            version = Drafts.object(saved).getInt("version");
        }
        assertThat(summary()).isEqualTo("Một câu dài");
        assertThat(editions()).as("as it began, and this sitting").isEqualTo(2);
        assertThat(entries()).isEqualTo(2);
        assertThat(Drafts.object(save(editor, version, title, "Một câu dài")).getInt("version"))
                .as("what says nothing new is no change")
                .isEqualTo((int) version);

        ask(version, "Một câu dài hơn");
        assertThat(editions()).as("what they ask for ends the sitting").isEqualTo(2);
        assertThat(entries()).isEqualTo(3);
        save(editor, version(), title, "Một câu nữa");
        assertThat(editions()).isEqualTo(3);
    }

    @Test
    void what_another_has_saved_is_not_written_over() {
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var seen = version();
        assertThat(save(other, seen, title, "Câu của họ").statusCode()).isEqualTo(200);
        var late = save(editor, seen, title, "Câu của tôi");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Drafts.object(late).getString("said")).contains("cũng vừa sửa Tóm tắt", "Bấm Lưu để xem cả hai");
        assertThat(summary()).isEqualTo("Câu của họ");
        assertThat(save(editor, version(), title, "Câu của tôi").statusCode()).isEqualTo(200);
        assertThat(editions()).as("each has a sitting of their own").isEqualTo(3);
    }

    @Test
    void what_two_write_in_different_places_is_saved_and_each_is_shown_what_the_other_wrote() {
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var theirs = version();
        for (var words : new String[] {"Một", "Một câu"}) {
            theirs = Drafts.object(save(other, theirs, title, words)).getInt("version");
        }
        var seen = version();
        // Their sitting goes on, and hides what was seen.
        save(other, theirs, title, "Một câu dài");

        var mine = save(editor, seen, title + " mới", "Một câu");

        assertThat(mine.statusCode()).as(mine.body()).isEqualTo(200);
        assertThat(Drafts.object(mine).getString("said")).contains("cùng với những gì");
        assertThat(Drafts.object(mine).getJsonObject("taken").keySet()).containsExactly("tom-tat.vi");
        assertThat(mine.body()).contains("Một câu dài");
        assertThat(summary()).isEqualTo("Một câu dài");
        assertThat(product().getJsonObject("title").getString("vi")).isEqualTo(title + " mới");
    }

    @Test
    void what_is_joined_with_what_another_wrote_is_refused_like_what_one_writes_alone() {
        slug = Drafts.object(editor.send(
                        "POST",
                        Drafts.PRODUCTS,
                        Drafts.content(title, "01273").build().toString()))
                .getString("slug");
        var confined = Staff.make(portal, Set.of(Role.EDITOR), "01273", Set.of());
        var seen = version();
        assertThat(in(editor, seen, title, "Câu của họ", "01273").statusCode()).isEqualTo(200);

        var beyond = in(confined, seen, title + " khác", "Một câu tóm tắt.", "01393");

        assertThat(beyond.statusCode()).as(beyond.body()).isEqualTo(403);
        assertThat(Drafts.object(beyond).getString("said")).isNotEmpty();
    }

    @Test
    void who_had_no_answer_and_sends_the_same_once_more_is_told_that_it_is_saved() {
        var seen = version();
        var first = Drafts.object(save(editor, seen, title, "Câu gửi hai lần"));
        var again = save(editor, seen, title, "Câu gửi hai lần");
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(Drafts.object(again).getInt("version")).isEqualTo(first.getInt("version"));
        assertThat(editions()).isEqualTo(2);
    }

    @Test
    void what_is_right_is_saved_though_something_else_is_wrong() {
        var partly = Drafts.object(save(editor, version(), "", "Câu đúng"));
        assertThat(partly.getBoolean("complete")).isFalse();
        assertThat(partly.getString("said")).contains("Đã lưu lúc").contains("Tên (Tiếng Việt): Cần điền mục này.");
        assertThat(summary()).isEqualTo("Câu đúng");
        assertThat(product().getJsonObject("title").getString("vi")).isEqualTo(title);
        var nothing = Drafts.object(save(editor, version(), "", "Câu đúng"));
        assertThat(nothing.getString("said")).startsWith("Chưa lưu được. Tên");
    }

    @Test
    void nothing_but_a_draft_is_saved_by_those_who_may_write_it_with_the_token_of_their_page() {
        assertThat(save(editor, version(), title, "x", "sai", "").statusCode()).isEqualTo(403);
        var nobody = portal.send(HttpRequest.newBuilder(portal.uri(DOOR + slug))
                .POST(BodyPublishers.noBody())
                .build());
        assertThat(nobody.statusCode()).isEqualTo(401);
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"));
        assertThat(save(reviewer, version(), title, "x").statusCode()).isEqualTo(403);
        var elsewhere = Staff.make(portal, Set.of(Role.EDITOR), "01273", Set.of());
        assertThat(save(elsewhere, version(), title, "x").statusCode()).isEqualTo(403);

        var handedIn = editor.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/transitions",
                "{\"to\":\"review\"}",
                "If-Match",
                "\"" + version() + "\"");
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(200);
        var late = save(editor, version(), title, "x");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Drafts.object(late).getString("said")).contains("không còn là bản thảo");
        assertThat(summary()).isEqualTo("Một câu tóm tắt.");
    }

    private HttpResponse<String> save(Staff who, long version, String title, String summary) {
        var cookie = who.cookie();
        return save(who, version, title, summary, token(cookie), cookie);
    }

    private HttpResponse<String> save(
            Staff who, long version, String title, String summary, String token, String cookie) {
        return save(who, version, title, summary, token, cookie, "");
    }

    private HttpResponse<String> save(
            Staff who, long version, String title, String summary, String token, String cookie, String also) {
        return portal.send(HttpRequest.newBuilder(portal.uri(DOOR + slug))
                .header("Cookie", cookie.isEmpty() ? who.cookie() : cookie)
                .header("X-Form-Token", token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields(version, title, summary) + also))
                .build());
    }

    /** Of a work about a place. */
    private HttpResponse<String> in(Staff who, long version, String called, String summary, String place) {
        var cookie = who.cookie();
        return save(who, version, called, summary, token(cookie), cookie, "&dia-ban=" + place);
    }

    private static String fields(long version, String title, String summary) {
        return "phien-ban=" + version + "&ten.vi=" + encoded(title) + "&tom-tat.vi=" + encoded(summary)
                + "&noi-dung.vi=" + encoded("<p>Chuyện ở bản.</p>") + "&the-loai=tin-bai&nam=2025";
    }

    private void ask(long version, String summary) {
        var cookie = editor.cookie();
        var answer = portal.send(HttpRequest.newBuilder(portal.uri(WORK + slug + "/sua"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "lam=luu&the=" + encoded(token(cookie)) + "&" + fields(version, title, summary)))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 303);
        assertThat(summary()).isEqualTo(summary);
    }

    private String token(String cookie) {
        var form =
                TOKEN.matcher(portal.get(WORK + slug + "/sua", "Cookie", cookie).body());
        if (!form.find()) {
            var page = TOKEN.matcher(portal.get(WORK + slug, "Cookie", cookie).body());
            return page.find() ? page.group(1) : "";
        }
        return form.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject product() {
        return Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug));
    }

    private String summary() {
        return product().getJsonObject("summary").getString("vi");
    }

    private long version() {
        return portal.sql().number("select version from product where slug = '" + slug + "'");
    }

    private long editions() {
        return portal.sql()
                .number("select count(*) from product_edition e join product p on p.id = e.product where p.slug = '"
                        + slug + "'");
    }

    private long entries() {
        return portal.sql()
                .number("select count(*) from audit_entry where subject_kind = 'product' and subject_slug = '" + slug
                        + "'");
    }
}
