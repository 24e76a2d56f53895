package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Promises;
import vn.loa.testing.Promises.Promise;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What the desk shows to whom, by what they may do and where. The places are no other test's. */
@UsesPortal
class DeskIT {
    private static final String HERE = "01294";
    private static final String ELSEWHERE = "01318";
    private static final String QUIET = "01336";

    private static final String TRACKS = "viec-tham-dinh";
    private static final String REVIEW = "viec-review";
    private static final String APPROVED = "viec-approved";
    private static final String DRAFTS = "viec-drafts";
    private static final String PLACE = "viec-place";
    private static final String QUESTIONS = "viec-hoi";
    private static final String JOBS = "viec-xu-ly";
    private static final String DEADLINES = "viec-han";
    private static final String CHANGES = "viec-moi";

    private static final Pattern PART = Pattern.compile("<section[^>]* aria-labelledby=\"([^\"]+)\"");

    private static final Map<Role, List<String>> PARTS = Map.of(
            Role.EDITOR, List.of(DRAFTS, QUESTIONS, JOBS, DEADLINES, CHANGES),
            Role.LANGUAGE_REVIEWER, List.of(TRACKS, CHANGES),
            Role.PUBLISHER, List.of(REVIEW, APPROVED, QUESTIONS, JOBS, DEADLINES, CHANGES),
            Role.COMMUNE_OFFICER, List.of(PLACE, QUESTIONS, DEADLINES, CHANGES),
            Role.ADMINISTRATOR, List.of(CHANGES));

    private final Portal portal;
    private final Staff all;

    DeskIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_role_has_its_parts_and_no_others(Role role) {
        var staff = Staff.make(portal, Set.of(role), HERE, Set.of("hmn"));
        var desk = role == Role.COMMUNE_OFFICER ? news(staff) : desk(staff);

        assertThat(PART.matcher(desk).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(PARTS.get(role));
    }

    @Test
    void nothing_waits_for_somebody_but_what_lies_within_their_place_before_and_after_a_change() {
        var one = Staff.make(
                portal, EnumSet.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER), null, Set.of("hmn"));
        var within = Drafts.start(one, HERE);
        var moved = moved(one);
        var others = List.of(Drafts.start(one, HERE, ELSEWHERE), Drafts.start(one), moved);
        Stream.concat(Stream.of(within), others.stream()).forEach(slug -> Drafts.addTrack(portal, slug, "hmn"));
        var toJudge = Drafts.start(one, HERE);
        var notToJudge = Drafts.start(one, ELSEWHERE);
        List.of(toJudge, notToJudge).forEach(slug -> step(one, slug, "review"));
        portal.sql()
                .execute("update account set locality = (select id from locality where code = '" + HERE
                        + "' order by valid_from desc limit 1) where username = '" + one.username() + "'");

        var desk = desk(one);
        assertThat(part(desk, TRACKS)).contains(within).doesNotContain(others);
        assertThat(part(desk, DRAFTS)).contains(within).doesNotContain(others);
        assertThat(part(desk, REVIEW)).contains(toJudge).doesNotContain(notToJudge);
        var changes = part(desk(Staff.make(portal, Set.of(Role.EDITOR), HERE, Set.of())), CHANGES);
        assertThat(changes).contains(within, toJudge).doesNotContain(others).doesNotContain(notToJudge);
        assertThat(part(desk(Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), HERE, Set.of("tyz"))), TRACKS))
                .as("another language")
                .doesNotContain(within);
    }

    /** Public elsewhere, and in the hands of an editor for this place. */
    private String moved(Staff by) {
        var slug = Drafts.start(by, ELSEWHERE);
        Stream.of("review", "approved", "published", "draft").forEach(to -> step(by, slug, to));
        rewrite(by, slug, Drafts.title(), HERE);
        return slug;
    }

    @Test
    void a_plan_waits_for_those_whose_place_it_is_and_was() {
        var mine = "ke-hoach-thu-o-day";
        var others = "ke-hoach-thu-o-noi-khac";
        var moved = "ke-hoach-thu-chuyen-den";
        Promises.forget(portal, mine, others, moved);
        Promises.submit(portal, mine, HERE, null);
        Promises.submit(portal, others, ELSEWHERE, null);
        Promises.submit(portal, moved, HERE, ELSEWHERE);
        try {
            assertThat(part(desk(Staff.make(portal, Set.of(Role.PUBLISHER), HERE, Set.of())), REVIEW))
                    .contains("href=\"/quan-tri/ke-hoach/" + mine + "\"")
                    .doesNotContain(others, moved);
        } finally {
            Promises.forget(portal, mine, others, moved);
        }
    }

    @Test
    void a_draft_is_on_the_desk_of_whom_it_is_assigned_to_and_not_of_who_began_it_any_more() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        assertThat(part(desk(editor), DRAFTS)).contains("href=\"/quan-tri/san-pham/" + slug + "\"");
        assertThat(part(desk(other), DRAFTS)).doesNotContain(slug);

        portal.sql()
                .execute(
                        "insert into product_assignment (product, account, assigned_at) select p.id, a.id, now()"
                                + " from product p, account a where p.slug = ? and a.username = ?",
                        slug,
                        other.username());
        assertThat(part(desk(editor), DRAFTS)).doesNotContain(slug);
        assertThat(part(desk(other), DRAFTS)).contains("href=\"/quan-tri/san-pham/" + slug + "\"");
    }

    @Test
    void a_plan_that_an_editor_drafts_is_among_their_drafts() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(editor, PlanDrafts.content(HERE));

        assertThat(part(desk(editor), DRAFTS)).contains("href=\"/quan-tri/ke-hoach/" + slug + "\"");
        assertThat(part(desk(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of())), DRAFTS))
                .doesNotContain(slug);
    }

    @Test
    void what_is_more_than_a_desk_shows_is_one_press_away() {
        var reviewer = Staff.make(portal, EnumSet.of(Role.EDITOR, Role.LANGUAGE_REVIEWER), HERE, Set.of("tyz"));
        var slugs = IntStream.range(0, 9)
                .mapToObj(each -> Drafts.start(reviewer, HERE))
                .toList();
        slugs.forEach(slug -> Drafts.addTrack(portal, slug, "tyz"));

        assertThat(part(desk(reviewer), DRAFTS))
                .contains("href=\"/quan-tri/san-pham?cua=toi&amp;trang-thai=draft\"", "Xem hết kế hoạch");
        var few = part(desk(reviewer), TRACKS);
        assertThat(few).contains("href=\"/quan-tri?het=1#viec-tham-dinh\"");
        assertThat(slugs.stream().filter(few::contains)).hasSizeLessThanOrEqualTo(Desks.SHOWN);
        assertThat(part(desk(reviewer, "/quan-tri?het=1"), TRACKS))
                .contains(slugs)
                .doesNotContain("Còn nữa");
    }

    @Test
    void whoever_looks_after_the_portal_sees_how_the_processing_of_files_stands() {
        var keeper = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());

        assertThat(part(desk(keeper), "viec-may")).contains("Xử lý tệp");
        assertThat(part(desk(keeper), "viec-co-quan")).contains("vào danh mục");
    }

    @Test
    void whoever_looks_after_the_portal_sees_what_the_index_cannot_show() {
        var keeper = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        portal.sql()
                .change(
                        "insert into search_outbox (kind, subject, attempts, due_at) values ('product', -77, 99, null)");
        try {
            assertThat(part(desk(keeper), "viec-chi-muc"))
                    .contains("không vào được chỉ mục tìm kiếm", "href=\"/quan-tri/chi-muc\"");
        } finally {
            portal.sql().change("delete from search_outbox where subject = -77");
        }
    }

    @Test
    void an_administrator_learns_nothing_of_drafts_and_what_happens_to_accounts() {
        var title = Drafts.title();
        var slug = Drafts.object(all.send(
                        "POST", Drafts.PRODUCTS, Drafts.content(title).build().toString()))
                .getString("slug");
        step(all, slug, "review");
        var returned = "{\"to\":\"draft\",\"note\":\"Ghi chú riêng " + slug + "\"}";
        assertThat(all.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", returned)
                        .statusCode())
                .isEqualTo(200);
        var username = "moi-" + UUID.randomUUID().toString().substring(0, 8);
        var opened = all.send(
                "POST",
                "/api/v1/accounts",
                "{\"username\":\"" + username + "\",\"password\":\"một câu dài dễ nhớ\",\"displayName\":\"Hoàng Thị "
                        + username + "\",\"roles\":[],\"enabled\":true}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);

        var desk = desk(Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()));
        assertThat(desk).doesNotContain(title, slug);
        assertThat(part(desk, CHANGES)).contains("Hoàng Thị " + username, "Mở tài khoản");
        assertThat(part(desk(Staff.make(portal, Set.of(Role.ADMINISTRATOR), HERE, Set.of())), CHANGES))
                .doesNotContain(username);
        assertThat(part(desk(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of())), CHANGES))
                .contains(title, "Trả về bản thảo", "Ghi chú riêng " + slug);
    }

    @Test
    void an_officer_learns_what_was_published_whatever_is_done_to_it_afterwards_and_nothing_more() {
        var published = Drafts.title();
        var slug = Drafts.object(all.send(
                        "POST",
                        Drafts.PRODUCTS,
                        Drafts.content(published, HERE).build().toString()))
                .getString("slug");
        Stream.of("review", "approved", "published", "draft").forEach(to -> step(all, slug, to));
        var revised = Drafts.title();
        rewrite(all, slug, revised, HERE);
        var draft = Drafts.start(all, HERE);

        var desk = news(Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), HERE, Set.of()));
        assertThat(part(desk, CHANGES)).contains(published, "Đăng · Người thử");
        assertThat(part(desk, PLACE)).contains(published, "href=\"/san-pham/" + slug + "\"");
        assertThat(desk).doesNotContain(revised, draft);
        assertThat(news(Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), ELSEWHERE, Set.of())))
                .doesNotContain(published);
    }

    @Test
    void a_reviewer_is_shown_no_change_of_a_plan_which_they_may_not_open() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(editor, PlanDrafts.content(HERE));

        assertThat(part(desk(Staff.make(portal, Set.of(Role.PUBLISHER), HERE, Set.of())), CHANGES))
                .contains(slug);
        assertThat(part(desk(Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), HERE, Set.of("hmn"))), CHANGES))
                .doesNotContain(slug);
    }

    @Test
    void a_draft_says_what_it_is_and_which_of_its_tracks_were_sent_back_and_why() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor, HERE);
        var plan = PlanDrafts.start(editor, PlanDrafts.content(HERE));
        var track = Drafts.addTrack(portal, slug, "hmn");
        assertThat(Drafts.judge(
                                all,
                                "/api/v1/products/" + slug + "/tracks/" + track,
                                "{\"verdict\":\"rejected\",\"note\":\"0:05 đọc sai\"}")
                        .statusCode())
                .isEqualTo(200);

        var drafts = part(desk(editor), DRAFTS);

        assertThat(line(drafts, "san-pham/" + slug))
                .contains("Tin bài", "href=\"/quan-tri/san-pham/" + slug + "#ban-" + track + "\"", "0:05 đọc sai");
        assertThat(line(drafts, "ke-hoach/" + plan)).contains("Kế hoạch");
    }

    @Test
    void what_was_sent_back_stands_before_all_other_drafts_with_the_reason_of_who_sent_it() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var returned = Drafts.start(editor, HERE);
        var plan = PlanDrafts.start(editor, PlanDrafts.content(HERE));
        var judged = Drafts.start(editor, HERE);
        var track = Drafts.addTrack(portal, judged, "hmn");
        step(all, returned, "review");
        assertThat(all.send(
                                "POST",
                                Drafts.PRODUCTS + "/" + returned + "/transitions",
                                "{\"to\":\"draft\",\"note\":\"Thiếu nguồn số liệu\"}")
                        .statusCode())
                .isEqualTo(200);
        PlanDrafts.move(all, plan, "review");
        assertThat(all.send(
                                "POST",
                                PlanDrafts.PLANS + "/" + plan + "/transitions",
                                "{\"to\":\"draft\",\"note\":\"Sai số hiệu\"}")
                        .statusCode())
                .isEqualTo(200);
        IntStream.range(0, Desks.SHOWN + 1).forEach(each -> Drafts.start(editor, HERE));
        assertThat(Drafts.judge(
                                all,
                                "/api/v1/products/" + judged + "/tracks/" + track,
                                "{\"verdict\":\"rejected\",\"note\":\"0:07 mất tiếng\"}")
                        .statusCode())
                .isEqualTo(200);

        var drafts = part(desk(editor), DRAFTS);

        assertThat(line(drafts, "san-pham/" + returned)).contains("Người thử trả lại bản thảo", "Thiếu nguồn số liệu");
        assertThat(line(drafts, "ke-hoach/" + plan)).contains("Sai số hiệu");
        assertThat(line(drafts, "san-pham/" + judged))
                .contains("0:07 mất tiếng")
                .doesNotContain("trả lại bản thảo");
        assertThat(Pattern.compile("<li>").matcher(drafts).results().count()).isEqualTo(Desks.SHOWN);
    }

    @Test
    void what_its_editor_took_back_or_gave_out_again_was_not_sent_back() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor, HERE);
        step(all, slug, "review");
        assertThat(all.send(
                                "POST",
                                Drafts.PRODUCTS + "/" + slug + "/transitions",
                                "{\"to\":\"draft\",\"note\":\"Thiếu ảnh\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(line(part(desk(editor), DRAFTS), "san-pham/" + slug)).contains("Thiếu ảnh");
        step(editor, slug, "review");
        step(editor, slug, "taken-back");

        assertThat(line(part(desk(editor), DRAFTS), "san-pham/" + slug)).doesNotContain("Thiếu ảnh");
    }

    @Test
    void tracks_of_one_product_stand_together_so_that_they_leave_room_for_others() {
        var reviewer = Staff.make(portal, Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER), QUIET, Set.of("tyz"));
        var many = Drafts.start(reviewer, QUIET);
        IntStream.range(0, Desks.SHOWN + 1).forEach(each -> Drafts.addTrack(portal, many, "tyz"));
        var other = Drafts.start(reviewer, QUIET);
        Drafts.addTrack(portal, other, "tyz");

        var tracks = part(desk(reviewer), TRACKS);

        assertThat(tracks)
                .containsOnlyOnce("href=\"/quan-tri/san-pham/" + many + "\"")
                .contains("href=\"/quan-tri/san-pham/" + other + "\"", "/quan-tri/san-pham?cua=tham-dinh\"");
        assertThat(Pattern.compile(many + "#ban-").matcher(tracks).results().count())
                .isEqualTo(Desks.SHOWN + 1);
    }

    @Test
    void each_part_leads_to_what_can_be_done_next_be_it_empty() {
        var editor = Staff.make(portal, EnumSet.of(Role.EDITOR, Role.PUBLISHER), QUIET, Set.of());

        var desk = desk(editor);

        assertThat(part(desk, DRAFTS)).contains("href=\"/quan-tri/san-pham/moi\"", "href=\"/quan-tri/ke-hoach/moi\"");
        assertThat(part(desk, REVIEW)).contains("href=\"/quan-tri/san-pham?trang-thai=in-review\"");
    }

    @Test
    void news_stays_when_somebody_signs_in_anew_and_goes_when_they_say_that_they_have_read_it() {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), HERE, Set.of());
        var slug = Drafts.start(all, HERE);
        var shown = desk(staff);
        assertThat(part(shown, CHANGES)).contains(slug);
        portal.sql()
                .execute(
                        "update access_token set last_used_at = now() where account = (select id from account where username = ?)",
                        staff.username());

        // A sign-in of its own, as on a phone.
        var again = desk(staff);

        assertThat(part(again, CHANGES)).contains(slug);
        var cookie = staff.cookie();
        var page = portal.get("/quan-tri", "Cookie", cookie).body();
        assertThat(mark(page, cookie, "da-xem").statusCode()).isEqualTo(303);
        var marked = portal.get("/quan-tri", "Cookie", cookie).body();
        assertThat(part(marked, CHANGES)).doesNotContain(slug);
        var later = Drafts.start(all, HERE);
        assertThat(part(portal.get("/quan-tri", "Cookie", cookie).body(), CHANGES))
                .contains(later)
                .doesNotContain(slug);
        assertThat(mark(marked, cookie, "chua-xem").statusCode()).isEqualTo(303);
        assertThat(part(portal.get("/quan-tri", "Cookie", cookie).body(), CHANGES))
                .contains(slug, later);
    }

    private HttpResponse<String> mark(String page, String cookie, String how) {
        var form = part(page, CHANGES);
        return portal.send(HttpRequest.newBuilder(portal.uri("/quan-tri"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("lam=" + how + "&the="
                        + found(form, "name=\"the\" value=\"([^\"]+)\"") + "&den="
                        + found(form, "name=\"den\" value=\"([^\"]+)\"")))
                .build());
    }

    private static String found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_portal_notes_of_its_own_deeds_is_not_shown_to_people() {
        var slug = Drafts.start(all, HERE);
        portal.sql()
                .execute("insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug, note)"
                        + " select now(), 'processing', 'reject-track', 'product', id, slug, 'ma-loi-may' from product where slug = '"
                        + slug + "'");

        assertThat(part(desk(Staff.make(portal, Set.of(Role.EDITOR), HERE, Set.of())), CHANGES))
                .contains(slug, "Trả lại một bản · hệ thống tự động")
                .doesNotContain("ma-loi-may");
    }

    @Test
    void a_deadline_is_told_by_the_last_day_on_which_it_can_be_kept() {
        var plan = "ke-hoach-thu-han";
        Promises.forget(portal, plan);
        Promises.publish(
                portal,
                plan,
                HERE,
                new Promise("Hứa đã muộn", 2, -3, false),
                new Promise("Hứa trước hôm nay", 2, 0, true),
                new Promise("Hứa hôm nay", 2, 0, false),
                new Promise("Hứa trước ngày mai", null, 1, true),
                new Promise("Hứa hai tiếng", 2, 5, false, "vi", "tyz"),
                new Promise("Hứa còn lâu", 2, 61, false));
        try {
            var desk = news(Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), HERE, Set.of()));
            assertThat(line(desk, "Hứa đã muộn")).contains("Quá hạn 3 ngày", "đã đăng 0/2 sản phẩm");
            assertThat(line(desk, "Hứa trước hôm nay")).contains("Quá hạn 1 ngày", "trước ngày");
            assertThat(line(desk, "Hứa hôm nay")).contains("Hôm nay là hạn").doesNotContain("trước");
            assertThat(line(desk, "Hứa trước ngày mai")).contains("Hôm nay là hạn", "đã đăng 0 sản phẩm");
            assertThat(line(desk, "Hứa hai tiếng"))
                    .contains("Còn 5 ngày", "đã đăng 0/2 sản phẩm")
                    .containsPattern("0[\\s\u00a0]/[\\s\u00a0]4");
            assertThat(desk).doesNotContain("Hứa còn lâu");
            assertThat(desk(Staff.make(portal, Set.of(Role.EDITOR), ELSEWHERE, Set.of())))
                    .doesNotContain("Hứa");
        } finally {
            Promises.forget(portal, plan);
        }
    }

    @Test
    void what_lies_years_back_hides_nothing_that_can_still_be_kept() {
        var plan = "ke-hoach-thu-rat-cu";
        Promises.forget(portal, plan);
        var promises = Stream.concat(
                IntStream.range(0, 110).mapToObj(each -> new Promise("Hứa cũ " + each, 1, -2_000 - each, false)),
                Stream.of(new Promise("Hứa vừa muộn", 1, -1, false), new Promise("Hứa sắp tới", 1, 50, false)));
        Promises.publish(portal, plan, QUIET, promises.toArray(Promise[]::new));
        try {
            var editor = Staff.make(portal, Set.of(Role.EDITOR), QUIET, Set.of());
            assertThat(part(desk(editor), DEADLINES))
                    .contains("Hứa vừa muộn", "Hứa sắp tới", "Còn nữa", "href=\"/quan-tri?het=1#viec-han\"")
                    .doesNotContain("Hứa cũ 20<");
            assertThat(part(desk(editor, "/quan-tri?het=1"), DEADLINES))
                    .contains("Hứa cũ 20<")
                    .doesNotContain("Còn nữa");
        } finally {
            Promises.forget(portal, plan);
        }
    }

    private String desk(Staff staff) {
        return desk(staff, "/quan-tri");
    }

    /** What is new, for whom the desk is that of their commune. */
    private String news(Staff staff) {
        return desk(staff, "/quan-tri/tin-moi");
    }

    private String desk(Staff staff, String path) {
        var answer = portal.get(path, "Cookie", staff.cookie());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace("&#160;", "\u00a0").replace("&nbsp;", "\u00a0");
    }

    private static String part(String desk, String name) {
        var from = desk.indexOf("aria-labelledby=\"" + name + "\"");
        assertThat(from).as(name + " in " + desk).isPositive();
        return desk.substring(from, desk.indexOf("</section>", from));
    }

    private static String line(String desk, String title) {
        var from = title.contains("/") ? desk.indexOf(title + "\"") : desk.indexOf(">" + title + "<");
        assertThat(from).as(title + " in " + desk).isPositive();
        return desk.substring(from, desk.indexOf("</li>", from));
    }

    private static void step(Staff by, String slug, String to) {
        var answer = by.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void rewrite(Staff by, String slug, String title, String locality) {
        var content = Drafts.content(title, locality).build().toString();
        var answer = by.send("PUT", Drafts.PRODUCTS + "/" + slug, content, "If-Match", "*");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
