package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Forms that make something are sent again when their answer was lost, and make it once. */
@UsesPortal
class SentTwiceIT {
    private static final Pattern TOKEN = Pattern.compile("(?:name=\"the\" value|data-token)=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("(?:name=\"khoa\" value|data-key)=\"([^\"]+)\"");

    private final Portal portal;
    private final Staff staff;
    private final String cookie;
    private final String name = Drafts.title();

    SentTwiceIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, EnumSet.allOf(Role.class), null, java.util.Set.of());
        cookie = staff.cookie();
    }

    @Test
    void a_product_begins_once_and_a_changed_form_is_not_taken_for_it() {
        var path = "/quan-tri/san-pham/moi";
        var form = open(path);
        var fields =
                Map.of("lam", "luu", "ten.vi", name, "tom-tat.vi", "Tóm tắt.", "the-loai", "tin-bai", "nam", "2025");

        var first = send(path, form, fields);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        assertThat(location(send(path, form, fields))).isEqualTo(location(first));
        var changed = new TreeMap<>(fields);
        changed.put("tom-tat.vi", "Tóm tắt khác.");
        var other = send(path, form, changed);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("Tóm tắt khác.", "đã lập một bản thảo với nội dung khác");
        assertThat(portal.sql()
                        .number(
                                "select count(*) from product p join product_revision r on r.id = p.current_revision where r.title like '%"
                                        + name + "%'"))
                .isEqualTo(1);
        assertThat(send(path, new Form(form.token, key(other.body())), changed).statusCode())
                .as("the page that tells it holds another key")
                .isEqualTo(303);
    }

    @Test
    void a_copy_is_made_once_also_by_two_presses_at_the_same_time() {
        var slug = Drafts.start(staff);
        var path = "/quan-tri/san-pham/" + slug;
        var form = open(path);
        var fields = Map.of("lam", "nhan-ban");

        var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> location(send(path, form, fields))))
                .limit(4)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next()).contains("luu-y=da-nhan-ban");
        assertThat(portal.sql().number("select count(*) from product where slug like '" + slug + "%'"))
                .isEqualTo(2);
    }

    @Test
    void a_plan_begins_once_and_is_handed_in_when_that_is_asked_for_again() {
        var path = "/quan-tri/ke-hoach/moi";
        var form = open(path);
        var fields = new TreeMap<>(Map.of(
                "lam",
                "luu",
                "subject",
                name,
                "kind",
                "KH",
                "level",
                "commune",
                "locality",
                "01393",
                "agency",
                "so-vhttdl-cao-bang"));

        var first = send(path, form, fields);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(303);
        fields.put("lam", "gui");
        var again = send(path, form, fields);
        assertThat(location(again).split("\\?")[0]).isEqualTo(location(first).split("\\?")[0]);
        assertThat(portal.sql().number("select count(*) from plan_revision where subject = '" + name + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_document_becomes_one_plan() {
        var form = open("/quan-tri/ke-hoach");
        var document = PlanDocx.of(name);

        var first = drop(form, document);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(drop(form, document).body()).isEqualTo(first.body());
        assertThat(drop(open("/quan-tri/ke-hoach"), document).body())
                .as("from a page that was opened anew it is meant")
                .isNotEqualTo(first.body());
    }

    @Test
    void what_administrators_add_is_there_once() {
        twice("/quan-tri/co-quan", Map.of("vi", name, "en", "", "ma", "", "dia-ban", "", "tu", ""));
        twice(
                "/quan-tri/kenh",
                Map.of(
                        "vi",
                        name,
                        "en",
                        "",
                        "loai",
                        "video-site",
                        "trang",
                        "https://kenh.example/" + name.hashCode(),
                        "co-quan",
                        "",
                        "dia-ban",
                        ""));
        twice("/quan-tri/chu-de", Map.of("vi", name, "en", "", "icon", "tin", "dia-chi", "", "duoi", ""));
        twice("/quan-tri/tu-dong-nghia", Map.of("tu", name.replace(' ', 'x') + ", y" + name.replace(' ', 'x')));
        try {
            assertThat(portal.sql().number("select count(*) from agency where name like '%" + name + "%'"))
                    .isEqualTo(1);
            assertThat(portal.sql().number("select count(*) from channel where name like '%" + name + "%'"))
                    .isEqualTo(1);
            assertThat(portal.sql().number("select count(*) from topic where label like '%" + name + "%'"))
                    .isEqualTo(1);
        } finally {
            portal.sql().execute("delete from agency where name like '%" + name + "%'");
            portal.sql().execute("delete from channel where name like '%" + name + "%'");
            portal.sql().execute("delete from topic where label like '%" + name + "%'");
            portal.sql().execute("delete from synonym_group where terms like '%" + name.replace(' ', 'x') + "%'");
            portal.sql().execute("update content_revision set number = number + 1");
        }
    }

    private void twice(String path, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("lam", "them");
        var form = open(path);
        for (var i = 0; i < 2; i++) {
            var answer = send(path, form, all);
            assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(path).contains("Đã thêm");
            assertThat(key(answer.body()))
                    .as("the next form adds something else")
                    .isNotEqualTo(form.key);
        }
    }

    private record Form(String token, String key) {}

    private Form open(String path) {
        var page = portal.get(path, "Cookie", cookie).body();
        var token = TOKEN.matcher(page);
        assertThat(token.find()).as(path + page).isTrue();
        return new Form(token.group(1), key(page));
    }

    private static String key(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).as(page).isTrue();
        return key.group(1);
    }

    private HttpResponse<String> send(String path, Form form, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        all.put("the", form.token);
        all.put("khoa", form.key);
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(all.entrySet().stream()
                        .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8) + "="
                                + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    private HttpResponse<String> drop(Form form, byte[] document) {
        return portal.send(HttpRequest.newBuilder(portal.uri("/quan-tri/nhap-ke-hoach"))
                .header("Cookie", cookie)
                .header("X-Form-Token", form.token)
                .header("X-Form-Key", form.key)
                .header("X-File-Name", "a.docx")
                .POST(BodyPublishers.ofByteArray(document))
                .build());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }
}
