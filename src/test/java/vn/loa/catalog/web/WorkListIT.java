package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** The list of products at work: who sees what, what it is narrowed to, what is done to many at once. Each test has an editor of its own. */
@UsesPortal
class WorkListIT {
    private static final String LIST = "/quan-tri/san-pham";
    private static final String MINE = LIST + "?cua=toi";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("name=\"chon\" value=\"([^\"]+)\"");
    private static final String COMMUNE = "01273";
    private static final String OTHER_COMMUNE = "01393";

    private final Portal portal;
    private final Staff editor;
    private final String cookie;

    WorkListIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        cookie = editor.cookie();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_list_opens_for_those_who_work_with_products_and_for_administrators(Role role) {
        var opens = role != Role.COMMUNE_OFFICER;
        var staff = Staff.make(portal, Set.of(role), null, Set.of("hmn")).cookie();

        var answer = portal.get(LIST, "Cookie", staff);
        assertThat(answer.statusCode()).isEqualTo(opens ? 200 : 403);
        assertThat(answer.body().contains("name=\"chon\""))
                .as("only editors do something to many products")
                .isEqualTo(role == Role.EDITOR);
        assertThat(portal.get(LIST).statusCode()).isEqualTo(303);
    }

    @Test
    void a_work_is_found_by_the_words_of_its_summary_without_their_marks_too() {
        var content = Drafts.content(Drafts.title())
                .add("summary", Json.createObjectBuilder().add("vi", "Chuyện giảm nghèo của bà Xuyến Chi Đỏ."));
        var slug = Drafts.object(
                        editor.send("POST", Drafts.PRODUCTS, content.build().toString()))
                .getString("slug");

        assertThat(slugs(list("?cua=toi&q=xuyen+chi+do"))).containsExactly(slug);
        assertThat(slugs(list("?cua=toi&q=giam+ngheo+xuyen"))).containsExactly(slug);
        assertThat(slugs(list("?cua=toi&q=xuyen+khong+co"))).isEmpty();
    }

    @Test
    void a_reviewer_finds_what_waits_for_their_judgement_and_others_are_not_asked() {
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"));
        var theirs = Drafts.start(editor);
        Drafts.addTrack(portal, theirs, "tyz");
        var notTheirs = Drafts.start(editor);
        Drafts.addTrack(portal, notTheirs, "hmn");

        var found = portal.get(LIST + "?cua=tham-dinh", "Cookie", reviewer.cookie());

        assertThat(found.body())
                .contains("/quan-tri/san-pham/" + theirs, "Chờ tôi thẩm định")
                .doesNotContain("/quan-tri/san-pham/" + notTheirs);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of("tyz"));
        assertThat(portal.get(LIST, "Cookie", other.cookie()).body()).doesNotContain("value=\"tham-dinh\"");
        assertThat(slugs(portal.get(LIST + "?cua=tham-dinh", "Cookie", other.cookie())))
                .isEmpty();
    }

    @Test
    void a_title_is_found_without_its_diacritics_in_every_language_and_by_its_address() {
        var word = Drafts.title().replace("Bài thử ", "");
        var slug = start(Drafts.content("Đường về bản ẤY " + word)
                .add(
                        "title",
                        Json.createObjectBuilder()
                                .add("vi", "Đường về bản ẤY " + word)
                                .add("tyz", "Tàng mà bản " + word + "tyz")));

        for (var words : List.of(
                "duong ve " + word, "ĐƯỜNG " + word, "ban ay " + word, "tang " + word + "tyz", slug, word + " ve")) {
            assertThat(slugs(list("?q=" + encode(words)))).as(words).containsExactly(slug);
        }
        assertThat(slugs(list("?q=" + encode("khong-co " + word)))).isEmpty();
        assertThat(slugs(list("?q=" + encode("%" + word)))).containsExactly(slug);
        assertThat(list("?q=" + encode("???")).body()).contains("Không có sản phẩm nào khớp");
    }

    @Test
    void what_a_choice_promises_is_what_it_leaves() {
        var first = start(
                about("chan-nuoi").add("localities", Json.createArrayBuilder().add(COMMUNE)));
        var second = start(about("trong-trot").add("year", 2019));
        var third = Drafts.start(editor);
        submit(third);
        approve(Drafts.addTrack(portal, first, "hmn"));
        Drafts.addTrack(portal, second, "hmn");

        var mine = list("?cua=toi");
        assertThat(mine.body()).contains("3 sản phẩm");
        var promised = List.of(
                new Promise("trang-thai", "draft", 2, Set.of(first, second)),
                new Promise("trang-thai", "in-review", 1, Set.of(third)),
                new Promise("the-loai", "tin-bai", 3, Set.of(first, second, third)),
                new Promise("chu-de", "sinh-ke", 2, Set.of(first, second)),
                new Promise("chu-de", "chan-nuoi", 1, Set.of(first)),
                new Promise("tieng", "co-vi", 3, Set.of(first, second, third)),
                new Promise("tieng", "co-hmn", 1, Set.of(first)),
                new Promise("tieng", "thieu-hmn", 2, Set.of(second, third)),
                new Promise("nam", "2019", 1, Set.of(second)),
                new Promise("dia-ban", COMMUNE, 1, Set.of(first)),
                new Promise("cua", "toi", 3, Set.of(first, second, third)));
        for (var each : promised) {
            assertThat(count(mine, each.value())).as(each.toString()).isEqualTo(each.count());
            assertThat(slugs(list("?cua=toi&" + each.name() + "=" + each.value())))
                    .as(each.toString())
                    .containsExactlyInAnyOrderElementsOf(each.slugs());
        }
        var narrowed = list("?cua=toi&trang-thai=draft&chu-de=sinh-ke");
        assertThat(count(narrowed, "in-review"))
                .as("as if no state were chosen")
                .isZero();
        assertThat(count(narrowed, "chan-nuoi")).isEqualTo(1);
        assertThat(count(narrowed, "thieu-hmn")).isEqualTo(1);
    }

    private record Promise(String name, String value, int count, Set<String> slugs) {}

    @Test
    void a_line_says_where_a_product_stands_what_it_waits_for_and_who_changed_it_last() {
        var slug = Drafts.start(editor);
        Drafts.addTrack(portal, slug, "hmn");
        approve(Drafts.addTrack(portal, slug, "tyz"));
        submit(slug);

        assertThat(text(list("?cua=toi")))
                .contains("Chờ duyệt", "Tiếng Mông : chờ thẩm định", "Tiếng Tày : đã duyệt", "Chờ người duyệt")
                .contains("1 bản chờ thẩm định", "Gửi duyệt · Người thử ·");
        assertThat(text(list("?cua=toi&hl=en")))
                .contains("In review", "1 track waits for a reviewer", "Sent for review · Người thử ·");
    }

    @Test
    void pages_and_orders_hold_every_product_once() {
        var all = IntStream.range(0, 51).mapToObj(each -> Drafts.start(editor)).toList();

        for (var order : List.of("moi-sua", "ten", "trang-thai")) {
            var first = slugs(list("?cua=toi&sap-xep=" + order));
            var found = new ArrayList<>(first);
            found.addAll(slugs(list("?cua=toi&trang=2&sap-xep=" + order)));
            assertThat(first).hasSize(50);
            assertThat(found).as(order).containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(slugs(list("?cua=toi"))).startsWith(all.get(50), all.get(49));
        assertThat(list("?cua=toi").body()).contains("href=\"" + LIST + "?cua=toi&amp;trang=2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trang-thai=khong-co",
                "trang-thai=%27%3B--",
                "the-loai=%3Cscript%3E",
                "chu-de=x",
                "tieng=x",
                "tieng=co-",
                "tieng=thieu-khong-co",
                "nam=hai-nghin",
                "nam=99999999999999999999",
                "dia-ban=%00x",
                "trang=99999",
                "trang=-1",
                "q=%25%5F%5C"
            })
    void what_is_not_known_narrows_to_nothing_and_breaks_nothing(String parameter) {
        var answer = list("?" + parameter);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(slugs(answer)).isEmpty();
        assertThat(answer.body()).doesNotContain("<script>\"");
    }

    @Test
    void who_is_confined_to_a_commune_sees_what_lies_in_it_and_does_nothing_elsewhere() {
        var inside = start(Drafts.content(Drafts.title(), COMMUNE));
        var outside = start(Drafts.content(Drafts.title(), OTHER_COMMUNE));
        var across = start(Drafts.content(Drafts.title(), COMMUNE, OTHER_COMMUNE));
        var everywhere = Drafts.start(editor);
        var confined =
                Staff.make(portal, Set.of(Role.EDITOR), COMMUNE, Set.of()).cookie();
        var seen = portal.get(LIST, "Cookie", confined);

        assertThat(slugs(seen)).contains(inside).doesNotContain(outside, across, everywhere);
        assertThat(portal.get(LIST + "?q=" + outside, "Cookie", confined).body())
                .contains("Không có sản phẩm nào khớp");

        var answer = post(LIST, confined, "lam=gui-duyet&chon=" + outside + ".1&chon=" + lineOf(seen, inside));
        assertThat(text(answer)).contains("Đã gửi duyệt 1 sản phẩm.", outside + " : bạn không được làm việc này");
        assertThat(state(outside)).isEqualTo("draft");
        assertThat(state(inside)).isEqualTo("in-review");
    }

    @Test
    void each_of_many_is_sent_to_review_or_keeps_its_mark_with_the_reason_why_not() {
        var ready = Drafts.start(editor);
        var sent = Drafts.start(editor);
        var changed = Drafts.start(editor);
        submit(sent);
        var seen = list("?cua=toi");
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var added = post(LIST, other, "lam=them-chu-de&chu-de-chon=vay-von&chon=" + lineOf(seen, changed));
        assertThat(added.statusCode()).isEqualTo(200);

        var answer = post(
                MINE,
                cookie,
                "lam=gui-duyet&chon=" + lineOf(seen, ready) + "&chon=" + lineOf(seen, sent) + "&chon="
                        + lineOf(seen, changed) + "&chon=khong-co-dau.1&chon=%3Cscript%3E");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer))
                .contains("Đã gửi duyệt 1 sản phẩm. 3 sản phẩm giữ nguyên như cũ:")
                .contains(
                        ": không phải bản thảo.",
                        ": vừa có người khác thay đổi.",
                        "khong-co-dau : không có sản phẩm nào");
        assertThat(List.of(state(ready), state(sent), state(changed)))
                .containsExactly("in-review", "in-review", "draft");
        assertThat(marked(answer)).containsExactlyInAnyOrder(sent, changed);

        var again = post(MINE, cookie, "lam=gui-duyet&chon=" + lineOf(answer, changed));
        assertThat(text(again)).contains("Đã gửi duyệt 1 sản phẩm.");
        assertThat(state(changed)).isEqualTo("in-review");
    }

    @Test
    void a_topic_is_given_to_drafts_and_taken_from_them_again() {
        var slug = start(about("chan-nuoi"));

        var added = post(MINE, cookie, "lam=them-chu-de&chu-de-chon=vay-von&chon=" + lineOf(list("?cua=toi"), slug));
        assertThat(text(added)).contains("Đã thêm chủ đề cho 1 sản phẩm.");
        assertThat(topics(slug)).containsExactlyInAnyOrder("chan-nuoi", "vay-von");

        var removed = post(MINE, cookie, "lam=bo-chu-de&chu-de-chon=chan-nuoi&chon=" + lineOf(added, slug));
        assertThat(text(removed)).contains("Đã bỏ chủ đề khỏi 1 sản phẩm.");
        assertThat(topics(slug)).containsExactly("vay-von");

        var unknown = post(MINE, cookie, "lam=them-chu-de&chu-de-chon=x&chon=" + lineOf(removed, slug));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(text(unknown)).contains("Chưa chọn chủ đề.");
        assertThat(marked(unknown)).containsExactly(slug);
    }

    @Test
    void what_was_done_to_many_is_taken_back_with_one_press_and_only_where_it_changed_something() {
        var has = start(about("vay-von"));
        var gets = start(about("chan-nuoi"));
        var seen = list("?cua=toi");

        var added = post(
                MINE,
                cookie,
                "lam=them-chu-de&chu-de-chon=vay-von&chon=" + lineOf(seen, has) + "&chon=" + lineOf(seen, gets));
        var undo = undo(added);
        assertThat(undo)
                .contains("name=\"lam\" value=\"bo-chu-de\"", gets + ".")
                .doesNotContain(has + ".");
        post(MINE, cookie, "lam=bo-chu-de&chu-de-chon=vay-von&chon=" + lineOf(added, gets));

        var sent = post(MINE, cookie, "lam=gui-duyet&chon=" + lineOf(list("?cua=toi"), gets));
        assertThat(undo(sent)).contains("name=\"lam\" value=\"lay-ve\"", gets + ".");
        var back = post(MINE, cookie, "lam=lay-ve&chon=" + lineOf(sent, gets));
        assertThat(text(back)).contains("Đã lấy về 1 sản phẩm.");
        assertThat(state(gets)).isEqualTo("draft");
    }

    @Test
    void a_genre_is_changed_and_each_gets_its_own_back() {
        var news = Drafts.start(editor);
        var song = start(Drafts.content(Drafts.title()).add("genre", "tieu-pham"));
        var seen = list("?cua=toi");

        var changed = post(
                MINE,
                cookie,
                "lam=doi-the-loai&the-loai-chon=phong-su&chon=" + lineOf(seen, news) + "&chon=" + lineOf(seen, song));
        assertThat(text(changed)).contains("Đã đổi thể loại của 2 sản phẩm.");
        assertThat(genre(news)).isEqualTo("phong-su");
        var lines = Jsoup.parse(undo(changed)).select("[name=con-lai]").attr("value");
        assertThat(lines).contains(news + ".", ".tin-bai", ".tieu-pham");
        assertThat(text(post(MINE, cookie, "lam=doi-the-loai&con-lai=" + encode(lines))))
                .contains("Đã đổi thể loại của 2 sản phẩm.");
        assertThat(List.of(genre(news), genre(song))).containsExactly("tin-bai", "tieu-pham");
    }

    private String genre(String slug) {
        return Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug)).getString("genre");
    }

    @Test
    void a_place_is_given_to_drafts_by_its_name_or_code_and_taken_from_them_again() {
        var slug = Drafts.start(editor);
        var name = portal.sql().single("select name from locality where code = '" + COMMUNE + "' and valid_to is null");

        var unknown =
                post(MINE, cookie, "lam=them-dia-ban&dia-ban-chon=khong-dau&chon=" + lineOf(list("?cua=toi"), slug));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(text(unknown)).contains("Chưa rõ địa bàn nào.");
        var added = post(
                MINE,
                cookie,
                "lam=them-dia-ban&dia-ban-chon=" + encode(name + " (" + COMMUNE + ")") + "&chon="
                        + lineOf(unknown, slug));
        assertThat(text(added)).contains("Đã thêm địa bàn cho 1 sản phẩm.");
        assertThat(places(slug)).containsExactly(COMMUNE);
        var removed = post(MINE, cookie, "lam=bo-dia-ban&dia-ban-chon=" + COMMUNE + "&chon=" + lineOf(added, slug));
        assertThat(text(removed)).contains("Đã bỏ địa bàn khỏi 1 sản phẩm.");
        assertThat(places(slug)).isEmpty();
    }

    private List<String> places(String slug) {
        return Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                .getJsonArray("localities")
                .getValuesAs(JsonString::getString);
    }

    @Test
    void all_of_a_list_is_chosen_but_what_is_unmarked_and_nothing_that_was_not_counted() {
        var all = IntStream.range(0, 51).mapToObj(each -> Drafts.start(editor)).toList();
        var first = list("?cua=toi");
        assertThat(first.body()).contains("Chọn cả 51 kết quả", "?cua=toi&amp;chon=tat-ca");

        var whole = list("?cua=toi&chon=tat-ca");
        assertThat(text(whole)).contains("Đã chọn cả 51 kết quả, kể cả ở những trang khác.");
        assertThat(marked(whole)).hasSize(50);
        var deed = "lam=them-chu-de&chu-de-chon=vay-von&hien=" + all.get(50) + "&hien=" + all.get(49) + "&chon="
                + lineOf(whole, all.get(49));
        var changed = post(MINE, cookie, deed + "&tat-ca=50");
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(text(changed)).contains("Danh sách vừa đổi", "Đã chọn cả 51 kết quả");

        var done = post(MINE, cookie, deed + "&tat-ca=51");
        assertThat(text(done)).contains("Đã thêm chủ đề cho 50 sản phẩm.");
        assertThat(topics(all.get(0))).containsExactly("vay-von");
        assertThat(topics(all.get(50))).as("whose mark was taken away").isEmpty();
    }

    @Test
    void what_is_done_to_very_many_goes_on_by_itself_and_says_how_far_it_is() {
        var slug = Drafts.start(editor);
        var lines = IntStream.range(0, 150)
                        .mapToObj(each -> "khong-co-" + each + ".1")
                        .collect(Collectors.joining(" ")) + " " + lineOf(list("?cua=toi"), slug);

        var going = post(MINE, cookie, "lam=them-chu-de&chu-de-chon=vay-von&con-lai=" + encode(lines));
        assertThat(text(going)).contains("Đang làm: xong 100 trên 151 sản phẩm.", "Làm tiếp 51 sản phẩm còn lại");
        var form = Jsoup.parse(going.body()).select("form[data-go-on]");
        var fields = form.select("input").stream()
                .filter(field -> !field.attr("name").equals("the"))
                .map(field -> field.attr("name") + "=" + encode(field.attr("value")))
                .collect(Collectors.joining("&"));
        var done = post(MINE, cookie, fields);
        assertThat(text(done)).contains("Đã thêm chủ đề cho 1 sản phẩm. 150 sản phẩm giữ nguyên như cũ:");
        assertThat(undo(done)).contains(slug + ".");
        assertThat(topics(slug)).containsExactly("vay-von");

        var tooMany = IntStream.range(0, 1001)
                .mapToObj(each -> "khong-co-" + each + ".1")
                .collect(Collectors.joining(" "));
        assertThat(text(post(MINE, cookie, "lam=gui-duyet&con-lai=" + encode(tooMany))))
                .contains("nhiều nhất 1.000 kết quả");
    }

    private static String undo(HttpResponse<String> page) {
        var from = page.body().indexOf("class=\"undo\"");
        assertThat(from).isPositive();
        return page.body().substring(from, page.body().indexOf("</form>", from));
    }

    @Test
    void an_audience_is_given_to_drafts_and_taken_from_them_again() {
        var slug = start(about("chan-nuoi"));
        var code =
                list("").body().replaceAll("(?s).*<select id=\"doi-tuong-chon\".*?<option value=\"([a-z-]+)\".*", "$1");

        var added = post(
                MINE, cookie, "lam=them-doi-tuong&doi-tuong-chon=" + code + "&chon=" + lineOf(list("?cua=toi"), slug));
        assertThat(text(added)).contains("Đã thêm đối tượng cho 1 sản phẩm.");
        assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                        .getJsonArray("audiences")
                        .getString(0))
                .isEqualTo(code);
    }

    @Test
    void a_mere_word_does_not_unfold_the_conditions() {
        assertThat(list("?q=abc").body()).contains("class=\"sift").doesNotContain("<details open=\"open\"");
    }

    @Test
    void what_is_assigned_is_in_the_list_of_whom_it_is_assigned_to_and_not_of_who_said_so() {
        var slug = Drafts.start(editor);
        var chief = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var one = LIST + "?q=" + slug;
        var line = "&chon=" + lineOf(list("?cua=toi"), slug);

        var assigned = post(one, chief, "lam=giao&giao-cho=" + other.username() + line);
        assertThat(text(assigned)).contains("Đã giao 1 sản phẩm.", "Phụ trách: Người thử", "Giao việc · Người thử");
        for (var whose : List.of("giao-toi", "toi")) {
            var theirs = portal.get(LIST + "?cua=" + whose, "Cookie", other.cookie());
            assertThat(slugs(theirs)).as(whose).containsExactly(slug);
            assertThat(count(theirs, whose)).as(whose).isEqualTo(1);
        }
        assertThat(slugs(portal.get(LIST + "?cua=toi", "Cookie", chief))).isEmpty();
        assertThat(slugs(list("?cua=chua-giao&q=" + slug))).isEmpty();
        assertThat(slugs(list("?cua=toi"))).containsExactly(slug);

        assertThat(text(post(one, chief, "lam=giao&giao-cho=-" + line)))
                .contains("Đã bỏ người phụ trách của 1 sản phẩm.");
        assertThat(slugs(portal.get(LIST + "?cua=giao-toi", "Cookie", other.cookie())))
                .isEmpty();
        assertThat(slugs(list("?cua=chua-giao&q=" + slug))).containsExactly(slug);
    }

    @Test
    void what_was_assigned_goes_back_to_whoever_had_it_before() {
        var had = Drafts.start(editor);
        var free = Drafts.start(editor);
        var before = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).username();
        var after = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).username();
        var seen = list("?cua=toi");
        post(MINE, cookie, "lam=giao&giao-cho=" + before + "&chon=" + lineOf(seen, had));

        var assigned = post(
                MINE,
                cookie,
                "lam=giao&giao-cho=" + after + "&chon=" + lineOf(seen, had) + "&chon=" + lineOf(seen, free));
        assertThat(portal.sql()
                        .column(
                                "select note from audit_entry where action = 'entrust' and subject_slug = ? order by id",
                                had))
                .containsExactly(before, before + " → " + after);
        var lines = Jsoup.parse(undo(assigned)).select("[name=con-lai]").attr("value");
        var back = post(MINE, cookie, "lam=giao&giao-cho=&con-lai=" + encode(lines));

        assertThat(text(back)).contains("Đã trả 2 sản phẩm về người phụ trách trước đó.");
        assertThat(assignees(had, free)).containsExactly(before);
    }

    @Test
    void who_was_given_something_since_keeps_it_when_what_was_assigned_is_taken_back() {
        var given = Drafts.start(editor);
        var left = Drafts.start(editor);
        var first = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).username();
        var second = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).username();
        var seen = list("?cua=toi");
        var assigned = post(
                MINE,
                cookie,
                "lam=giao&giao-cho=" + first + "&chon=" + lineOf(seen, given) + "&chon=" + lineOf(seen, left));
        post(MINE, cookie, "lam=giao&giao-cho=" + second + "&chon=" + lineOf(seen, given));

        var lines = Jsoup.parse(undo(assigned)).select("[name=con-lai]").attr("value");
        var back = post(MINE, cookie, "lam=giao&giao-cho=&con-lai=" + encode(lines));

        assertThat(text(back))
                .contains("Đã trả 1 sản phẩm", "1 sản phẩm giữ nguyên như cũ", "vừa có người khác thay đổi");
        assertThat(assignees(given, left)).containsExactly(second);
        var again = Jsoup.parse(undo(back)).select("[name=con-lai]").attr("value");
        assertThat(text(post(MINE, cookie, "lam=giao&giao-cho=&con-lai=" + encode(again))))
                .contains("Đã trả 1 sản phẩm");
        assertThat(assignees(given, left)).containsExactlyInAnyOrder(first, second);
    }

    private List<String> assignees(String one, String other) {
        return portal.sql()
                .column(
                        "select a.username from product_assignment x join account a on a.id = x.account"
                                + " join product p on p.id = x.product where p.slug in (?, ?)",
                        one,
                        other);
    }

    @Test
    void a_form_for_all_of_a_list_that_is_sent_again_goes_on_though_some_have_left_the_list() {
        IntStream.range(0, 101).forEach(each -> Drafts.start(editor));
        var drafts = LIST + "?cua=toi&trang-thai=draft";
        var deed = "lam=gui-duyet&tat-ca=101&khoa=" + UUID.randomUUID();

        var first = post(drafts, cookie, deed);
        var again = post(drafts, cookie, deed);

        assertThat(text(first)).contains("Đang làm: xong 100 trên 101 sản phẩm.");
        assertThat(text(again)).contains("Đang làm: xong 100 trên 101 sản phẩm.");
        for (var field : List.of("con-lai", "da-lam", "hoan")) {
            assertThat(going(again, field)).as(field).isNotEmpty().isEqualTo(going(first, field));
        }
        assertThat(text(post(drafts, cookie, "lam=gui-duyet&tat-ca=101&khoa=" + UUID.randomUUID())))
                .as("another form")
                .contains("Danh sách vừa đổi");
    }

    private static String going(HttpResponse<String> page, String field) {
        return Jsoup.parse(page.body())
                .select("form[data-go-on] [name=" + field + "]")
                .attr("value");
    }

    @Test
    void a_form_that_is_sent_again_tells_what_came_of_it_the_first_time() {
        var slug = start(about("chan-nuoi"));
        var other = start(about("vay-von"));
        var seen = list("?cua=toi");
        var form = "khoa=" + UUID.randomUUID() + "&chon=" + lineOf(seen, slug) + "&chon=" + lineOf(seen, other);
        var deed = "lam=them-chu-de&chu-de-chon=vay-von&" + form;

        var first = post(MINE, cookie, deed);
        var again = post(MINE, cookie, deed);

        assertThat(text(first)).contains("Đã thêm chủ đề cho 2 sản phẩm.");
        assertThat(text(again)).contains("Đã thêm chủ đề cho 2 sản phẩm.").doesNotContain("giữ nguyên");
        assertThat(Jsoup.parse(undo(again)).select("[name=con-lai]").attr("value"))
                .isEqualTo(Jsoup.parse(undo(first)).select("[name=con-lai]").attr("value"))
                .startsWith(slug + ".");
        assertThat(topics(slug)).containsExactlyInAnyOrder("chan-nuoi", "vay-von");
        assertThat(text(post(MINE, cookie, "lam=gui-duyet&" + form)))
                .as("another deed by the same form is another deed")
                .contains("vừa có người khác thay đổi");
    }

    @Test
    void what_goes_on_with_many_is_not_lost_when_its_form_has_expired() {
        var slug = Drafts.start(editor);
        var line = lineOf(list("?cua=toi"), slug);

        var expired = send(
                MINE,
                "lam=them-chu-de&chu-de-chon=vay-von&tong=151&da-lam=100&giu-nguyen=khong-co:unknown&con-lai=" + line,
                "Cookie",
                cookie);

        assertThat(expired.statusCode()).isEqualTo(422);
        assertThat(text(expired)).contains("biểu mẫu hết hạn", "Làm tiếp 1 sản phẩm còn lại");
        var form = Jsoup.parse(expired.body()).selectFirst("form:has([name=con-lai])");
        assertThat(form).isNotNull();
        assertThat(form.hasAttr("data-go-on"))
                .as("nobody's form is sent without a press")
                .isFalse();
        assertThat(topics(slug)).isEmpty();
        var fields = form.select("input").stream()
                .filter(field -> !field.attr("name").equals("the"))
                .map(field -> field.attr("name") + "=" + encode(field.attr("value")))
                .collect(Collectors.joining("&"));
        assertThat(text(post(MINE, cookie, fields))).contains("Đã thêm chủ đề cho 101 sản phẩm. 1 sản phẩm giữ nguyên");
        assertThat(topics(slug)).containsExactly("vay-von");
    }

    @Test
    void who_is_confined_to_a_commune_reads_no_title_from_elsewhere_by_naming_its_address() {
        var elsewhere = start(Drafts.content("Tên không ai ở xã được đọc"));
        var confined =
                Staff.make(portal, Set.of(Role.EDITOR), COMMUNE, Set.of()).cookie();

        var answer = post(
                LIST, confined, "lam=gui-duyet&chon=khong-co-dau.1&giu-nguyen=" + encode(elsewhere + ":wrong-state"));

        assertThat(text(answer)).contains(elsewhere).doesNotContain("Tên không ai ở xã được đọc");
    }

    @Test
    void nothing_is_assigned_to_who_cannot_edit_it_or_to_nobody_in_particular() {
        var slug = Drafts.start(editor);
        var line = "&chon=" + lineOf(list("?cua=toi"), slug);
        var unfit = List.of(
                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).username(),
                Staff.make(portal, Set.of(Role.EDITOR), COMMUNE, Set.of()).username(),
                "khong-co-ai",
                "%3Cscript%3E");
        for (var each : unfit) {
            var refused = post(MINE, cookie, "lam=giao&giao-cho=" + each + line);
            assertThat(text(refused)).as(each).contains("người được chọn không sửa được sản phẩm này");
            assertThat(marked(refused)).containsExactly(slug);
        }
        var none = post(MINE, cookie, "lam=giao&giao-cho=" + line);
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(text(none)).contains("Chưa chọn người phụ trách.");
        assertThat(marked(none)).containsExactly(slug);
        assertThat(slugs(list("?cua=chua-giao&q=" + slug))).containsExactly(slug);
    }

    @Test
    void a_form_without_its_token_or_from_elsewhere_does_nothing_and_loses_no_mark() {
        var slug = Drafts.start(editor);
        var body = "lam=gui-duyet&chon=" + lineOf(list("?cua=toi"), slug);

        var tokenless = send(MINE, body, "Cookie", cookie);
        assertThat(tokenless.statusCode()).isEqualTo(422);
        assertThat(text(tokenless)).contains("bấm lại là được");
        assertThat(marked(tokenless)).containsExactly(slug);
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var foreign = "&the=" + token(portal.get(LIST, "Cookie", other));
        assertThat(send(MINE, body + foreign, "Cookie", cookie).statusCode()).isEqualTo(422);
        var elsewhere = body + "&the=" + token(list(""));
        assertThat(send(MINE, elsewhere, "Cookie", cookie, "Origin", "https://khac.example")
                        .statusCode())
                .isEqualTo(403);

        assertThat(post(MINE, cookie, "lam=gui-duyet").statusCode()).isEqualTo(422);
        assertThat(post(MINE, cookie, "lam=khac&chon=x").statusCode()).isEqualTo(422);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void a_reviewer_who_sends_an_editors_form_is_told_that_it_is_not_theirs() {
        var slug = Drafts.start(editor);
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn"))
                .cookie();

        var line = lineOf(list("?cua=toi"), slug);
        for (var act : List.of("gui-duyet", "them-chu-de&chu-de-chon=vay-von", "giao&giao-cho=-")) {
            assertThat(text(post(LIST, reviewer, "lam=" + act + "&chon=" + line)))
                    .contains("bạn không được làm việc này");
        }
        assertThat(state(slug)).isEqualTo("draft");
        assertThat(topics(slug)).isEmpty();
    }

    @Test
    void a_kept_filter_is_its_owners_alone_and_comes_back_when_it_was_forgotten() {
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var kept = post(
                LIST + "?trang-thai=draft",
                cookie,
                "lam=giu&ten=" + encode(" Nháp của tôi ") + "&loc=" + encode("trang-thai=draft&hl=en&trang=3&x=%22"));
        assertThat(text(kept)).contains("Đã giữ bộ lọc “Nháp của tôi”.");
        assertThat(list("").body()).contains("href=\"" + LIST + "?trang-thai=draft\"", "name=\"so\"");
        assertThat(portal.get(LIST, "Cookie", other).body()).doesNotContain("Nháp của", "name=\"so\"");

        var number = list("").body().replaceAll("(?s).*name=\"so\" value=\"([0-9]+)\".*", "$1");
        var stolen = post(LIST, other, "lam=bo&so=" + number);
        assertThat(stolen.statusCode()).isEqualTo(422);
        assertThat(text(stolen)).contains("Bộ lọc ấy không còn nữa.").doesNotContain("Nháp");
        assertThat(list("").body()).contains("Nháp của");

        var forgotten = post(LIST, cookie, "lam=bo&so=" + number);
        assertThat(text(forgotten)).contains("Đã bỏ bộ lọc “Nháp của tôi”.");
        assertThat(forgotten.body()).contains("value=\"trang-thai=draft\"").doesNotContain("name=\"so\"");
        post(LIST, cookie, "lam=giu&ten=" + encode("Nháp của tôi") + "&loc=" + encode("trang-thai=draft"));
        assertThat(list("").body()).contains("name=\"so\"");
    }

    @Test
    void a_filter_without_a_name_or_without_a_condition_is_not_kept() {
        for (var wrong :
                List.of("ten=&loc=nam%3D2025", "ten=" + "x".repeat(81) + "&loc=nam%3D2025", "ten=a&loc=trang%3D2")) {
            var answer = post(LIST, cookie, "lam=giu&" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("name=\"so\"");
        }
        assertThat(post(LIST, cookie, "lam=bo&so=khong-so").statusCode()).isEqualTo(422);
    }

    private String start(JsonObjectBuilder content) {
        var answer = editor.send("POST", Drafts.PRODUCTS, content.build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Drafts.object(answer).getString("slug");
    }

    private static JsonObjectBuilder about(String topic) {
        return Drafts.content(Drafts.title())
                .add("topics", Json.createArrayBuilder().add(topic));
    }

    private void submit(String slug) {
        var answer = editor.send("POST", Drafts.PRODUCTS + "/" + slug + "/transitions", "{\"to\": \"review\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void approve(long track) {
        portal.sql()
                .execute(
                        "update track set state = 'approved', reviewer = 'ngonngu', reviewed_at = now() where id = ?",
                        track);
    }

    private String state(String slug) {
        return Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug)).getString("state");
    }

    private List<String> topics(String slug) {
        return Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug)).getJsonArray("topics").stream()
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private HttpResponse<String> list(String query) {
        return portal.get(LIST + query, "Cookie", cookie);
    }

    private static List<String> slugs(HttpResponse<String> page) {
        return LINE.matcher(page.body())
                .results()
                .map(found -> found.group(1).replaceAll("\\.[0-9]+$", ""))
                .toList();
    }

    /** What a form says of the line of this product. */
    private static String lineOf(HttpResponse<String> page, String slug) {
        return LINE.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .filter(line -> line.startsWith(slug + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError(slug + " is not in the list"));
    }

    private static List<String> marked(HttpResponse<String> page) {
        return Pattern.compile("<input[^>]*name=\"chon\"[^>]*>")
                .matcher(page.body())
                .results()
                .map(found -> found.group())
                .filter(input -> input.contains("checked"))
                .map(input -> input.replaceAll(".*value=\"([^\"]+)\\.[0-9]+\".*", "$1"))
                .toList();
    }

    /** The number that a choice promises; 0 when it is not offered. */
    private static int count(HttpResponse<String> page, String value) {
        var found = Pattern.compile("<option value=\"" + value + "\"[^>]*>[^<]*\\(([0-9.]+)\\)</option>")
                .matcher(page.body());
        return found.find() ? Integer.parseInt(found.group(1).replace(".", "")) : 0;
    }

    private static String text(HttpResponse<String> page) {
        return page.body()
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[ \\n\\t]+(?=[ \\n\\t])", "")
                .replace('\n', ' ');
    }

    private HttpResponse<String> post(String path, String as, String body) {
        return send(path, body + "&the=" + encode(token(portal.get(LIST + "?nam=2025", "Cookie", as))), "Cookie", as);
    }

    private HttpResponse<String> send(String path, String body, String... headers) {
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .build());
    }

    private static String token(HttpResponse<String> page) {
        // The first form of a page is the one for leaving; its token is for that alone.
        return TOKEN.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError(page.body()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
