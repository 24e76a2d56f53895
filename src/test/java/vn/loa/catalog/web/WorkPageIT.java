package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The page of one product in the back office, and those behind it: who opens which, and who does what there. */
@UsesPortal
class WorkPageIT {
    private static final String LIST = "/quan-tri/san-pham";
    private static final String COMMUNE = "01273";
    private static final String OTHER_COMMUNE = "01393";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"phien-ban\" value=\"([0-9]+)\"");
    private static final List<String> PARTS = List.of("", "/sua", "/tep", "/xem-truoc", "/trang", "/lich-su");

    private final Portal portal;
    private final Staff all;
    private final String cookie;

    WorkPageIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        cookie = all.cookie();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void every_page_of_a_product_opens_for_those_who_work_with_products_and_for_administrators(Role role) {
        var slug = Drafts.start(all);
        var opens = role != Role.COMMUNE_OFFICER;
        var staff = as(role, null);

        for (var part : PARTS) {
            assertThat(get(slug + part, staff).statusCode()).as(part).isEqualTo(opens ? 200 : 403);
            assertThat(portal.get(LIST + "/" + slug + part).statusCode())
                    .as(part)
                    .isEqualTo(303);
        }
        assertThat(get("moi", staff).body().contains("id=\"viet\""))
                .as("only editors begin something")
                .isEqualTo(role == Role.EDITOR);
    }

    @Test
    void who_is_confined_to_a_commune_finds_no_product_of_another_and_none_that_does_not_exist() {
        var elsewhere = Drafts.start(all, OTHER_COMMUNE);
        var here = Drafts.start(all, COMMUNE);
        var confined = as(Role.EDITOR, COMMUNE);

        for (var part : PARTS) {
            assertThat(get(elsewhere + part, confined).statusCode()).as(part).isEqualTo(404);
            assertThat(get("khong-co" + part, confined).statusCode()).as(part).isEqualTo(404);
            assertThat(get(here + part, confined).statusCode()).as(part).isEqualTo(200);
        }
        var form = Map.of("lam", "gui-duyet", "phien-ban", "1", "the", token(List.of(get(here, confined))));
        assertThat(post(elsewhere, confined, form).statusCode()).isEqualTo(404);
        assertThat(state(elsewhere)).isEqualTo("draft");
    }

    @Test
    void an_editor_puts_away_a_draft_of_their_own_that_was_never_public_and_takes_it_out_again() {
        var owner = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var editor = owner.cookie();
        var other = as(Role.EDITOR, null);
        var slug = Drafts.start(owner);
        assertThat(get(slug, other).body()).doesNotContain("value=\"cat\"");
        assertThat(tried(slug, other, new Deed("cat", Role.EDITOR, List.of(), Map.of(), ""))
                        .statusCode())
                .isEqualTo(403);

        assertThat(tried(slug, editor, new Deed("cat", Role.EDITOR, List.of(), Map.of(), ""))
                        .statusCode())
                .isEqualTo(303);

        assertThat(state(slug)).isEqualTo("archived");
        var away = get(slug + "?luu-y=cat", editor);
        assertThat(text(away)).contains("Đã cất đi", "Lấy lại", "Lấy ra làm bản thảo");
        assertThat(get(slug, other).body()).doesNotContain("value=\"tra-lai\"");
        assertThat(tried(slug, editor, new Deed("tra-lai", Role.EDITOR, List.of(), Map.of("ly-do", "Cất nhầm."), ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void so_does_whoever_a_draft_is_assigned_to_and_nobody_what_was_public_or_waits_for_its_publisher() {
        var owner = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var editor = owner.cookie();
        var slug = Drafts.start(all);
        portal.sql()
                .execute(
                        "insert into product_assignment (product, account, assigned_at) select p.id, a.id, now()"
                                + " from product p, account a where p.slug = ? and a.username = ?",
                        slug,
                        owner.username());
        assertThat(get(slug, editor).body()).contains("value=\"cat\"");

        var own = Drafts.start(owner);
        step(own, "review");
        assertThat(get(own, editor).body()).doesNotContain("value=\"cat\"", "value=\"tra-lai\"");
        Stream.of("approved", "published", "withdrawn").forEach(to -> {
            if (to.equals("withdrawn")) {
                var gone = all.send(
                        "POST", PRODUCTS + "/" + own + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Sai.\"}");
                assertThat(gone.statusCode()).isEqualTo(200);
            } else {
                step(own, to);
            }
        });
        assertThat(get(own, editor).body()).doesNotContain("value=\"cat\"");
    }

    @Test
    void what_is_published_is_opened_for_editing_where_it_would_be_edited() {
        var slug = Drafts.start(all);
        Stream.of("review", "approved", "published").forEach(to -> step(slug, to));
        var editor = as(Role.EDITOR, null);
        var page = get(slug + "/sua", editor);
        assertThat(text(page)).contains("Mở bản mới để sửa").doesNotContain("Lưu bản thảo");

        var form = Map.of(
                "lam",
                "mo-lai",
                "phien-ban",
                String.valueOf(version(slug)),
                "the",
                token(List.of(get(slug, editor), page)));
        var opened = post(slug + "/sua", editor, form);

        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location").orElse("")).endsWith(slug + "/sua");
        assertThat(state(slug)).isEqualTo("draft");
        assertThat(get(slug + "/sua", editor).body()).contains("id=\"viet\"");
    }

    @Test
    void who_may_not_do_something_is_refused_and_not_told_that_others_were_quicker() {
        var slug = Drafts.start(all);
        var editor = as(Role.EDITOR, null);
        var token = token(List.of(get(slug, editor)));

        var answer = post(slug, editor, Map.of("lam", "duyet", "phien-ban", "0", "the", token));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).contains("Bạn không được làm việc này ở đây").doesNotContain("Vừa có người khác");
    }

    /** What can be done to a product, by whom, and in which state. */
    private record Deed(String name, Role role, List<String> before, Map<String, String> fields, String after) {}

    private static final List<Deed> DEEDS = List.of(
            new Deed("gui-duyet", Role.EDITOR, List.of(), Map.of(), "in-review"),
            new Deed("lay-ve", Role.EDITOR, List.of("review"), Map.of(), "draft"),
            new Deed("duyet", Role.PUBLISHER, List.of("review"), Map.of(), "approved"),
            new Deed("tra-lai", Role.PUBLISHER, List.of("review"), Map.of("ly-do", "Thiếu tên."), "draft"),
            new Deed("dang", Role.PUBLISHER, List.of("review", "approved"), Map.of(), "published"),
            new Deed(
                    "hen-gio",
                    Role.PUBLISHER,
                    List.of("review", "approved"),
                    Map.of("luc", LocalDate.now(TimeSource.ZONE).plusDays(200) + "T07:30"),
                    "scheduled"),
            new Deed("cat", Role.PUBLISHER, List.of(), Map.of(), "archived"),
            new Deed("mo-lai", Role.EDITOR, List.of("review", "approved", "published"), Map.of(), "draft"),
            new Deed(
                    "go",
                    Role.PUBLISHER,
                    List.of("review", "approved", "published"),
                    Map.of("ly-do", "Sai số liệu."),
                    "withdrawn"));

    @Test
    void each_deed_is_offered_to_its_role_alone_and_refused_to_the_others_by_address() {
        for (var deed : DEEDS) {
            var slug = Drafts.start(all);
            // So that each of them has some form there, and with it a token.
            Drafts.addTrack(portal, slug, "hmn");
            deed.before().forEach(to -> step(slug, to));
            var before = state(slug);
            for (var role : List.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER)) {
                var page = get(slug, as(role, null));
                assertThat(page.body().contains("value=\"" + deed.name() + "\""))
                        .as("%s for %s", deed.name(), role)
                        .isEqualTo(role == deed.role());
                if (role != deed.role()) {
                    var refused = tried(slug, as(role, null), deed);
                    assertThat(refused.statusCode())
                            .as("%s by %s", deed.name(), role)
                            .isEqualTo(403);
                    assertThat(text(refused)).contains("Bạn không được làm việc này ở đây");
                    assertThat(state(slug)).isEqualTo(before);
                }
            }
            var done = tried(slug, as(deed.role(), null), deed);
            assertThat(done.statusCode()).as(deed.name()).isEqualTo(303);
            assertThat(done.headers().firstValue("Location")).contains(LIST + "/" + slug + "?luu-y=" + deed.name());
            assertThat(state(slug)).as(deed.name()).isEqualTo(deed.after());
        }
    }

    private HttpResponse<String> tried(String slug, String as, Deed deed) {
        var form = new LinkedHashMap<>(deed.fields());
        form.put("lam", deed.name());
        form.put("phien-ban", String.valueOf(version(slug)));
        form.put("the", token(List.of(get("moi", as), get(slug, as))));
        return post(slug, as, form);
    }

    @Test
    void a_publisher_reads_the_text_and_what_is_new_in_it_beside_the_buttons() {
        var slug = Drafts.start(all);
        Stream.of("review", "approved", "published", "draft").forEach(to -> step(slug, to));
        var changed = Map.of(
                "ten.vi",
                "Tên khác hẳn",
                "nam",
                "2025",
                "the-loai",
                "tin-bai",
                "noi-dung.vi",
                "<p>Chữ mới để đọc.</p>",
                "phien-ban",
                version(slug) + "");
        assertThat(write(slug + "/sua", changed).statusCode()).isEqualTo(303);
        step(slug, "review");

        var page = get(slug, as(Role.PUBLISHER, null)).body();

        assertThat(page).contains("<p>Chữ mới để đọc.</p>", "id=\"khac-ban-dang\"", "<ins>khác</ins>");
        assertThat(page.indexOf("id=\"khac-ban-dang\"")).isLessThan(page.indexOf("id=\"cac-ban\""));
    }

    @Test
    void a_reviewer_is_told_which_tracks_wait_for_them_and_led_there() {
        var slug = Drafts.start(all);
        var track = Drafts.addTrack(portal, slug, "hmn");
        var other = Drafts.addTrack(portal, slug, "tyz");

        var page = get(slug, as(Role.LANGUAGE_REVIEWER, null)).body();
        var acts = page.substring(
                page.indexOf("id=\"lam-gi\""), page.indexOf("</section>", page.indexOf("id=\"lam-gi\"")));

        assertThat(acts)
                .contains("href=\"#ban-" + track + "\"")
                .doesNotContain("href=\"#ban-" + other + "\"", "không có việc nào");
    }

    @Test
    void what_must_be_there_is_told_apart_from_what_is_worth_adding_and_nobody_is_led_where_they_can_do_nothing() {
        var answer = all.send(
                "POST",
                PRODUCTS,
                Drafts.content(Drafts.title())
                        .add(
                                "consents",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("person", "Chị Mẫu")
                                                .add("scope", "toàn bộ")))
                        .build()
                        .toString());
        var slug = Drafts.object(answer).getString("slug");

        var editors = get(slug, as(Role.EDITOR, null)).body();
        assertThat(part(editors, "con-thieu")).contains("Chị Mẫu").doesNotContain("Chưa chọn đối tượng");
        assertThat(part(editors, "nen-co")).contains("Chưa chọn đối tượng", "/sua#doi-tuong");
        assertThat(editors)
                .as("what leads on while something must be added")
                .contains("<button class=\"btn\" name=\"lam\" value=\"gui-duyet\"");
        var publishers = get(slug, as(Role.PUBLISHER, null)).body();
        assertThat(part(publishers, "nen-co")).contains("Chưa chọn đối tượng").doesNotContain("href");
        assertThat(get(Drafts.start(all), as(Role.EDITOR, null)).body())
                .contains("<button class=\"btn go\" name=\"lam\" value=\"gui-duyet\"")
                .doesNotContain("id=\"con-thieu\"");
    }

    private static String part(String page, String heading) {
        var from = page.indexOf("id=\"" + heading + "\"");
        assertThat(from).as(heading).isPositive();
        return page.substring(from, page.indexOf("</section>", from));
    }

    @Test
    void what_was_withdrawn_by_mistake_is_public_again_with_one_press_but_nothing_that_nobody_has_approved() {
        var slug = Drafts.start(all);
        Stream.of("review", "approved", "published").forEach(to -> step(slug, to));
        assertThat(act(slug, "go", Map.of("ly-do", "Nhầm.")).statusCode()).isEqualTo(303);
        assertThat(get(slug + "?luu-y=go", as(Role.PUBLISHER, null)).body()).contains("value=\"dang-lai\"");
        assertThat(get(slug, as(Role.EDITOR, null)).body()).doesNotContain("value=\"dang-lai\"");

        assertThat(act(slug, "dang-lai", Map.of()).statusCode()).isEqualTo(303);
        assertThat(state(slug)).isEqualTo("published");
        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 200);

        step(slug, "draft");
        assertThat(act(slug, "go", Map.of("ly-do", "Nhầm.")).statusCode()).isEqualTo(303);
        assertThat(get(slug, as(Role.PUBLISHER, null)).body()).doesNotContain("value=\"dang-lai\"");
        assertThat(act(slug, "dang-lai", Map.of()).statusCode()).isEqualTo(422);
        assertThat(state(slug)).isEqualTo("withdrawn");
    }

    @Test
    void what_was_saved_is_told_apart_by_the_second_and_by_what_was_changed() {
        var slug = Drafts.start(all);
        for (var year : List.of("2024", "2023")) {
            var form =
                    Map.of("ten.vi", title(slug), "nam", year, "the-loai", "tin-bai", "phien-ban", version(slug) + "");
            assertThat(write(slug + "/sua", form).statusCode()).isEqualTo(303);
        }

        var saved = part(get(slug + "/lich-su", cookie).body(), "da-luu");
        assertThat(saved).containsPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}").contains("Năm sản xuất");
    }

    @Test
    void what_was_decided_on_an_older_state_is_refused_and_what_was_written_stays() {
        var slug = Drafts.start(all);
        step(slug, "review");
        var page = get(slug, cookie);
        step(slug, "approved");

        var form = Map.of(
                "lam", "tra-lai", "ly-do", "Lý do tôi đã gõ", "phien-ban", version(page), "the", token(List.of(page)));
        var answer = post(slug, cookie, form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(text(answer)).contains("Vừa có người khác thay đổi", "Lý do tôi đã gõ");
        assertThat(state(slug)).isEqualTo("approved");
    }

    @Test
    void a_form_without_its_token_or_of_somebody_else_does_nothing() {
        var slug = Drafts.start(all);
        var theirs = token(List.of(get(slug, as(Role.EDITOR, null))));

        for (var token : List.of("", "1.x", theirs)) {
            var answer = post(slug, cookie, Map.of("lam", "gui-duyet", "phien-ban", "1", "the", token));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(text(answer)).contains("biểu mẫu hết hạn");
        }
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void a_publication_is_scheduled_by_vietnamese_time_and_not_for_the_past_or_for_no_time() {
        var slug = Drafts.start(all);
        step(slug, "review");
        step(slug, "approved");

        for (var wrong : List.of("", "hom-qua", "2020-01-01T00:00", "99999-01-01T00:00")) {
            assertThat(schedule(slug, wrong).statusCode()).as(wrong).isEqualTo(422);
        }
        var at = LocalDateTime.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(3).truncatedTo(ChronoUnit.MINUTES);
        assertThat(schedule(slug, at.toString()).statusCode()).isEqualTo(303);
        assertThat(Instant.parse(Drafts.object(all.get(PRODUCTS + "/" + slug)).getString("scheduledFor")))
                .isEqualTo(at.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toInstant());
    }

    private HttpResponse<String> schedule(String slug, String at) {
        return act(slug, "hen-gio", Map.of("luc", at));
    }

    @Test
    void the_public_page_of_what_was_withdrawn_says_why_with_410() {
        var slug = Drafts.start(all);
        Stream.of("review", "approved", "published").forEach(to -> step(slug, to));

        assertThat(act(slug, "go", Map.of("ly-do", "  ")).statusCode()).isEqualTo(422);
        assertThat(act(slug, "go", Map.of("ly-do", "Số liệu <b>cũ</b>.")).statusCode())
                .isEqualTo(303);

        Until.holds(() -> portal.get("/san-pham/" + slug).statusCode() == 410);
        assertThat(portal.get("/san-pham/" + slug).body()).contains("Số liệu &lt;b&gt;cũ&lt;/b&gt;.");
    }

    @Test
    void a_track_is_judged_by_a_reviewer_of_its_language_who_hears_it_before_it_is_public() throws SQLException {
        var slug = Drafts.start(all);
        var track = Drafts.addTrack(portal, slug, "hmn");
        var mong = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"))
                .cookie();
        var tay = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"))
                .cookie();

        var page = get(slug, mong);
        var heard = page.body().replaceAll("(?s).*<audio[^>]* src=\"([^\"]+)\".*", "$1");
        assertThat(portal.get(heard, "Cookie", mong, "Range", "bytes=0-9").statusCode())
                .isEqualTo(206);
        assertThat(portal.get(heard).statusCode()).as("for the public").isEqualTo(404);
        assertThat(portal.get(heard, "Cookie", as(Role.COMMUNE_OFFICER, null)).statusCode())
                .as("for those who have nothing to do with it")
                .isEqualTo(404);

        assertThat(get(slug, tay).body()).doesNotContain("value=\"duyet-ban\"");
        assertThat(judge(slug, tay, "duyet-ban", track, "").statusCode()).isEqualTo(422);
        assertThat(judge(slug, mong, "tra-ban", track, "").statusCode()).isEqualTo(422);
        assertThat(judge(slug, mong, "tra-ban", track, "0:05 đọc sai tên bản").statusCode())
                .isEqualTo(303);
        assertThat(get(slug, as(Role.EDITOR, null)).body()).contains("data-seek=\"5\"", " đọc sai tên bản");

        var other = Drafts.addTrack(portal, slug, "hmn");
        assertThat(judge(slug, mong, "duyet-ban", other, "").statusCode()).isEqualTo(303);
        assertThat(Drafts.object(all.get(PRODUCTS + "/" + slug + "/tracks/" + other))
                        .getString("state"))
                .isEqualTo("approved");
    }

    @Test
    void a_reviewer_takes_back_what_they_said_as_long_as_nothing_has_followed_and_the_trail_names_the_track() {
        var slug = Drafts.start(all);
        var track = Drafts.addTrack(portal, slug, "hmn");
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"));
        var as = reviewer.cookie();

        for (var deed : List.of("duyet-ban", "tra-ban")) {
            assertThat(judge(slug, as, deed, track, "Sai lời").statusCode()).isEqualTo(303);
            assertThat(portal.get("/quan-tri/san-pham/" + slug + "?luu-y=" + deed, "Cookie", as)
                            .body())
                    .contains("value=\"lay-lai-ban\"");
            var back = takeBack(slug, as, track);
            assertThat(back.statusCode()).as(deed + ": " + back.body()).isEqualTo(303);
            assertThat(state(slug, track)).as(deed).isEqualTo("ready");
        }
        assertThat(get(slug, as).body())
                .contains("Đã duyệt: Âm thanh tiếng Mông", "Trả lại: Âm thanh tiếng Mông", ">Sai lời<")
                .doesNotContain("value=\"lay-lai-ban\"", "audio hmn");

        assertThat(judge(slug, as, "duyet-ban", track, "").statusCode()).isEqualTo(303);
        var edited = all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"review\"}");
        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        assertThat(get(slug, as).body()).doesNotContain("value=\"lay-lai-ban\"");
        var late = takeBack(slug, as, track);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("sau đó đã có việc khác");
        assertThat(state(slug, track)).isEqualTo("approved");
    }

    private String state(String slug, long track) {
        return Drafts.object(all.get(PRODUCTS + "/" + slug + "/tracks/" + track))
                .getString("state");
    }

    private HttpResponse<String> takeBack(String slug, String as, long track) {
        var seen = all.get(PRODUCTS + "/" + slug + "/tracks/" + track)
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replaceAll("\\D", "");
        return post(
                slug,
                as,
                Map.of(
                        "lam",
                        "lay-lai-ban",
                        "ban",
                        String.valueOf(track),
                        "da-xem",
                        seen,
                        "the",
                        token(List.of(get(slug, as)))));
    }

    @Test
    void what_is_said_to_others_has_a_limit_and_stays_in_its_field() {
        var slug = Drafts.start(all);
        var track = Drafts.addTrack(portal, slug, "hmn");
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"))
                .cookie();
        var much = "Dài quá. ".repeat(1_400);

        var back = judge(slug, reviewer, "tra-ban", track, much);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.body()).contains("nhiều nhất 1000 ký tự", "aria-invalid=\"true\"", much.strip());
        var api = all.send(
                "POST",
                PRODUCTS + "/" + slug + "/transitions",
                "{\"to\":\"draft\",\"note\":\"" + "x".repeat(1_001) + "\"}");
        assertThat(api.statusCode()).isEqualTo(400);

        assertThat(judge(slug, reviewer, "tra-ban", track, "Sai giờ. ".repeat(60))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(slug, as(Role.EDITOR, null)).body())
                .as("folded among what was done")
                .containsPattern("<summary><span[^>]*>(Sai giờ\\. )+Sai[^<]*…</span></summary>");
    }

    @Test
    void of_a_name_that_is_too_long_the_summary_of_faults_says_the_beginning() {
        var name = "Ngô ".repeat(300).strip();
        var wrong = write("moi", Map.of("ten.vi", "Bài thử", "nguoi", name, "pham-vi", "Ảnh", "ngay", "", "giay", ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).as("kept in its field").containsOnlyOnce(name).containsPattern("Ngô Ngô…");
    }

    @Test
    void a_day_that_is_too_far_away_is_called_that() {
        var slug = Drafts.start(all);
        var far = post(
                slug,
                cookie,
                Map.of("lam", "hen-gio", "luc", "9999-12-31T07:00", "the", token(List.of(get(slug, cookie)))));
        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(far.body()).contains("năm ấy xa quá").doesNotContain("hãy chọn cả ngày và giờ");
    }

    private HttpResponse<String> judge(String slug, String as, String deed, long track, String note) {
        return post(
                slug,
                as,
                Map.of(
                        "lam",
                        deed,
                        "ban",
                        String.valueOf(track),
                        "ghi-chu",
                        note,
                        "the",
                        token(List.of(get(slug, as)))));
    }

    @Test
    void content_is_written_by_the_rules_of_the_api_with_what_is_wrong_beside_the_fields() {
        var wrong = write(
                "moi", Map.of("ten.vi", " ", "nam", "hai nghìn", "chu-de", "khong-co", "tom-tat.vi", "x".repeat(2001)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(text(wrong)).contains("Cần điền mục này.", "Cần một số nguyên.", "Dài quá: nhiều nhất 2000 ký tự.");
        assertThat(wrong.body()).contains("id=\"ten-vi-sai\"", "x".repeat(2001));

        var title = "<script>alert(1)</script> Tie\u0302\u0301n\u202e " + Drafts.title();
        var made = write(
                "moi",
                Map.of(
                        "ten.vi",
                        title,
                        "nam",
                        "2025",
                        "the-loai",
                        "tin-bai",
                        "noi-dung.vi",
                        "<p onclick=x>Chữ<script>x</script></p>"));
        assertThat(made.statusCode()).as(text(made)).isEqualTo(303);
        var slug = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/([^/?]+)\\?.*", "$1");
        var product = Drafts.object(all.get(PRODUCTS + "/" + slug));
        assertThat(product.getJsonObject("title").getString("vi"))
                .startsWith("<script>alert(1)</script> Ti\u1ebfn Bài");
        assertThat(product.getJsonObject("body").getString("vi")).isEqualTo("<p>Chữ</p>");
        assertThat(get(slug, cookie).body()).doesNotContain("<script>alert", "onclick=x");
    }

    @Test
    void two_who_write_at_once_are_shown_both_texts_and_nothing_is_overwritten() {
        var slug = Drafts.start(all);
        var version = version(slug);
        var first =
                Map.of("ten.vi", "Tên của người kia", "nam", "2025", "the-loai", "tin-bai", "phien-ban", version + "");
        assertThat(write(slug + "/sua", first).statusCode()).isEqualTo(303);

        var second = Map.of("ten.vi", "Tên của tôi", "nam", "2025", "the-loai", "tin-bai", "phien-ban", version + "");
        var clash = write(slug + "/sua", second);
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.body()).contains(">Tên của tôi</textarea>", "Tên của người kia", "<ins>", "<del>");
        assertThat(title(slug)).isEqualTo("Tên của người kia");

        var again = new LinkedHashMap<>(second);
        again.put("phien-ban", version(clash));
        assertThat(write(slug + "/sua", again).statusCode()).isEqualTo(303);
        assertThat(title(slug)).isEqualTo("Tên của tôi");
    }

    @Test
    void places_that_only_the_other_has_chosen_can_be_chosen_by_their_names() {
        var slug = Drafts.start(all);
        var version = version(slug);
        var said = Map.of("ten.vi", title(slug), "nam", "2025", "the-loai", "tin-bai", "phien-ban", version + "");
        var theirs = new LinkedHashMap<>(said);
        theirs.put("dia-ban", "07339");
        assertThat(write(slug + "/sua", theirs).statusCode()).isEqualTo(303);

        var mine = new LinkedHashMap<>(said);
        mine.put("dia-ban", COMMUNE);
        var clash = write(slug + "/sua", mine);

        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.body())
                .contains("id=\"dia-ban-07339\"", "id=\"dia-ban-" + COMMUNE + "\"", "data-take=\"dia-ban\"")
                .contains("<p class=\"said\">Xã Tân Yên, tỉnh Bắc Ninh</p>");
    }

    @Test
    void of_each_subtitle_the_same_number_of_lines_is_shown_and_said_to_be_the_beginning() throws SQLException {
        var slug = Drafts.start(all);
        for (var language : List.of("hmn", "tyz")) {
            subtitle(slug, language);
        }

        var page = get(slug, cookie).body();

        assertThat(Pattern.compile(">Câu [0-9]+<").matcher(page).results()).hasSize(2 * 400);
        assertThat(page).contains(">Câu 399<").doesNotContain(">Câu 400<");
        assertThat(Pattern.compile("Đây là phần đầu").matcher(page).results()).hasSize(2);
    }

    private void subtitle(String slug, String language) throws SQLException {
        var track = Drafts.addTrack(portal, slug, language);
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "with s as (insert into subtitle_track (language) values (?) returning id),"
                                + " c as (insert into subtitle_cue (subtitle_track, position, start_millis, end_millis, text)"
                                + " select s.id, k, k * 1000, k * 1000 + 900, 'Câu ' || k from s, generate_series(0, 449) k)"
                                + " update track set kind = 'subtitle', subtitle_track = s.id from s where track.id = ?")) {
            statement.setString(1, language);
            statement.setLong(2, track);
            statement.executeUpdate();
        }
    }

    @Test
    void what_was_saved_once_is_compared_and_brought_back_also_when_it_has_been_published_since() {
        var slug = Drafts.start(all);
        var old = title(slug);
        var changed = Map.of(
                "ten.vi",
                "Tên mới",
                "nam",
                "2025",
                "the-loai",
                "tin-bai",
                "noi-dung.vi",
                "<p>Chữ mới.</p>",
                "phien-ban",
                version(slug) + "");
        assertThat(write(slug + "/sua", changed).statusCode()).isEqualTo(303);
        Stream.of("review", "approved", "published").forEach(to -> step(slug, to));

        var history = get(slug + "/lich-su", cookie);
        assertThat(history.body())
                .contains("<ins>Tên</ins>", "<del>Bài thử</del>")
                .containsOnlyOnce("đang đăng trên cổng");
        var edition = history.body().replaceAll("(?s).*name=\"ban\" value=\"([0-9]+)\".*", "$1");
        var form = Map.of(
                "lam", "khoi-phuc", "ban", edition, "phien-ban", version(history), "the", token(List.of(history)));
        assertThat(post(slug + "/lich-su", as(Role.PUBLISHER, null), form).statusCode())
                .isEqualTo(422);
        assertThat(post(slug + "/lich-su", cookie, form).statusCode()).isEqualTo(303);

        assertThat(title(slug)).isEqualTo(old);
        assertThat(state(slug)).isEqualTo("draft");
        assertThat(portal.get("/san-pham/" + slug).body()).contains("Tên mới").doesNotContain(old);
        assertThat(get(slug + "/lich-su?tu=dang&den=nay", cookie).body()).contains("<del>Tên</del>", "<ins>Bài</ins>");
        assertThat(get(slug + "/trang", cookie).body()).contains(old);
    }

    @Test
    void a_copy_is_a_draft_of_its_own_without_the_tracks_and_consents_of_the_other() {
        var answer = all.send(
                "POST",
                PRODUCTS,
                Drafts.showing("Chị Mẫu", "2025-05-01", Drafts.title()).build().toString());
        var slug = Drafts.object(answer).getString("slug");
        Drafts.addTrack(portal, slug, "vi");

        var copied = act(slug, "nhan-ban", Map.of());

        assertThat(copied.statusCode()).isEqualTo(303);
        var other = copied.headers().firstValue("Location").orElseThrow().replaceAll(".*/([^/?]+)\\?.*", "$1");
        var copy = Drafts.object(all.get(PRODUCTS + "/" + other));
        assertThat(other).isNotEqualTo(slug);
        assertThat(copy.getJsonObject("title").getString("vi")).isEqualTo(title(slug) + " (bản sao)");
        assertThat(copy.getJsonArray("tracks")).isEmpty();
        assertThat(copy.getJsonArray("consents")).isEmpty();
    }

    @Test
    void the_preview_may_be_framed_by_the_office_alone() {
        var slug = Drafts.start(all);

        assertThat(policy(get(slug + "/trang", cookie))).contains("frame-ancestors 'self'");
        assertThat(policy(get(slug + "/xem-truoc", cookie))).contains("frame-src 'self'", "frame-ancestors 'none'");
        assertThat(policy(get(slug, cookie))).contains("frame-ancestors 'none'").doesNotContain("frame-src");
    }

    private static String policy(HttpResponse<String> page) {
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
        return page.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tan yen", "TÂN YÊN", "Tân Yên"})
    void places_are_found_without_their_marks(String words) {
        var found = write("moi", Map.of("lam", "tim", "tim-dia-ban", words, "ten.vi", "Chữ đang gõ"));

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.body()).contains("Xã Tân Yên", "Chữ đang gõ");
    }

    private HttpResponse<String> write(String part, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.putIfAbsent("lam", "luu");
        form.put("the", token(List.of(get("moi", cookie))));
        return post(part, cookie, form);
    }

    private HttpResponse<String> act(String slug, String deed, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("lam", deed);
        form.put("phien-ban", String.valueOf(version(slug)));
        form.put("the", token(List.of(get(slug, cookie))));
        return post(slug, cookie, form);
    }

    private String as(Role role, String locality) {
        return Staff.make(portal, Set.of(role), locality, Set.of("hmn")).cookie();
    }

    private void step(String slug, String to) {
        var answer = all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String state(String slug) {
        return Drafts.object(all.get(PRODUCTS + "/" + slug)).getString("state");
    }

    private String title(String slug) {
        return Drafts.object(all.get(PRODUCTS + "/" + slug))
                .getJsonObject("title")
                .getString("vi");
    }

    private long version(String slug) {
        return Long.parseLong(all.get(PRODUCTS + "/" + slug)
                .headers()
                .firstValue("ETag")
                .orElseThrow()
                .replace("\"", ""));
    }

    private static String version(HttpResponse<String> page) {
        return VERSION.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** Of the first of these pages that has one. */
    private static String token(List<HttpResponse<String>> pages) {
        return pages.stream()
                .flatMap(page -> TOKEN.matcher(page.body()).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> get(String part, String as) {
        return portal.get(LIST + "/" + part, "Cookie", as);
    }

    private HttpResponse<String> post(String part, String as, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElse("");
        return portal.send(HttpRequest.newBuilder(portal.uri(LIST + "/" + part))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", as)
                .build());
    }

    private static String text(HttpResponse<String> page) {
        return page.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
