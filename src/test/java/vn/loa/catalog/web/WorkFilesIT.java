package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.OpenForm;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The plain forms of the page of a product's files, and files that take the place of others. */
@UsesPortal
class WorkFilesIT {
    private static final String LIST = "/quan-tri/san-pham/";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"phien-ban\" value=\"([0-9]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"da-xem\" value=\"([0-9]+)\"");

    private final Portal portal;
    private final Staff all;
    private final String cookie;

    WorkFilesIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn"));
        cookie = all.cookie();
    }

    @Test
    void chapters_are_written_in_any_order_and_faults_are_told_without_losing_a_word() {
        var slug = Drafts.start(all);

        var wrong = post(
                slug,
                Map.of(
                        "lam",
                        "chia-chuong",
                        "luc.1",
                        "một phút",
                        "ten.1.vi",
                        "Mở đầu",
                        "luc.2",
                        "0:30",
                        "ten.2.vi",
                        ""));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Dòng 1: thời điểm không đọc được", "value=\"một phút\"", "value=\"Mở đầu\"");

        var untitled = post(slug, Map.of("lam", "chia-chuong", "luc.1", "0:30", "ten.1.hmn", "Ib"));
        assertThat(untitled.body()).contains("Chương 1, tên: Cần điền mục này.", "value=\"Ib\"");

        var saved = post(
                slug,
                Map.of(
                        "lam",
                        "chia-chuong",
                        "luc.1",
                        "1:30",
                        "ten.1.vi",
                        "Làm bể",
                        "luc.4",
                        "0",
                        "ten.4.vi",
                        "Mở đầu",
                        "ten.4.hmn",
                        "Ib"));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(Drafts.object(all.get(PRODUCTS + "/" + slug))
                        .getJsonArray("chapters")
                        .toString())
                .isEqualTo("[{\"startSeconds\":0.0,\"title\":{\"hmn\":\"Ib\",\"vi\":\"Mở đầu\"}},"
                        + "{\"startSeconds\":90.0,\"title\":{\"vi\":\"Làm bể\"}}]");
        assertThat(page(slug)).contains("name=\"cu.2\" value=\"1:30\"", "value=\"1:30\"", "value=\"Làm bể\"");
    }

    @Test
    void chapters_of_what_is_no_draft_or_was_changed_by_another_are_not_touched() {
        var slug = Drafts.start(all);
        var before = page(slug);
        post(slug, Map.of("lam", "chia-chuong", "luc.1", "0", "ten.1.vi", "Của người khác"));

        var stale = post(
                slug, Map.of("lam", "chia-chuong", "phien-ban", version(before), "luc.1", "5", "ten.1.vi", "Của tôi"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Vừa có người khác thay đổi", "value=\"Của tôi\"");

        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"review\"}");
        var late = post(slug, Map.of("lam", "chia-chuong", "luc.1", "5", "ten.1.vi", "Của tôi"));
        assertThat(late.body()).contains("Vừa có người khác thay đổi", "Của tôi");
        assertThat(page(slug)).contains("Chương sửa được khi sản phẩm là bản thảo", "Của người khác");
    }

    @Test
    void two_who_divide_a_work_at_once_keep_what_each_has_written_and_read_what_both_did() {
        var slug = Drafts.start(all);
        post(
                slug,
                Map.of("lam", "chia-chuong", "luc.1", "0", "ten.1.vi", "Mở đầu", "luc.2", "1:00", "ten.2.vi", "Giữa"));
        var forms = new PlainForms(portal, cookie);
        var path = LIST + slug + "/tep";
        var older = OpenForm.of(forms, path, "chia-chuong");
        var oldest = OpenForm.of(forms, path, "chia-chuong");
        OpenForm.of(forms, path, "chia-chuong")
                .with("ten.1.vi", "Lời chào")
                .with("luc.3", "2:00")
                .with("ten.3.vi", "Kết")
                .send();

        var saved = older.with("ten.2.vi", "Làm bể").send();
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location").orElseThrow()).endsWith("#chuong");
        assertThat(titles(slug)).containsExactly("Lời chào", "Làm bể", "Kết");

        var clash = oldest.with("ten.1.vi", "Chào bà con").send();
        assertThat(clash.statusCode()).isEqualTo(422);
        var again = oldest.after(clash);
        assertThat(again.value("ten.1.vi")).isEqualTo("Chào bà con");
        assertThat(again.value("ten.2.vi")).isEqualTo("Làm bể");
        assertThat(again.shown("#chuong .clash"))
                .singleElement()
                .satisfies(theirs -> assertThat(theirs.text()).contains("Lời chào"));
        assertThat(again.send().statusCode()).isEqualTo(303);
        assertThat(titles(slug)).containsExactly("Chào bà con", "Làm bể", "Kết");
    }

    @Test
    void what_came_of_chapters_is_told_where_they_stand_and_the_field_that_is_wrong_has_the_focus() {
        var slug = Drafts.start(all);
        var forms = new PlainForms(portal, cookie);
        var path = LIST + slug + "/tep";
        var form = OpenForm.of(forms, path, "chia-chuong").with("luc.1", "0:05").with("ten.1.vi", "Mở đầu");
        var wrong = form.with("luc.2", "một phút").send();
        assertThat(wrong.statusCode()).isEqualTo(422);
        var again = form.after(wrong);
        assertThat(again.shown("main > .told")).isEmpty();
        assertThat(again.shown("#chuong .told[role=alert] a[href=#luc.2]")).hasSize(1);
        assertThat(again.shown("input[autofocus]"))
                .singleElement()
                .satisfies(field -> assertThat(field.attr("name")).isEqualTo("luc.2"));
        assertThat(again.shown("input[aria-invalid]")).hasSize(1);

        var saved = again.with("luc.2", "1:00").with("ten.2.vi", "Giữa").send();
        assertThat(saved.statusCode()).isEqualTo(303);
        var told = Jsoup.parse(forms.get(path + "?luu-y=chia-chuong").body());
        assertThat(told.select("#chuong .told[role=status]")).hasSize(1);
        assertThat(told.select("main > .told")).isEmpty();
    }

    private List<String> titles(String slug) {
        return Drafts.object(all.get(PRODUCTS + "/" + slug)).getJsonArray("chapters").stream()
                .map(chapter -> chapter.asJsonObject().getJsonObject("title").getString("vi"))
                .toList();
    }

    @Test
    void another_picture_of_a_film_is_chosen_and_described_and_its_words_reach_the_public() {
        var slug = Drafts.start(all);
        var film = Drafts.addFilm(portal, slug, "vi");
        var words = "Chị Dợ múc nước ở bể mới";
        assertThat(page(slug)).contains("Hình cắt từ phim", "name=\"luc\" value=\"10\" checked");

        assertThat(post(slug, Map.of("lam", "chon-anh", "ban", film, "luc", "50"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(slug, Map.of("lam", "chon-anh", "ban", film)).body()).contains("Chưa chọn hình nào");
        assertThat(post(slug, Map.of("lam", "ta-anh", "ban", film, "loi.vi", words, "loi.hmn", "Ib"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(page(slug)).contains("name=\"luc\" value=\"50\" checked", "Chị Dợ múc nước ở bể mới</textarea>");
        assertThat(post(slug, Map.of("lam", "ta-anh", "ban", film, "cu.vi", words, "loi.vi", "x".repeat(301)))
                        .body())
                .contains("nhiều nhất 300 ký tự", "x".repeat(301), "data-kept=\"1\"");
        var late = post(slug, Map.of("lam", "ta-anh", "ban", film, "cu.vi", "Lời trước", "loi.vi", "Lời của tôi"));
        assertThat(late.body())
                .contains("vừa có người khác sửa lời tả này", "Lời của tôi</textarea>", "value=\"" + words + "\"");
        assertThat(portal.get(LIST + slug, "Cookie", cookie).body()).contains(words, ">Ib<");

        all.send("POST", PRODUCTS + "/" + slug + "/tracks/" + film + "/approval", "{\"verdict\":\"approved\"}");
        for (var to : new String[] {"review", "approved", "published"}) {
            all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        }
        assertThat(portal.get("/san-pham/" + slug).body())
                .contains("<meta property=\"og:image:alt\" content=\"Chị Dợ múc nước ở bể mới\"");
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var form = Map.<String, Object>of(
                "lam",
                "ta-anh",
                "ban",
                film,
                "cu.vi",
                words,
                "loi.vi",
                "Chưa ai xem",
                "the",
                token(portal.get(LIST + slug, "Cookie", editor).body()));
        assertThat(send(slug, editor, form).body()).contains("bà con đang thấy ảnh này", "Chưa ai xem</textarea>");
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    @Test
    void what_is_replaced_stays_public_until_the_new_file_is_approved_and_the_address_stays() {
        var slug = Drafts.start(all);
        var old = added(slug, "Lời cũ", "\"language\":\"vi\"");
        approve(slug, old);
        for (var to : new String[] {"review", "approved", "published"}) {
            all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        }

        var other = add(slug, "Lời khác", "\"language\":\"hmn\",\"replaces\":" + old);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("same kind, language and role");
        assertThat(add(slug, "Lời lạ", "\"language\":\"vi\",\"replaces\":999999999")
                        .statusCode())
                .isEqualTo(400);

        var fresh = added(slug, "Lời mới", "\"language\":\"vi\",\"replaces\":" + old);
        assertThat(Drafts.object(all.get(track(slug, fresh)))
                        .getJsonNumber("replaces")
                        .longValue())
                .isEqualTo(old);
        assertThat(page(slug)).contains("Bản này sẽ thay bản đang có");
        assertThat(portal.get(track(slug, old)).statusCode()).isEqualTo(200);
        assertThat(portal.get(track(slug, fresh)).statusCode()).isEqualTo(404);

        approve(slug, fresh);

        // Words take over the track of those that they replace.
        assertThat(portal.get(track(slug, old)).statusCode()).isEqualTo(200);
        assertThat(all.get(track(slug, fresh)).statusCode()).isEqualTo(404);
        assertThat(Drafts.object(all.get(track(slug, old)))).doesNotContainKey("replaces");
        assertThat(portal.get("/san-pham/" + slug).body()).contains("Lời mới").doesNotContain("Lời cũ");
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    @Test
    void of_two_subtitles_that_replace_nothing_the_newer_counts_everywhere_until_it_is_sent_back() {
        var slug = Drafts.start(all);
        var word = slug.substring(slug.lastIndexOf('-') + 1);
        var old = added(slug, "Lời thứ nhất cu" + word, "\"language\":\"vi\"");
        approve(slug, old);
        for (var to : new String[] {"review", "approved", "published"}) {
            all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        }

        var second = Drafts.object(add(slug, "Lời thứ nhì moi" + word, "\"language\":\"vi\""));
        assertThat(second.getJsonArray("warnings").getJsonObject(0).getString("code"))
                .isEqualTo("overtakes");
        var fresh = second.getJsonNumber("id").longValue();
        var judged = Drafts.judge(all, track(slug, fresh), "{\"verdict\":\"approved\"}");
        assertThat(judged.body()).contains("\"overtakes\"");

        assertThat(portal.get("/san-pham/" + slug).body()).contains("thứ nhì").doesNotContain("thứ nhất");
        assertThat(portal.get(PRODUCTS + "/" + slug).body())
                .contains("\"id\":" + fresh + ",")
                .doesNotContain("\"id\":" + old + ",");
        assertThat(portal.get(PRODUCTS + "/" + slug + "/tracks").body()).doesNotContain("\"id\":" + old + ",");
        assertThat(portal.get(track(slug, old)).statusCode()).isEqualTo(404);
        assertThat(page(slug)).contains("Bà con không thấy bản này");
        Until.holds(() -> cues("cu" + word).isEmpty() && cues("moi" + word).contains(slug));

        var back = all.send(
                "POST",
                track(slug, fresh) + "/approval",
                "{\"verdict\":\"rejected\",\"note\":\"Sai lời.\"}",
                "If-Match",
                "*");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);

        // Pages in memory are up to half a second old.
        Until.holds(() -> portal.get("/san-pham/" + slug).body().contains("thứ nhất"));
        assertThat(portal.get("/san-pham/" + slug).body()).doesNotContain("thứ nhì");
        assertThat(portal.get(track(slug, old)).statusCode()).isEqualTo(200);
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
    }

    /** What search says of words in works; empty when it finds none. */
    private String cues(String words) {
        var found = portal.get(
                "/api/v1/search?kind=cue&q=" + URLEncoder.encode("\"" + words + "\"", StandardCharsets.UTF_8));
        return Drafts.object(found).getJsonArray("items").isEmpty() ? "" : found.body();
    }

    @Test
    void what_waits_in_place_of_a_track_that_is_removed_comes_beside_the_others() {
        var slug = Drafts.start(all);
        var old = added(slug, "Lời cũ", "\"language\":\"vi\"");
        var fresh = added(slug, "Lời mới", "\"language\":\"vi\",\"replaces\":" + old);

        assertThat(post(slug, Map.of("lam", "bo-tep", "ban", old)).statusCode()).isEqualTo(303);

        assertThat(Drafts.object(all.get(track(slug, fresh)))).doesNotContainKey("replaces");
        approve(slug, fresh);
        assertThat(post(slug, Map.of("lam", "bo-tep", "ban", fresh)).body())
                .contains("Chưa bỏ được: bản này đã được thẩm định");
    }

    @Test
    void a_file_takes_the_place_of_what_was_sent_back_at_once_and_of_what_that_was_to_replace_when_it_is_approved() {
        var slug = Drafts.start(all);
        var first = added(slug, "Lời cũ", "\"language\":\"vi\"");
        approve(slug, first);
        var second = added(slug, "Lời nhì", "\"language\":\"vi\",\"replaces\":" + first);
        reject(slug, second);
        assertThat(page(slug)).contains("cần sửa", "data-replace=\"" + second);
        var recognised = Drafts.object(all.get(PRODUCTS + "/" + slug + "/recognition?name=phim_vi_sub.srt"));
        assertThat(recognised.getJsonNumber("replaces").longValue())
                .as("what was sent back waits for nothing else")
                .isEqualTo(second);

        var third = added(slug, "Lời ba", "\"language\":\"vi\",\"replaces\":" + second);

        assertThat(all.get(track(slug, second)).statusCode()).isEqualTo(404);
        assertThat(Drafts.object(all.get(track(slug, third)))
                        .getJsonNumber("replaces")
                        .longValue())
                .isEqualTo(first);
        assertThat(page(slug)).doesNotContain("cần sửa");
        approve(slug, third);
        assertThat(cuesOf(slug, first)).contains("Lời ba");
    }

    @Test
    void words_that_were_written_here_and_sent_back_are_those_of_the_file_from_then_on() {
        var slug = Drafts.start(all);
        var track = added(slug, "Lời cũ", "\"language\":\"vi\"");
        write(slug, track, "*", "Lời viết ở đây");
        reject(slug, track);

        var fresh = added(slug, "Lời trong tệp", "\"language\":\"vi\",\"replaces\":" + track);

        assertThat(fresh).as("known under its number").isEqualTo(track);
        assertThat(Drafts.object(all.get(track(slug, track))).getString("state"))
                .isEqualTo("ready");
        assertThat(cuesOf(slug, track)).contains("Lời trong tệp");
        assertThat(add(slug, "Lời", "\"language\":\"hmn\",\"replaces\":" + track)
                        .statusCode())
                .as("in another language")
                .isEqualTo(400);
    }

    private void write(String slug, long track, String version, String words) {
        var answer = all.send(
                "PUT",
                track(slug, track) + "/cues",
                "{\"cues\":[{\"start\":0,\"end\":2000,\"text\":\"" + words + "\"}],\"submit\":true}",
                "If-Match",
                version);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String cuesOf(String slug, long track) {
        return all.get(track(slug, track) + "/cues").body();
    }

    private void reject(String slug, long track) {
        var answer = Drafts.judge(all, track(slug, track), "{\"verdict\":\"rejected\",\"note\":\"Sai lời.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void words_that_were_handed_in_since_the_page_was_opened_are_not_removed_unseen() {
        var slug = Drafts.start(all);
        var track = added(slug, "Lời cũ", "\"language\":\"vi\"");
        var seen = seen(page(slug));
        var rewritten = all.send(
                "PUT",
                track(slug, track) + "/cues",
                "{\"cues\":[{\"start\":0,\"end\":2000,\"text\":\"Lời mới\"}],\"submit\":true}",
                "If-Match",
                "*");
        assertThat(rewritten.statusCode()).as(rewritten.body()).isEqualTo(200);

        var late = post(slug, Map.of("lam", "bo-tep", "ban", track, "da-xem", seen));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("bản này vừa được sửa sau khi bạn mở trang");
        assertThat(all.get(track(slug, track)).statusCode()).isEqualTo(200);

        assertThat(post(slug, Map.of("lam", "bo-tep", "ban", track, "da-xem", seen(late.body())))
                        .statusCode())
                .isEqualTo(303);
        assertThat(all.get(track(slug, track)).statusCode()).isEqualTo(404);
    }

    @Test
    void who_edits_no_products_there_sees_the_files_and_changes_nothing() {
        var slug = Drafts.start(all);
        var track = added(slug, "Lời", "\"language\":\"vi\"");
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"));
        var as = reviewer.cookie();

        var page = portal.get(LIST + slug + "/tep", "Cookie", as).body();
        assertThat(page).contains("Chỉ biên tập viên", "Phụ đề").doesNotContain("data-desk", "name=\"lam\"");
        var form = Map.<String, Object>of(
                "lam",
                "bo-tep",
                "ban",
                track,
                "the",
                token(portal.get(LIST + slug, "Cookie", as).body()));
        assertThat(send(slug, as, form).body()).contains("Bạn không được làm việc này ở đây");
    }

    @Test
    void the_former_address_of_sending_leads_to_the_files_of_the_product_that_it_named() {
        for (var led : Map.of(
                        "?san-pham=con-bo",
                        LIST + "con-bo/tep",
                        "",
                        "/quan-tri/san-pham",
                        "?san-pham=//x.example",
                        "/quan-tri/san-pham")
                .entrySet()) {
            var answer = portal.get("/quan-tri/gui-tep" + led.getKey());
            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).contains(led.getValue());
        }
    }

    private long added(String slug, String words, String more) {
        var answer = add(slug, words, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return Drafts.object(answer).getJsonNumber("id").longValue();
    }

    private HttpResponse<String> add(String slug, String words, String more) {
        var upload = new TusClient(portal, all)
                .upload(
                        "loi.srt",
                        ("1\n00:00:01,000 --> 00:00:04,000\n" + words + "\n").getBytes(StandardCharsets.UTF_8));
        return all.send(
                "POST",
                PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"" + upload + "\",\"kind\":\"subtitle\",\"role\":\"original\"," + more + "}");
    }

    private void approve(String slug, long track) {
        var answer = Drafts.judge(all, track(slug, track), "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String track(String slug, long id) {
        return PRODUCTS + "/" + slug + "/tracks/" + id;
    }

    private String page(String slug) {
        return portal.get(LIST + slug + "/tep", "Cookie", cookie).body();
    }

    private static String version(String page) {
        var found = VERSION.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    private static String seen(String page) {
        var found = SEEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String token(String page) {
        var found = TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** As somebody who has just opened the page. */
    private HttpResponse<String> post(String slug, Map<String, ?> fields) {
        var page = page(slug);
        var form = new LinkedHashMap<String, Object>();
        form.put("phien-ban", version(page));
        form.putAll(fields);
        form.put("the", token(portal.get(LIST + slug, "Cookie", cookie).body()));
        return send(slug, cookie, form);
    }

    private HttpResponse<String> send(String slug, String as, Map<String, ?> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return portal.send(HttpRequest.newBuilder(portal.uri(LIST + slug + "/tep"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", as)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
