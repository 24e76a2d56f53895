package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.AtOnce;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Two people who do something to a plan at the same moment, before either could see what the other does. */
@UsesPortal
class PlansAtOnceIT {
    private static final Pattern VERSION = Pattern.compile("name=\"phien\" value=\"([0-9]+)\"");
    private static final Pattern BASE = Pattern.compile("name=\"goc\" value=\"([^\"]*)\"");
    private static final String CONFLICT = "người khác vừa lưu kế hoạch này";

    private final Portal portal;
    private final Staff staff;
    private final PlainForms one;
    private final PlainForms other;
    private final String slug;
    private final String path;

    PlansAtOnceIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of());
        one = new PlainForms(portal, staff.cookie());
        other = new PlainForms(
                portal,
                Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of()).cookie());
        slug = PlanDrafts.start(staff, PlanDrafts.content("Chữ đầu", "01393"));
        path = "/quan-tri/ke-hoach/" + slug;
    }

    @Test
    void what_both_write_in_different_places_is_saved() throws Exception {
        var first = form("subject", "Chữ của một người");
        var second = form("signer.name", "Hoàng Thị Mây");

        var answers = atOnce(() -> one.send(path, first), () -> other.send(path, second));

        assertThat(answers).extracting(PlansAtOnceIT::went).containsExactlyInAnyOrder("da-luu", "da-gop");
        assertThat(saved().getString("subject")).isEqualTo("Chữ của một người");
        assertThat(saved().getJsonObject("signer").getString("name")).isEqualTo("Hoàng Thị Mây");
    }

    @Test
    void of_what_both_write_in_one_place_one_is_saved_and_the_other_is_shown_both() throws Exception {
        var first = form("subject", "Chữ của một người");
        var second = form("subject", "Chữ của người kia");

        var answers = atOnce(() -> one.send(path, first), () -> other.send(path, second));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 409);
        assertThat(answers.stream().map(HttpResponse::body))
                .anySatisfy(body -> assertThat(body).contains(CONFLICT, "Chữ của một người", "Chữ của người kia"));
    }

    @Test
    void what_one_person_sends_twice_is_saved_once_and_is_nobody_elses() throws Exception {
        var sent = form("subject", "Chữ gửi hai lần");
        sent.put("deliverables[0].title.vi", "Tờ rơi về nước sạch");
        sent.put("deliverables[0].genre", "to-roi");
        sent.put("deliverables[0].how", "none");
        sent.put("deliverables[0].deadline", "7/3/2030");

        var answers = atOnce(() -> one.send(path, sent), () -> one.send(path, sent));

        assertThat(answers).extracting(PlansAtOnceIT::went).containsExactly("da-luu", "da-luu");
        assertThat(saved().getJsonArray("deliverables")).hasSize(1);
        assertThat(saved().getString("subject")).isEqualTo("Chữ gửi hai lần");
    }

    @Test
    void of_two_who_decide_one_does_and_the_other_is_told() throws Exception {
        PlanDrafts.move(staff, slug, "review");
        var version = found(VERSION, one.get(path));

        var answers = atOnce(
                () -> one.send(path, "lam", "duyet", "phien", version),
                () -> other.send(path, "lam", "tra", "phien", version, "loi-nhan", "Thiếu số liệu."));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(303, 422);
        assertThat(answers.stream().map(HttpResponse::body))
                .anySatisfy(body -> assertThat(body).contains("vừa được người khác thay đổi"));
    }

    @Test
    void who_saves_while_another_hands_in_loses_nothing() throws Exception {
        var written = form("subject", "Chữ đang viết");
        var handed = form("programme", "Chương trình");
        handed.put("lam", "gui");

        var answers = atOnce(() -> one.send(path, written), () -> other.send(path, handed));

        assertThat(answers).extracting(HttpResponse::statusCode).allMatch(status -> status < 500);
        var answer = answers.get(0);
        assertThat(answer.statusCode() == 303 ? saved().getString("subject") : answer.body())
                .contains("Chữ đang viết");
    }

    /** As the page sends it, with what somebody has written in one field. */
    private Map<String, String> form(String field, String text) {
        var page = one.get(path);
        var all = new LinkedHashMap<String, String>();
        all.put("lam", "luu");
        all.put("phien", found(VERSION, page));
        all.put("goc", found(BASE, page));
        all.put("kind", "KH");
        all.put("agency", "so-vhttdl-cao-bang");
        all.put("subject", "Chữ đầu");
        all.put("level", "commune");
        all.put("locality", saved().getString("locality"));
        all.put("sections[0].number", "I");
        all.put("sections[0].title", "Mục đích");
        all.put("sections[0].anchor", "i");
        all.put("sections[0].depth", "1");
        all.put("sections[0].text", "Để hộ vay biết lãi suất và nơi hỏi.");
        all.put(field, text);
        return all;
    }

    private List<HttpResponse<String>> atOnce(
            Supplier<HttpResponse<String>> first, Supplier<HttpResponse<String>> second) throws SQLException {
        return AtOnce.all(portal, "select id from plan where slug = '" + slug + "'", List.of(first, second));
    }

    private JsonObject saved() {
        return Drafts.object(staff.get(PlanDrafts.PLANS + "/" + slug));
    }

    /** What the page is told with which an answer goes on. */
    private static String went(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElse(answer.statusCode() + "?")
                .replaceAll(".*luu-y=", "");
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        var match = pattern.matcher(page.body());
        assertThat(match.find()).as(page.body()).isTrue();
        return match.group(1);
    }
}
