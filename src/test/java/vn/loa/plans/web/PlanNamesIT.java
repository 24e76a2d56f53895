package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What plans name, agencies and places and other plans, by what it is called; and what they name that there is not. */
@UsesPortal
class PlanNamesIT {
    private static final String LIST = "/quan-tri/ke-hoach";

    /** Of the sample content. */
    private static final String PUBLIC = "ke-hoach-giam-ngheo-ve-thong-tin-tan-yen-2024";

    private final Portal portal;
    private final Staff editor;
    private final PlainForms writing;

    PlanNamesIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        writing = new PlainForms(portal, editor.cookie());
    }

    @Test
    void what_a_plan_names_and_there_is_not_is_told_with_everything_else_that_is_wrong() {
        var wrong = """
                {"kind": "KH", "subject": "", "level": "commune", "locality": "khong-co", "agency": {"code": "khong-co"}, "parent": "khong-co",
                 "period": {"from": 2030, "to": 2026},
                 "legalBases": [{"kind": "KH", "reference": "1/KH-UBND", "relation": "based-on", "plan": "khong-co-noi"}],
                 "deliverables": [{"title": {"vi": "A"}, "genre": "khong-co", "how": "none", "quantity": 0, "languages": ["xx"]}]}
                """;
        var there = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        for (var answer : List.of(
                editor.send("POST", PLANS, wrong), editor.send("PUT", PLANS + "/" + there, wrong, "If-Match", "*"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(object(answer).getJsonArray("violations").getValuesAs(JsonObject.class))
                    .extracting(violation -> violation.getString("field"))
                    .containsExactlyInAnyOrder(
                            "subject",
                            "locality",
                            "agency",
                            "parent",
                            "period.to",
                            "legalBases[0].plan",
                            "deliverables[0].genre",
                            "deliverables[0].quantity",
                            "deliverables[0].languages");
        }
    }

    @Test
    void who_may_not_write_a_plan_is_told_nothing_of_what_it_names() {
        var there = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        var elsewhere = Staff.make(portal, Set.of(Role.EDITOR), "01351", Set.of());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var content =
                PlanDrafts.content("01393").add("parent", "khong-co").build().toString();

        assertThat(elsewhere
                        .send("PUT", PLANS + "/" + there, content, "If-Match", "*")
                        .statusCode())
                .isEqualTo(403);
        assertThat(publisher.send("POST", PLANS, content).statusCode()).isEqualTo(403);
    }

    @Test
    void the_form_tells_all_faults_at_once() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var answer = send(
                slug,
                "agency",
                "Sở Không Có",
                "parent",
                "Kế hoạch không có",
                "period.from",
                "hai nghìn",
                "deliverables[0].title.vi",
                "Tờ rơi",
                "deliverables[0].genre",
                "to-roi",
                "deliverables[0].quantity",
                "mười");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#ket-qua a").eachAttr("href"))
                .containsExactlyInAnyOrder("#agency", "#parent", "#period.from", "#deliverables[0].quantity");
    }

    @Test
    void other_plans_stand_in_the_form_by_their_names_and_are_understood_by_them() {
        var draft = PlanDrafts.start(editor, PlanDrafts.content("Kế hoạch mẹ " + Drafts.title(), "01393"));
        var slug = PlanDrafts.start(
                editor,
                PlanDrafts.content("01393")
                        .add("parent", draft)
                        .add(
                                "legalBases",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("kind", "KH")
                                                .add("reference", "1/KH-UBND")
                                                .add("relation", "based-on")
                                                .add("plan", PUBLIC))));

        var page = page(slug);
        var parent = page.getElementById("parent").val();
        var basis = page.getElementById("legalBases[0].plan").val();
        assertThat(parent).startsWith("Kế hoạch mẹ ");
        assertThat(basis).doesNotContain(PUBLIC).contains("Giảm nghèo về thông tin");
        assertThat(writing.get("/quan-tri/chon/plan?q=" + basis.substring(0, 12).replace(" ", "+"))
                        .body())
                .contains(basis);

        var answer = send(
                slug,
                "parent",
                parent,
                "legalBases[0].kind",
                "KH",
                "legalBases[0].reference",
                "1/KH-UBND",
                "legalBases[0].relation",
                "based-on",
                "legalBases[0].plan",
                basis);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        var saved = object(editor.get(PLANS + "/" + slug));
        assertThat(saved.getString("parent")).isEqualTo(draft);
        assertThat(saved.getJsonArray("legalBases").getJsonObject(0).getString("plan"))
                .isEqualTo(PUBLIC);
    }

    @Test
    void what_a_plan_that_is_not_theirs_to_see_is_called_nobody_learns() {
        var subject = "Kế hoạch kín " + Drafts.title();
        var hidden = PlanDrafts.start(editor, PlanDrafts.content(subject, "01393"));
        var elsewhere = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.EDITOR), "01351", Set.of()).cookie());

        var answer = elsewhere.send(LIST + "/moi", "lam", "luu", "khoa", "kin-" + System.nanoTime(), "parent", hidden);

        assertThat(answer.body()).doesNotContain(subject);
        assertThat(elsewhere.get("/quan-tri/chon/plan?q=kin").body()).doesNotContain(subject);
    }

    @Test
    void who_reads_a_plan_reads_the_names_of_its_parent_and_of_its_languages() {
        var slug = PlanDrafts.start(
                editor,
                PlanDrafts.content("01393")
                        .add("parent", PUBLIC)
                        .add(
                                "deliverables",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder(
                                                        PlanDrafts.promise("x").build())
                                                .remove("id"))));

        assertThat(page(slug).select("#hang-deliverables-0 > summary").text())
                .contains("Tiếng Việt", "Mông")
                .doesNotContain("hmn");

        PlanDrafts.move(editor, slug, "review");
        assertThat(page(slug).select("#chung dd a[href*=" + PUBLIC + "]").text())
                .isNotBlank()
                .doesNotContain(PUBLIC);
    }

    @Test
    void the_field_of_the_agency_says_one_thing_about_being_empty() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var said = page(slug).select(".f:has([id=agency])").text();

        assertThat(said).contains("đến khi gửi duyệt mới phải chọn").doesNotContain("không của cơ quan nào");
    }

    /** @param more names and values in turn, beside or in place of what the form holds */
    private HttpResponse<String> send(String slug, String... more) {
        var page = page(slug);
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("subject", "agency", "locality", "phien", "goc")) {
            var field = page.select("form.plan [name=" + name + "]").first();
            fields.put(name, field.tagName().equals("textarea") ? field.text() : field.val());
        }
        fields.put("kind", "KH");
        fields.put("level", "commune");
        for (var i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        fields.put("lam", "luu");
        return writing.send(LIST + "/" + slug, fields);
    }

    private Document page(String slug) {
        return Jsoup.parse(writing.get(LIST + "/" + slug).body());
    }
}
