package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The document that a plan was read from is given to the public when its editor says so and its publisher agrees, and to nobody before or after. */
@UsesPortal
class PlanOriginalIT {
    private static final String LIST = "/quan-tri/ke-hoach";
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"phien\" value=\"([0-9]+)\"");

    private final Portal portal;
    private final Staff all;
    private final PlainForms forms;

    PlanOriginalIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of());
        forms = new PlainForms(portal, all.cookie());
    }

    private static byte[] document(String subject) {
        return PlanDocx.of(
                subject,
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp='urn:cp' xmlns:dc='urn:dc'><dc:creator>Chị &lt;Lan&gt;</dc:creator></cp:coreProperties>");
    }

    private String imported(byte[] document) {
        var token = TOKEN.matcher(forms.get(LIST + "/moi").body());
        assertThat(token.find()).isTrue();
        var answer = portal.send(HttpRequest.newBuilder(portal.uri("/quan-tri/nhap-ke-hoach"))
                .header("Cookie", forms.cookie())
                .header("X-Form-Token", token.group(1))
                .header("X-File-Name", "ke-hoach.docx")
                .POST(BodyPublishers.ofByteArray(document))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer).getString("url").replaceAll(".*/|\\?.*", "");
    }

    private void move(String slug, String to) {
        var answer = all.send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\",\"note\":\"Thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> press(String slug, String button) {
        var page = forms.get(LIST + "/" + slug).body();
        var version = VERSION.matcher(page);
        assertThat(version.find()).isTrue();
        return forms.send(LIST + "/" + slug, "lam", button, "phien", version.group(1), "so", numberIn(page));
    }

    private static String numberIn(String page) {
        var number = Pattern.compile("name=\"so\" value=\"([0-9]+)\"").matcher(page);
        return number.find() ? number.group(1) : "0";
    }

    private String offered(String slug) {
        var files = object(portal.get(PLANS + "/" + slug)).getJsonArray("files");
        return files.isEmpty() ? "" : files.getJsonObject(0).getString("url");
    }

    @Test
    void it_is_public_with_the_revision_that_offers_it_and_no_other() {
        var sent = document("Văn bản gốc " + Drafts.title());
        var slug = imported(sent);
        assertThat(forms.get(LIST + "/" + slug).body())
                .contains("Tên người soạn hoặc đơn vị ghi trong tệp: Chị &lt;Lan&gt;", "value=\"dua-tep\"");
        assertThat(press(slug, "dua-tep").statusCode()).isEqualTo(303);
        assertThat(forms.get(LIST + "/" + slug).body()).contains("Đăng kèm bản này", "value=\"thoi-tep\"");
        assertThat(portal.get("/ke-hoach/" + slug + "/van-ban-goc").statusCode())
                .isEqualTo(404);

        for (var step : new String[] {"review", "approved", "published"}) {
            move(slug, step);
        }

        var address = Until.answer(() -> offered(slug), found -> !found.isEmpty());
        assertThat(portal.get("/ke-hoach/" + slug).body())
                .contains("Văn bản gốc", "href=\"" + address + "\"", "Tải DOCX");
        var lead = portal.get("/ke-hoach/" + slug + "/van-ban-goc");
        assertThat(lead.statusCode()).isEqualTo(303);
        assertThat(lead.headers().firstValue("Location")).contains(address);
        var answer = portal.bytes(HttpRequest.newBuilder(portal.uri(address)).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(sent);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .contains(".docx");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("wordprocessingml");

        move(slug, "draft");
        assertThat(press(slug, "thoi-tep").statusCode()).isEqualTo(303);
        assertThat(offered(slug)).as("the public sees the published revision").isEqualTo(address);
        for (var step : new String[] {"review", "approved", "published"}) {
            move(slug, step);
        }
        Until.holds(() -> offered(slug).isEmpty());
        Until.holds(() -> portal.get(address).statusCode() == 404);

        move(slug, "draft");
        press(slug, "dua-tep");
        for (var step : new String[] {"review", "approved", "published"}) {
            move(slug, step);
        }
        Until.holds(() -> portal.get(address).statusCode() == 200);
        move(slug, "withdrawn");
        Until.holds(() -> portal.get(address).statusCode() == 404);
        Until.holds(() -> portal.get("/ke-hoach/" + slug + "/van-ban-goc").statusCode() == 410);
    }

    @Test
    void nobody_offers_what_nobody_has_looked_into() {
        var slug = imported(document("Chưa kiểm tra " + Drafts.title()));
        portal.sql()
                .execute(
                        "update plan_source set traces = null where plan = (select id from plan where slug = ?)", slug);
        assertThat(forms.get(LIST + "/" + slug).body())
                .contains("Chưa ai kiểm tra", "value=\"xem-tep\"")
                .doesNotContain("value=\"dua-tep\"");
        assertThat(press(slug, "dua-tep").statusCode()).isEqualTo(422);

        assertThat(press(slug, "xem-tep").statusCode()).isEqualTo(303);

        assertThat(forms.get(LIST + "/" + slug).body()).contains("Chị &lt;Lan&gt;", "value=\"dua-tep\"");
    }

    @Test
    void only_editors_decide_and_only_of_drafts() {
        var slug = imported(document("Ai quyết định " + Drafts.title()));
        var publisher = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).cookie());
        var page = forms.get(LIST + "/" + slug).body();
        assertThat(publisher.get(LIST + "/" + slug).body())
                .contains("Văn bản gốc")
                .doesNotContain("value=\"dua-tep\"");
        move(slug, "review");
        assertThat(forms.get(LIST + "/" + slug).body()).doesNotContain("value=\"dua-tep\"");
        var late = forms.send(LIST + "/" + slug, "lam", "dua-tep", "phien", "999", "so", numberIn(page));
        assertThat(late.statusCode()).isIn(409, 422);
        for (var person : new PlainForms[] {forms, publisher}) {
            var looked = person.send(LIST + "/" + slug, "lam", "xem-tep", "phien", "999", "so", numberIn(page));
            assertThat(looked.statusCode()).as("nothing is read for it").isIn(403, 422);
        }
    }
}
