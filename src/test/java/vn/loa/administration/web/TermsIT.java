package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.OpenForm;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Administrators arrange topics, audiences and genres, and everything that refers to them follows. */
@UsesPortal
class TermsIT {
    private static final String TOPICS = "/quan-tri/chu-de";

    private final Portal portal;
    private final PlainForms forms;
    private final String mine = "thu-"
            + ThreadLocalRandom.current()
                    .ints(8, 'a', 'z' + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);

    TermsIT(Portal portal) {
        this.portal = portal;
        forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @Test
    void a_topic_is_added_renamed_moved_merged_and_what_is_about_it_goes_along() {
        var one = add("Một " + mine, "");
        var other = add("Hai " + mine, "");
        assertThat(one).isEqualTo("mot-" + mine);
        assertThat(portal.get("/").body()).as("nothing is in it yet").doesNotContain("/chu-de/" + one + "\"");
        var slug = publish(one);
        Until.answer(() -> portal.get("/").body(), body -> body.contains("/chu-de/" + one + "\""));
        Until.answer(() -> found("topic=" + one), body -> body.contains(slug));

        var names = feedNames(one);
        var renamed = send(
                "sua",
                one,
                "vi",
                "Một mới " + mine,
                "en",
                "One",
                "ten-hmn",
                "Mẫu " + mine,
                "icon",
                "nuoc",
                "dia-chi",
                one + "-moi");
        assertThat(renamed).isEqualTo(303);
        var now = one + "-moi";
        var led = portal.get("/chu-de/" + one + "?trang=1");
        assertThat(led.statusCode()).isEqualTo(301);
        assertThat(led.headers().firstValue("Location")).contains("/chu-de/" + now + "?trang=1");
        var podcast = Until.answer(() -> portal.get("/feeds/vi/" + one + ".xml"), answer -> answer.statusCode() == 301);
        assertThat(podcast.headers().firstValue("Location")).contains("/feeds/vi/" + now + ".xml");
        assertThat(feedNames(now)).as("names of feeds never change").isEqualTo(names);
        assertThat(portal.get("/chu-de/" + now).body()).contains("Một mới " + mine, slug);
        assertThat(portal.get("/chu-de/" + now + "?hl=en").body()).contains(">One<");
        assertThat(portal.get("/chu-de/" + now + "?hl=hmn").body()).contains("Mẫu " + mine);
        Until.answer(() -> found("topic=" + now), body -> body.contains(slug));
        assertThat(found("topic=" + one)).as("by its former code").contains(slug);
        assertThat(portal.get("/api/v1/products/" + slug).body()).contains("\"" + now + "\"");

        assertThat(send("chuyen", now, "duoi", other, "truoc", "")).isEqualTo(200);
        assertThat(forms.get(TOPICS).body()).containsPattern("data-code=\"" + now + "\"[^>]*data-depth=\"1\"");
        Until.answer(() -> found("topic=" + other), body -> body.contains(slug));
        assertThat(refused("chuyen", other, "duoi", now, "truoc", "")).contains("không thể nằm dưới chính nó");
        assertThat(refused("bo", other)).contains("Còn mục con nằm dưới");
        assertThat(refused("bo", now)).contains("đang được dùng");
        assertThat(refused("gop", other, "vao", now)).contains("không thể nằm dưới chính nó");

        var third = add("Ba " + mine, "");
        assertThat(forms.get(TOPICS + "/" + now + "?vao=" + third).body())
                .as("what moves, before anything does")
                .contains("Gộp “Một mới " + mine + "” vào “Ba " + mine + "”")
                .contains("<li>1 sản phẩm, 0 câu hỏi</li>", "địa chỉ /chu-de/" + now, "name=\"lam\" value=\"gop\"");
        assertThat(forms.get(TOPICS + "/" + now).body()).doesNotContain("name=\"lam\" value=\"gop\"");
        assertThat(send("gop", now, "vao", third)).isEqualTo(303);
        assertThat(portal.get("/chu-de/" + one).headers().firstValue("Location"))
                .contains("/chu-de/" + third);
        assertThat(portal.get("/chu-de/" + now).headers().firstValue("Location"))
                .contains("/chu-de/" + third);
        Until.answer(() -> found("topic=" + third), body -> body.contains(slug));
        Until.answer(() -> found("topic=" + other), body -> !body.contains(slug));
        assertThat(forms.get(TOPICS + "/" + third).body()).contains("1 sản phẩm, 0 câu hỏi");

        var removed = page("bo", other);
        assertThat(removed.statusCode()).as("what nothing uses is removed").isEqualTo(303);
        assertThat(forms.get(removed.headers()
                                .firstValue("Location")
                                .orElseThrow()
                                .replaceFirst("https?://[^/]+", ""))
                        .body())
                .contains("Đã bỏ.");
        assertThat(portal.get("/chu-de/" + other).statusCode()).isEqualTo(404);
        assertThat(portal.sql()
                        .single(
                                "select string_agg(action, ' ' order by id) from audit_entry where subject_kind = 'topic' and"
                                        + " subject_slug like '%" + mine + "%'"))
                .isEqualTo("add-term add-term readdress-term change-term move-term add-term merge-term remove-term");
        send("gop", third, "vao", "thong-tin");
        assertThat(shownQuestions(one))
                .as("the questions at the code of what it has gone up in")
                .isNotEmpty()
                .isEqualTo(shownQuestions("thong-tin"));
        var desk = new PlainForms(
                portal, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie());
        for (var list : List.of("/quan-tri/san-pham", "/quan-tri/hoi-dap")) {
            assertThat(desk.get(list + "?chu-de=" + one).body())
                    .containsPattern("<option value=\"thong-tin\"[^>]* selected")
                    .doesNotContain("value=\"" + one + "\"");
        }
        assertThat(portal.get("/san-pham?chu-de=" + one).body())
                .as("one chosen topic, which can be taken back")
                .containsOnlyOnce("checked=\"checked\"")
                .contains("name=\"chu-de\" value=\"" + one + "\" checked=\"checked\"")
                .containsPattern("<ul class=\"picked\">\\s*<li><a class=\"btn\" href=\"/san-pham\"");
    }

    /** By which programs know the feeds of a topic. */
    private List<String> feedNames(String topic) {
        var podcast = portal.get("/feeds/vi/" + topic + ".xml").body();
        var list = portal.get("/feeds/san-pham.atom?chu-de=" + topic).body();
        return List.of(
                podcast.replaceFirst("(?s).*<podcast:guid>([^<]+)<.*", "$1"),
                list.replaceFirst("(?s).*?<id>([^<]+)<.*", "$1"));
    }

    private List<String> shownQuestions(String topic) {
        return Pattern.compile("href=\"(/hoi-dap/[^\"?]+)\"")
                .matcher(portal.get("/hoi-dap?chu-de=" + topic).body())
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    @Test
    void what_somebody_writes_wrongly_or_too_late_is_refused_with_a_reason_and_kept_in_its_field() {
        var one = add("Sai " + mine, "");

        assertThat(refused("sua", one, "vi", "Thông tin", "en", "", "icon", "nuoc", "dia-chi", one))
                .contains("đã có một mục cùng tên", "value=\"Thông tin\"");
        assertThat(refused("sua", one, "vi", "X " + mine, "en", "", "icon", "nuoc", "dia-chi", "Có Dấu"))
                .contains("chữ thường không dấu");
        assertThat(refused("sua", one, "vi", "X " + mine, "en", "", "icon", "nuoc", "dia-chi", "y-te"))
                .contains("đã có mục khác dùng");
        assertThat(refused("sua", one, "vi", "X " + mine, "en", "", "icon", "script", "dia-chi", one))
                .contains("giá trị có sẵn");
        assertThat(refused("sua", one, "vi", " \u202e ", "en", "", "icon", "nuoc", "dia-chi", one))
                .contains("Cần có tên tiếng Việt");
        var stale = forms.send(TOPICS, "lam", "bo", "ma", one, "ban", "99");
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("người khác vừa đổi");
        assertThat(send("bo", one)).isEqualTo(303);
    }

    @Test
    void who_changes_the_address_alone_leaves_one_entry_in_the_audit_trail() {
        var one = add("Địa chỉ " + mine, "");
        var form = OpenForm.of(forms, TOPICS + "/" + one, "sua");
        assertThat(form.with("dia-chi", one + "-moi").send().statusCode()).isEqualTo(303);
        assertThat(portal.sql()
                        .single("select string_agg(action, ' ' order by id) from audit_entry where subject_slug like '"
                                + one + "%'"))
                .isEqualTo("add-term readdress-term");
        assertThat(send("bo", one + "-moi")).isEqualTo(303);
    }

    @Test
    void audiences_and_genres_are_lists_whose_former_codes_still_filter() {
        var added = forms.send(
                "/quan-tri/the-loai",
                "lam",
                "them",
                "vi",
                "Thể loại " + mine,
                "en",
                "",
                "dia-chi",
                "",
                "medium",
                "text",
                "scene",
                "nha",
                "colour",
                "la");
        assertThat(added.statusCode()).isEqualTo(200);
        assertThat(added.body()).contains("Đã thêm.", "the-loai-" + mine);
        assertThat(portal.get("/api/v1/genres?size=100").body()).contains("the-loai-" + mine);
        var version = portal.sql().single("select version from genre where code = 'the-loai-" + mine + "'");
        var merged = forms.send(
                "/quan-tri/the-loai", "lam", "gop", "ma", "the-loai-" + mine, "ban", version, "vao", "tin-bai");
        assertThat(merged.body()).contains("Đã gộp.");
        assertThat(Until.answer(() -> found("genre=the-loai-" + mine), body -> !body.contains("\"total\":0")))
                .contains("\"tin-bai\"");

        assertThat(forms.send("/quan-tri/doi-tuong", "lam", "them", "vi", "Đối tượng " + mine, "en", "", "dia-chi", "")
                        .body())
                .contains("Đã thêm.");
        assertThat(forms.send("/quan-tri/doi-tuong", "lam", "bo", "ma", "doi-tuong-" + mine, "ban", "0")
                        .body())
                .contains("Đã bỏ.");
    }

    @Test
    void who_administers_one_place_arranges_nothing() {
        var ofCommune = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), "01393", Set.of())
                        .cookie());

        assertThat(ofCommune.get(TOPICS).body()).contains("phạm vi toàn tỉnh").doesNotContain("name=\"lam\"");
        assertThat(ofCommune.get(TOPICS + "/y-te").body())
                .contains("phạm vi toàn tỉnh")
                .doesNotContain("name=\"lam\"");
    }

    private String add(String name, String parent) {
        var answer =
                forms.send(TOPICS, "lam", "them", "vi", name, "en", "", "icon", "tin", "dia-chi", "", "duoi", parent);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return vn.loa.common.Slug.of(name).value();
    }

    @Test
    void a_long_name_gets_a_code_that_is_short_enough_by_itself() {
        var name = ("Kỹ thuật chăm sóc và phòng bệnh cho trâu bò trong mùa đông giá rét ở vùng cao biên giới " + mine)
                .strip();

        var answer = forms.send(TOPICS, "lam", "them", "vi", name, "en", "", "icon", "tin", "dia-chi", "", "duoi", "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var code = portal.sql().single("select code from topic where cast(label as jsonb) ->> 'vi' = ?", name);
        assertThat(code)
                .hasSizeLessThanOrEqualTo(80)
                .startsWith("ky-thuat-cham-soc-va-phong-benh")
                .doesNotEndWith("-");
        assertThat(send("bo", code)).isEqualTo(303);
    }

    /** The status that its page answers. */
    private int send(String act, String code, String... fields) {
        return page(act, code, fields).statusCode();
    }

    private String refused(String act, String code, String... fields) {
        var answer = page(act, code, fields);
        assertThat(answer.statusCode()).isEqualTo(422);
        return answer.body();
    }

    private HttpResponse<String> page(String act, String code, String... fields) {
        var all = new String[fields.length + 6];
        all[0] = "lam";
        all[1] = act;
        all[2] = "ma";
        all[3] = code;
        all[4] = "ban";
        all[5] = portal.sql().single("select version from topic where code = '" + code + "'");
        System.arraycopy(fields, 0, all, 6, fields.length);
        return forms.send(TOPICS + "/" + code, all);
    }

    private String publish(String topic) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var made = editor.send(
                "POST",
                Drafts.PRODUCTS,
                Drafts.content(Drafts.title(), "01393")
                        .add("topics", Json.createArrayBuilder().add(topic))
                        .build()
                        .toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var transitions = Drafts.PRODUCTS + "/" + Drafts.object(made).getString("slug") + "/transitions";
        editor.send("POST", transitions, "{\"to\": \"review\"}");
        publisher.send("POST", transitions, "{\"to\": \"approved\"}");
        assertThat(publisher
                        .send("POST", transitions, "{\"to\": \"published\"}")
                        .statusCode())
                .isEqualTo(200);
        return Drafts.object(made).getString("slug");
    }

    private String found(String query) {
        return portal.get("/api/v1/products?size=100&" + query).body();
    }
}
