package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** The list of plans at work: what it is narrowed to, what is kept of it, what is done to many at once. Each test has an editor of its own. */
@UsesPortal
class PlanListIT {
    private static final String LIST = "/quan-tri/ke-hoach";
    private static final Pattern LINE = Pattern.compile("type=\"checkbox\" name=\"chon\" value=\"([^\"]+)\"");

    private final Staff editor;
    private final PlainForms forms;
    private final String mine;

    PlanListIT(Portal portal) {
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        forms = new PlainForms(portal, editor.cookie());
        mine = LIST + "?nguoi=" + editor.username();
    }

    @Test
    void a_list_is_kept_under_a_name_found_again_and_given_up() {
        PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var kept = forms.send(mine, "lam", "giu", "ten", "Việc của tôi", "loc", "nguoi=" + editor.username() + "&x=1");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("Đã giữ bộ lọc “Việc của tôi”");
        assertThat(forms.get(LIST).body()).contains("href=\"" + mine + "\">Việc của tôi</a>");
        assertThat(forms.get("/quan-tri/san-pham").body())
                .as("products have lists of their own")
                .doesNotContain("Việc của tôi");
        assertThat(forms.send(LIST, "lam", "giu", "ten", "Tất cả", "loc", "").body())
                .contains("chưa lọc theo điều gì");

        var number = group(forms.get(LIST).body(), "name=\"so\" value=\"(\\d+)\"");
        assertThat(forms.send(LIST, "lam", "bo", "so", number).body())
                .contains("Đã bỏ bộ lọc “Việc của tôi”", "name=\"loc\" value=\"nguoi=" + editor.username());
        assertThat(forms.get(LIST).body()).doesNotContain(">Việc của tôi</a>");
    }

    @Test
    void a_plan_is_found_by_its_number_its_words_its_agency_its_year_its_state_and_who_worked_on_it() {
        var number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 999_999));
        var word = Drafts.title().replace("Bài thử ", "");
        var slug = PlanDrafts.start(
                editor, numbered(PlanDrafts.content("Đưa điện về bản " + word, "01393"), number, "1998-04-15"));
        var other = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var together = "q=dien+ve+" + word;

        for (var address : List.of(
                "q=" + number,
                together,
                together + "&co-quan=so-vhttdl-cao-bang",
                together + "&nam=1998",
                together + "&trang-thai=draft",
                together + "&nguoi=" + editor.username(),
                "nguoi=" + editor.username() + "&nam=1998")) {
            assertThat(slugs(forms.get(LIST + "?" + address))).as(address).containsExactly(slug);
        }
        for (var address : List.of("&nam=1997", "&co-quan=chinh-phu", "&trang-thai=approved", "&nguoi=khong-co")) {
            assertThat(slugs(forms.get(LIST + "?" + together + address)))
                    .as(address)
                    .isEmpty();
        }
        assertThat(slugs(forms.get(mine))).containsExactly(other, slug);
        assertThat(forms.get(mine).body())
                .contains("value=\"1998\">1998 (1)", "Tôi (Người thử) (2)", "Tạo mới · Người thử ·");
    }

    @Test
    void many_are_handed_in_at_once_what_is_refused_says_why_and_all_of_it_is_taken_back() {
        var one = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var other = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var without = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));

        var answer = many("gui-duyet", lines(forms.get(mine)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Đã gửi duyệt 2 kế hoạch.", "1 kế hoạch giữ nguyên như cũ", "chưa rõ cơ quan");
        assertThat(state(one)).isEqualTo("in-review");
        assertThat(state(without)).isEqualTo("draft");

        assertThat(takenBack(answer)).contains("Đã lấy về 2 kế hoạch.");
        assertThat(Stream.of(one, other).map(this::state)).containsOnly("draft");
    }

    @Test
    void a_form_that_is_sent_again_tells_what_came_of_it_the_first_time() {
        var one = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var list = forms.get(mine);
        var fields = List.of(
                Map.entry("lam", "gui-duyet"),
                Map.entry(
                        "khoa",
                        Jsoup.parse(list.body())
                                .select("form:has([name=chon]) [name=khoa]")
                                .val()),
                Map.entry("chon", lines(list).get(0)));

        var first = forms.sendAll(mine, fields);
        var again = forms.sendAll(mine, fields);

        assertThat(first.body()).contains("Đã gửi duyệt 1 kế hoạch.");
        assertThat(again.body()).contains("Đã gửi duyệt 1 kế hoạch.").doesNotContain("giữ nguyên như cũ");
        assertThat(takenBack(again)).contains("Đã lấy về 1 kế hoạch.");
        assertThat(state(one)).isEqualTo("draft");
    }

    @Test
    void drafts_are_put_away_together_and_taken_out_again() {
        var one = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var other = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var answer = many("cat", lines(forms.get(mine)));
        assertThat(answer.body()).contains("Đã cất đi 2 kế hoạch.");
        assertThat(Stream.of(one, other).map(this::state)).containsOnly("archived");

        assertThat(takenBack(answer)).contains("Đã lấy ra 2 kế hoạch");
        assertThat(Stream.of(one, other).map(this::state)).containsOnly("draft");
        assertThat(many("cat", List.of()).statusCode()).as("no line is marked").isEqualTo(422);
        assertThat(many("cat", List.of(one + ".0")).body()).contains("vừa có người khác thay đổi");
    }

    private static JsonObjectBuilder numbered(JsonObjectBuilder content, String number, String day) {
        return content.add("number", number)
                .add("symbol", "KH-UBND")
                .add("issued", Json.createObjectBuilder().add("date", day).add("precision", "day"));
    }

    private HttpResponse<String> many(String deed, List<String> lines) {
        return forms.sendAll(
                mine,
                Stream.concat(Stream.of(Map.entry("lam", deed)), lines.stream().map(line -> Map.entry("chon", line)))
                        .toList());
    }

    private static List<String> lines(HttpResponse<String> page) {
        return LINE.matcher(page.body()).results().map(line -> line.group(1)).toList();
    }

    private static List<String> slugs(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(200);
        return lines(page).stream().map(line -> line.replaceAll("\\..*", "")).toList();
    }

    /** Presses the button for taking back. */
    private String takenBack(HttpResponse<String> page) {
        var form = Jsoup.parse(page.body()).selectFirst("form.undo");
        assertThat(form).as(page.body()).isNotNull();
        return forms.send(
                        mine,
                        "con-lai",
                        form.select("[name=con-lai]").val(),
                        "lam",
                        form.select("[name=lam]").val())
                .body();
    }

    private static String group(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private String state(String slug) {
        return Drafts.object(editor.get(PlanDrafts.PLANS + "/" + slug)).getString("state");
    }
}
