package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Editors name an agency that the list lacks and go on with their plan; an administrator takes it into the list, joins it with another, or refuses it. */
@UsesPortal
class ProposedAgenciesIT {
    private static final String LIST = "/quan-tri/co-quan";
    private static final String PLANS = "/quan-tri/ke-hoach/";

    private final Portal portal;
    private final Staff editor;
    private final PlainForms writing;
    private final PlainForms deciding;
    private final String name = "Sở Thử nghiệm " + Drafts.title().replace("Bài thử ", "");

    ProposedAgenciesIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), "01393", Set.of());
        writing = new PlainForms(portal, editor.cookie());
        deciding = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @Test
    void a_plan_names_it_at_once_and_goes_on_and_once_it_is_accepted_everybody_can_choose_it() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var code = propose(slug);
        assertThat(code).isNotEmpty();
        save(slug, code);
        assertThat(agency(slug)).isEqualTo(name);
        PlanDrafts.move(editor, slug, "review");

        assertThat(propose(PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"))))
                .as("who names it again means the same")
                .isEqualTo(code);
        assertThat(deciding.get("/quan-tri").body()).contains("chờ nhận vào danh mục");
        assertThat(deciding.get(LIST).body()).contains(name, PLANS + slug, "Người thử đề nghị lúc");
        assertThat(deciding.get(LIST + "?q=" + code).body())
                .as("it is not in the list yet")
                .doesNotContain("href=\"" + LIST + "/" + code);

        assertThat(decide(code, "nhan").body()).contains("Đã nhận vào danh mục");
        assertThat(deciding.get(LIST + "?q=" + code).body()).contains("href=\"" + LIST + "/" + code);
        assertThat(agency(slug)).isEqualTo(name);
    }

    @Test
    void joined_with_another_all_plans_name_that_one() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var code = propose(slug);
        save(slug, code);

        assertThat(decide(code, "gop", "vao", "khong-co").statusCode()).isEqualTo(422);
        assertThat(decide(code, "gop", "vao", "so-vhttdl-cao-bang").body()).contains("Đã gộp");
        assertThat(Drafts.object(editor.get(PlanDrafts.PLANS + "/" + slug))
                        .getJsonObject("agency")
                        .getString("code"))
                .isEqualTo("so-vhttdl-cao-bang");
        assertThat(deciding.get(LIST).body()).doesNotContain(name);
    }

    @Test
    void it_is_not_joined_with_one_that_has_handed_its_work_on_to_it() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var code = propose(slug);
        var former = "thu-" + code;
        portal.sql()
                .change(
                        "insert into agency (code, name, valid_to, successor) select ?, name, '2025-07-01', code from agency where code = ?",
                        former,
                        code);
        try {
            var refused = decide(code, "gop", "vao", former);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("lại chuyển việc về chính cơ quan này");
            assertThat(portal.sql().single("select successor from agency where code = ?", former))
                    .isEqualTo(code);
        } finally {
            portal.sql().execute("delete from agency where code = ?", former);
        }
    }

    @Test
    void refused_with_a_reason_plans_name_none_and_cannot_be_published_until_they_do() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var code = propose(slug);
        save(slug, code);
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        PlanDrafts.move(editor, slug, "review");
        PlanDrafts.move(publisher, slug, "approved");

        assertThat(decide(code, "khong", "ly-do", " ").body()).contains("Hãy ghi vì sao không nhận");
        assertThat(decide(code, "khong", "ly-do", "Cơ quan này đã giải thể.").body())
                .contains("Đã từ chối");
        assertThat(Drafts.object(editor.get(PlanDrafts.PLANS + "/" + slug)).containsKey("agency"))
                .isFalse();
        var refused = publisher.send("POST", PlanDrafts.PLANS + "/" + slug + "/transitions", "{\"to\":\"published\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(writing.get("/quan-tri").body()).contains("Cơ quan này đã giải thể.");
    }

    @Test
    void what_a_public_plan_names_cannot_be_refused() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var code = propose(slug);
        save(slug, code);
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        PlanDrafts.move(editor, slug, "review");
        PlanDrafts.move(publisher, slug, "approved", "published");

        assertThat(portal.get("/ke-hoach/" + slug).body()).contains(name);
        assertThat(decide(code, "khong", "ly-do", "Không rõ.").body()).contains("Kế hoạch đang đăng");
        assertThat(decide(code, "nhan").statusCode()).isEqualTo(200);
        PlanDrafts.move(publisher, slug, "withdrawn");
    }

    @Test
    void what_is_no_name_is_not_proposed_and_nothing_that_was_typed_is_lost() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        for (var wrong : new String[] {" ", "???", "Sở ".repeat(100)}) {
            var answer = writing.send(PLANS + slug, "lam", "de-nghi", "co-quan-moi", wrong, "subject", "Đang gõ dở");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("Chưa đề nghị được", "Đang gõ dở");
        }
    }

    @Test
    void a_second_agency_of_the_name_can_be_proposed_and_which_is_meant_is_asked_from_then_on() {
        var first = propose(PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency")));
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393").remove("agency"));
        var offered = writing.send(PLANS + slug, "lam", "de-nghi", "co-quan-moi", name);
        assertThat(offered.body()).contains("Danh mục đã có “" + name, "value=\"de-nghi:khac\"");

        var another = writing.send(PLANS + slug, "lam", "de-nghi:khac", "co-quan-moi", name, "subject", "Đang gõ dở");

        assertThat(another.statusCode()).as(another.body()).isEqualTo(200);
        assertThat(another.body()).contains("Đã đề nghị thêm “" + name);
        var second = first + "-2";
        assertThat(another.body()).as("told apart from the first").contains("(" + second + ")");
        var asked = writing.send(PLANS + slug, "lam", "de-nghi", "co-quan-moi", name, "subject", "Đang gõ dở");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("Danh mục có nhiều cơ quan tên", "(" + first + ")", "(" + second + ")", "Đang gõ dở")
                .contains("value=\"de-nghi:khac\"");
    }

    /** Proposes it from the form of a plan, and answers with the code that the form then holds. */
    private String propose(String slug) {
        var answer = writing.send(PLANS + slug, "lam", "de-nghi", "co-quan-moi", name, "subject", "Đang gõ dở");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("Nhớ lưu bản thảo", "Đang gõ dở");
        assertThat(answer.body()).contains("value=\"" + name + " (chờ nhận");
        return portal.sql().single("select code from agency where cast(name as jsonb) ->> 'vi' = ?", name);
    }

    private void save(String slug, String code) {
        var saved = editor.send(
                "PUT",
                PlanDrafts.PLANS + "/" + slug,
                PlanDrafts.content("01393")
                        .add("agency", Json.createObjectBuilder().add("code", code))
                        .build()
                        .toString(),
                "If-Match",
                "*");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    private String agency(String slug) {
        return Drafts.object(editor.get(PlanDrafts.PLANS + "/" + slug))
                .getJsonObject("agency")
                .getString("name");
    }

    private HttpResponse<String> decide(String code, String deed, String... fields) {
        var version = Pattern.compile(
                        "name=\"de-nghi\" value=\"" + code + "\" /?><input type=\"hidden\" name=\"ban\" value=\"(\\d+)")
                .matcher(deciding.get(LIST).body());
        assertThat(version.find()).isTrue();
        var all = new String[fields.length + 6];
        System.arraycopy(new String[] {"lam", deed, "de-nghi", code, "ban", version.group(1)}, 0, all, 0, 6);
        System.arraycopy(fields, 0, all, 6, fields.length);
        return deciding.send(LIST, all);
    }
}
