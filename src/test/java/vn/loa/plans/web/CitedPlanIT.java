package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.media.documents.Documents;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Plans of the portal that a document which is read cites: every province has one of each number. */
@UsesPortal
class CitedPlanIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Portal portal;
    private final Staff editor;

    CitedPlanIT(Portal portal) {
        this.portal = portal;
        this.editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    @Test
    void a_citation_leads_to_the_plan_of_the_agency_that_it_names() {
        var number = anyNumber();
        var here = plan(number, "ubnd-tinh-cao-bang");
        var there = plan(number, "ubnd-tp-can-tho");

        assertThat(linked(cited(number, " của Ủy ban nhân dân tỉnh Cao Bằng"))).containsExactly(here);
        assertThat(linked(cited(number, " của UBND thành phố Cần Thơ"))).containsExactly(there);
    }

    @Test
    void a_citation_of_another_agency_or_of_none_stays_text() {
        var number = anyNumber();
        plan(number, "ubnd-tinh-cao-bang");

        for (var issuer : List.of(" của Ủy ban nhân dân tỉnh Thanh Hóa", " của Ủy ban nhân dân tỉnh Sơn Thủy", "")) {
            var basis = cited(number, issuer);

            assertThat(linked(basis)).as(issuer).isEmpty();
            assertThat(basis.get(0).getString("reference")).isEqualTo(number + "/KH-UBND");
        }
    }

    private String plan(String number, String agency) {
        return PlanDrafts.start(
                editor,
                PlanDrafts.content("01393")
                        .add("number", number)
                        .add("symbol", "KH-UBND")
                        .add("agency", Json.createObjectBuilder().add("code", agency))
                        .add(
                                "issued",
                                Json.createObjectBuilder()
                                        .add("date", "2026-03-07")
                                        .add("precision", "day")));
    }

    private static String anyNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 999_999));
    }

    private static List<String> linked(List<JsonObject> bases) {
        return bases.stream()
                .filter(basis -> basis.containsKey("plan"))
                .map(basis -> basis.getString("plan"))
                .toList();
    }

    private List<JsonObject> cited(String number, String issuer) {
        var document = Documents.docx(PlanDocx.paragraphs(
                "KẾ HOẠCH",
                "Đưa tin về nước sạch " + Drafts.title() + " năm 2026",
                "Căn cứ Kế hoạch số " + number + "/KH-UBND ngày 07/3/2026" + issuer + " về nước sạch năm 2026;",
                "I. MỤC ĐÍCH",
                "Để hộ nghèo biết nơi hỏi về nước sạch."));
        var tus = new TusClient(portal, editor);
        var id = TusClient.id(tus.announce("ke-hoach.docx", document.length));
        assertThat(tus.send(id, 0, document).statusCode()).isEqualTo(204);
        // Documents of the sample content may be read at the same time.
        var answer = Until.answer(
                () -> editor.send("POST", PLANS + "/import", "{\"upload\":\"" + id + "\"}"),
                answered -> answered.statusCode() != 503,
                PATIENCE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer).getJsonArray("legalBases").getValuesAs(JsonObject.class);
    }
}
