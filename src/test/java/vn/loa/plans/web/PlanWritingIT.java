package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;
import static vn.loa.testing.PlanDrafts.content;
import static vn.loa.testing.PlanDrafts.promise;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Plans written by programs. */
@UsesPortal
class PlanWritingIT {
    private final Portal portal;
    private final Staff staff;

    PlanWritingIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
    }

    @Test
    void a_plan_starts_as_a_draft_at_an_address_made_from_its_number_that_the_public_does_not_see() {
        var subject = Drafts.title();
        var body = content(subject, "01393")
                .add("number", "215")
                .add("symbol", "KH-UBND")
                .build()
                .toString();

        var first = staff.send("POST", PLANS, body);
        var second = staff.send("POST", PLANS, body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        var slug = object(first).getString("slug");
        assertThat(slug).startsWith("215-kh-ubnd-bai-thu");
        assertThat(first.headers().firstValue("Location")).contains(PLANS + "/" + slug);
        assertThat(object(first).getString("state")).isEqualTo("draft");
        assertThat(object(first).getString("reference")).isEqualTo("215/KH-UBND");
        assertThat(object(second).getString("slug")).isEqualTo(slug + "-2");
        assertThat(portal.get(PLANS + "/" + slug).statusCode()).isEqualTo(404);
        assertThat(staff.get(PLANS + "/" + slug).headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void everything_written_comes_back_as_it_was_and_can_be_written_again() {
        var slug = PlanDrafts.start(staff, content("01393"));
        var whole = content("01393")
                .add("number", "06/2026")
                .add("issued", Json.createObjectBuilder().add("date", "2026-03").add("precision", "month"))
                .add("period", Json.createObjectBuilder().add("from", 2026).add("to", 2030))
                .add(
                        "signer",
                        Json.createObjectBuilder().add("name", "Hoàng Thị Mây").add("capacity", "GIÁM ĐỐC"))
                .add(
                        "legalBases",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("reference", "31/NQ-HĐND")
                                        .add("kind", "NQ")
                                        .add("relation", "based-on")
                                        .add("citedIn", "i")
                                        .add("plan", slug)))
                .add(
                        "recipients",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", "UBND tỉnh")
                                        .add("role", "report")))
                .add("deliverables", Json.createArrayBuilder().add(promise(slug + "-x")));

        for (var time = 0; time < 2; time++) {
            var written = staff.send("PUT", PLANS + "/" + slug, whole.build().toString(), "If-Match", "*");
            assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
            whole = content("01393")
                    .add("legalBases", object(written).get("legalBases"))
                    .add("recipients", object(written).get("recipients"))
                    .add("deliverables", object(written).get("deliverables"))
                    .add("sections", object(written).get("sections"))
                    .add("issued", object(written).get("issued"))
                    .add("signer", object(written).get("signer"))
                    .add("period", object(written).get("period"))
                    .add("number", "06/2026");
        }

        var read = object(staff.get(PLANS + "/" + slug));
        assertThat(read.getJsonObject("issued").getString("date")).isEqualTo("2026-03-01");
        assertThat(read.getJsonArray("legalBases").getJsonObject(0).getString("plan"))
                .isEqualTo(slug);
        assertThat(read.getJsonArray("deliverables").getJsonObject(0).getInt("quantity"))
                .isEqualTo(12);
        assertThat(read.getJsonObject("signer").getString("name")).isEqualTo("Hoàng Thị Mây");
    }

    @Test
    void a_promise_without_a_key_gets_one_and_none_takes_that_of_another_plan() {
        var slug = PlanDrafts.start(
                staff,
                content("01393")
                        .add(
                                "deliverables",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder(
                                                        promise("x").build())
                                                .remove("id"))));
        var key = object(staff.get(PLANS + "/" + slug))
                .getJsonArray("deliverables")
                .getJsonObject(0)
                .getString("id");

        var other = staff.send(
                "POST",
                PLANS,
                content("01393")
                        .add("deliverables", Json.createArrayBuilder().add(promise(key)))
                        .build()
                        .toString());

        assertThat(key).endsWith("tieu-pham");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(fields(other)).containsExactly("deliverables[0].id");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        var answer = staff.send("POST", PLANS, """
                {"kind": "KH", "subject": "", "level": "village", "locality": "01393", "slug": "x", "agency": {"code": "so-vhttdl-cao-bang"},
                 "period": {"from": 2030, "to": 2026},
                 "sections": [{"title": "A", "anchor": "Mục 1", "depth": 9}],
                 "deliverables": [{"title": {"vi": "A"}, "genre": "tieu-pham", "how": "none", "quantity": 0, "minutes": {"min": 9, "max": 3}}]}
                """);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "subject",
                        "level",
                        "slug",
                        "period.to",
                        "sections[0].anchor",
                        "sections[0].depth",
                        "deliverables[0].quantity",
                        "deliverables[0].minutes.max");
    }

    @Test
    void who_did_not_see_the_last_change_changes_nothing() {
        var slug = PlanDrafts.start(staff, content("01393"));
        var seen = staff.get(PLANS + "/" + slug).headers().firstValue("ETag").orElseThrow();
        var path = PLANS + "/" + slug;
        assertThat(staff.send("PUT", path, content("Sửa trước", "01393").build().toString(), "If-Match", seen)
                        .statusCode())
                .isEqualTo(200);

        var late = content("Sửa sau", "01393").build().toString();
        assertThat(staff.send("PUT", path, late, "If-Match", seen).statusCode()).isEqualTo(412);
        assertThat(staff.send("PUT", path, late).statusCode()).isEqualTo(428);
        assertThat(object(staff.get(path)).getString("subject")).isEqualTo("Sửa trước");
    }

    @Test
    void a_plan_without_agency_waits_as_a_draft_and_one_goes_all_the_way_and_is_revised_beside_what_is_public() {
        var slug = PlanDrafts.start(
                staff, Json.createObjectBuilder(content("01393").build()).remove("agency"));
        assertThat(step(slug, "review").statusCode()).isEqualTo(409);
        assertThat(object(step(slug, "review")).getString("reason")).isEqualTo("incomplete");
        write(slug, "Bản đầu");
        for (var to : List.of("review", "approved", "published")) {
            assertThat(step(slug, to).statusCode()).as(to).isEqualTo(200);
        }
        assertThat(portal.get("/ke-hoach/" + slug).body()).contains("Bản đầu");

        assertThat(staff.send(
                                "PUT",
                                PLANS + "/" + slug,
                                content("Bản sau", "01393").build().toString(),
                                "If-Match",
                                "*")
                        .statusCode())
                .as("what is published is first opened")
                .isEqualTo(409);
        assertThat(step(slug, "draft").statusCode()).isEqualTo(200);
        write(slug, "Bản sau");

        assertThat(object(staff.get(PLANS + "/" + slug)).getString("subject")).isEqualTo("Bản sau");
        assertThat(object(portal.get(PLANS + "/" + slug)).getString("subject")).isEqualTo("Bản đầu");
        assertThat(staff.send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"scheduled\"}")
                        .statusCode())
                .isEqualTo(400);
        var withdrawn =
                staff.send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Nhầm.\"}");
        assertThat(object(withdrawn).getString("state")).isEqualTo("withdrawn");
        // The portal may remember an answer for half a second.
        Until.holds(() -> portal.get(PLANS + "/" + slug).statusCode() == 410);
    }

    @Test
    void what_the_public_saw_stays_as_it_was_when_a_withdrawn_plan_is_written_again() {
        var slug = PlanDrafts.start(staff, content("Bản dân đã đọc", "01393"));
        for (var to : List.of("review", "approved", "published")) {
            assertThat(step(slug, to).statusCode()).as(to).isEqualTo(200);
        }
        for (var to : List.of("withdrawn", "draft")) {
            var body = "{\"to\":\"" + to + "\",\"note\":\"Nhầm.\"}";
            assertThat(staff.send("POST", PLANS + "/" + slug + "/transitions", body)
                            .statusCode())
                    .as(to)
                    .isEqualTo(200);
        }

        write(slug, "Bản sau");

        assertThat(object(staff.get(PLANS + "/" + slug)).getString("subject")).isEqualTo("Bản sau");
        assertThat(portal.get("/ke-hoach/" + slug).body())
                .contains("Bản dân đã đọc")
                .doesNotContain("Bản sau");
    }

    @Test
    void an_editor_takes_back_what_nobody_has_approved_yet() {
        var slug = PlanDrafts.start(staff, content("01393"));
        assertThat(step(slug, "taken-back").statusCode()).isEqualTo(409);
        assertThat(step(slug, "review").statusCode()).isEqualTo(200);

        assertThat(object(step(slug, "taken-back")).getString("state")).isEqualTo("draft");
        assertThat(step(slug, "unscheduled").statusCode()).isEqualTo(400);
    }

    @Test
    void a_draft_is_named_neither_to_the_public_nor_by_who_may_not_see_it() {
        var draft = PlanDrafts.start(staff, content("01393"));
        var child = PlanDrafts.start(staff, content("01393").add("parent", draft));
        for (var to : List.of("review", "approved", "published")) {
            assertThat(step(child, to).statusCode()).as(to).isEqualTo(200);
        }
        var confined = Staff.make(portal, EnumSet.of(Role.EDITOR), "01351", Set.of());

        var probe = confined.send(
                "POST", PLANS, content("01351").add("parent", draft).build().toString());

        assertThat(portal.get(PLANS + "/" + child).body()).doesNotContain("\"" + draft + "\"");
        assertThat(object(staff.get(PLANS + "/" + child)).getString("parent")).isEqualTo(draft);
        assertThat(fields(probe)).containsExactly("parent");
        // The front page shows the newest plan: that of the sample content for whoever comes next.
        assertThat(staff.send(
                                "POST",
                                PLANS + "/" + child + "/transitions",
                                "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void write(String slug, String subject) {
        assertThat(staff.send(
                                "PUT",
                                PLANS + "/" + slug,
                                content(subject, "01393").build().toString(),
                                "If-Match",
                                "*")
                        .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> step(String slug, String to) {
        return staff.send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
    }

    private static List<String> fields(HttpResponse<String> answer) {
        return object(answer).getJsonArray("violations").getValuesAs(jakarta.json.JsonObject.class).stream()
                .map(violation -> violation.getString("field"))
                .toList();
    }
}
