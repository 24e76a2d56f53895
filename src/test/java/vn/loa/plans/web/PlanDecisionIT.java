package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;
import static vn.loa.testing.PlanDrafts.promise;
import static vn.loa.testing.PlanDrafts.section;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.media.documents.Documents;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UsesPortal;

/** What somebody is told who decides about a plan: that there is such a one already, what changes for the public, and that a draft can go. */
@UsesPortal
class PlanDecisionIT {
    private static final String LIST = "/quan-tri/ke-hoach";
    private static final Pattern VERSION = Pattern.compile("name=\"phien\" value=\"([0-9]+)\"");

    private final Portal portal;
    private final Staff editor;
    private final Staff publisher;
    private final PlainForms writing;
    private final PlainForms deciding;

    PlanDecisionIT(Portal portal) {
        this.portal = portal;
        editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        writing = new PlainForms(portal, editor.cookie());
        deciding = new PlainForms(portal, publisher.cookie());
    }

    private static JsonObjectBuilder numbered(String number) {
        return PlanDrafts.content("01393")
                .add("number", number)
                .add("symbol", "KH-UBND")
                .add(
                        "issued",
                        Json.createObjectBuilder().add("date", "2026-03-07").add("precision", "day"));
    }

    private static String anyNumber() {
        return String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 999_999));
    }

    private void move(Staff by, String slug, String to) {
        var answer = by.send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\",\"note\":\"Thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void publish(String slug) {
        move(editor, slug, "review");
        move(publisher, slug, "approved");
        move(publisher, slug, "published");
    }

    private static HttpResponse<String> press(PlainForms by, String slug, String button, String... fields) {
        var version = VERSION.matcher(by.get(LIST + "/" + slug).body());
        assertThat(version.find()).isTrue();
        var all = new String[fields.length + 4];
        all[0] = "lam";
        all[1] = button;
        all[2] = "phien";
        all[3] = version.group(1);
        System.arraycopy(fields, 0, all, 4, fields.length);
        return by.send(LIST + "/" + slug, all);
    }

    private String state(String slug) {
        return object(editor.get(PLANS + "/" + slug)).getString("state");
    }

    private JsonObject imported(byte[] document) {
        var tus = new TusClient(portal, editor);
        var id = TusClient.id(tus.announce("ke-hoach.docx", document.length));
        assertThat(tus.send(id, 0, document).statusCode()).isEqualTo(204);
        var answer = editor.send("POST", PLANS + "/import", "{\"upload\":\"" + id + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer);
    }

    @Test
    void a_plan_that_is_there_already_is_named_to_its_editor_and_published_again_only_knowingly() {
        var number = anyNumber();
        var first = PlanDrafts.start(editor, numbered(number));
        publish(first);
        var second = PlanDrafts.start(editor, numbered(number));

        assertThat(writing.get(LIST + "/" + second).body())
                .contains("Cổng đã có kế hoạch cùng số", LIST + "/" + first, "/ke-hoach/" + first);
        move(editor, second, "review");
        move(publisher, second, "approved");
        assertThat(deciding.get(LIST + "/" + second).body()).contains(LIST + "/" + first, "name=\"da-so\"");
        var unseen = press(deciding, second, "dang");
        assertThat(unseen.statusCode()).isEqualTo(422);
        assertThat(unseen.body()).contains("Chưa đăng: cổng đã có kế hoạch cùng số");
        assertThat(state(second)).isEqualTo("approved");
        assertThat(press(deciding, second, "dang", "da-so", "1").statusCode()).isEqualTo(303);
        assertThat(state(second)).isEqualTo("published");
        move(publisher, first, "withdrawn");
        move(publisher, second, "withdrawn");
    }

    @Test
    void another_day_agency_or_symbol_is_another_plan_and_what_was_put_away_is_none() {
        var number = anyNumber();
        var first = PlanDrafts.start(editor, numbered(number));
        for (var other : List.of(
                numbered(number).add("symbol", "KH-SYT"),
                numbered(number)
                        .add(
                                "issued",
                                Json.createObjectBuilder()
                                        .add("date", "2026-03-08")
                                        .add("precision", "day")),
                numbered(number).add("agency", Json.createObjectBuilder().add("code", "so-nnmt-cao-bang")))) {
            var slug = PlanDrafts.start(editor, other);
            assertThat(writing.get(LIST + "/" + slug).body()).doesNotContain("Cổng đã có kế hoạch cùng số");
            move(editor, slug, "archived");
        }
        var vague = PlanDrafts.start(
                editor,
                numbered(number)
                        .add(
                                "issued",
                                Json.createObjectBuilder().add("date", "2026").add("precision", "year")));
        assertThat(writing.get(LIST + "/" + vague).body())
                .as("of a year that may be the same day")
                .contains(LIST + "/" + first);

        move(editor, first, "archived");

        assertThat(writing.get(LIST + "/" + vague).body()).doesNotContain("Cổng đã có kế hoạch cùng số");
    }

    @Test
    void a_document_read_twice_says_so_with_the_plan_that_there_is() {
        var subject = "Đưa tin về vốn vay đến " + Drafts.title() + " năm 2026";
        var first = imported(PlanDocx.of(subject)).getString("slug");

        var second = imported(PlanDocx.of(subject));

        assertThat(second.getJsonArray("warnings").getValuesAs(JsonObject.class))
                .anySatisfy(warning -> {
                    assertThat(warning.getString("code")).isEqualTo("there-already");
                    assertThat(warning.getJsonObject("message").getString("vi")).contains("215/KH-SVHTTDL");
                })
                .anySatisfy(warning -> {
                    assertThat(warning.getString("field")).isEqualTo("level");
                    assertThat(warning.getString("code")).isEqualTo("inferred");
                });
        assertThat(writing.get(LIST + "/" + second.getString("slug") + "?luu-y=da-doc")
                        .body())
                .contains(LIST + "/" + first, "value=\"cat\"", "Bỏ bản thảo này");
    }

    @Test
    void an_editor_discards_a_draft_and_takes_it_back() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var gone = press(writing, slug, "cat");

        assertThat(gone.headers().firstValue("Location").orElse("")).contains("luu-y=xong-cat");
        assertThat(state(slug)).isEqualTo("archived");
        var told = writing.get(LIST + "/" + slug + "?luu-y=xong-cat").body();
        assertThat(told).contains("Đã cất đi.", "name=\"lam\" value=\"tra\"");
        assertThat(press(writing, slug, "tra", "loi-nhan", "Lấy lại ngay sau khi cất.")
                        .statusCode())
                .isEqualTo(303);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void what_the_public_has_seen_no_editor_puts_away() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        publish(slug);
        move(publisher, slug, "withdrawn");
        move(publisher, slug, "draft");

        assertThat(writing.get(LIST + "/" + slug).body()).doesNotContain("value=\"cat\"");
        assertThat(press(writing, slug, "cat").statusCode()).isEqualTo(403);
        assertThat(state(slug)).isEqualTo("draft");
    }

    @Test
    void who_decides_sees_what_changes_for_the_public_field_by_field_and_row_by_row() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("Bản đầu về vốn vay", "01393"));
        publish(slug);
        assertThat(deciding.get(LIST + "/" + slug).body()).doesNotContain("So với bản đang đăng");
        move(editor, slug, "draft");
        assertThat(deciding.get(LIST + "/" + slug).body()).contains("So với bản đang đăng", "Hai bản giống nhau.");
        var next = PlanDrafts.content("Bản sau về vốn vay", "01393")
                .add(
                        "sections",
                        Json.createArrayBuilder().add(section("i", "Mục đích")).add(section("ii", "Kinh phí")))
                .add("deliverables", Json.createArrayBuilder().add(promise(slug + "-a")));
        assertThat(editor.send("PUT", PLANS + "/" + slug, next.build().toString(), "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
        move(editor, slug, "review");

        var page = deciding.get(LIST + "/" + slug).body();

        assertThat(page)
                .contains("So với bản đang đăng", "Khác ở 3 chỗ", "<ins>sau</ins>", "<del>đầu</del>")
                .contains("Chỉ tiêu sản phẩm: “Tiểu phẩm về vốn vay”", "Nội dung: “Kinh phí”")
                .doesNotContain("Nội dung: “Mục đích”");
        move(publisher, slug, "withdrawn");
    }

    @Test
    void a_wrong_day_number_or_year_is_told_for_what_it_is() {
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));

        var page = press(
                        writing,
                        slug,
                        "luu",
                        "kind",
                        "KH",
                        "subject",
                        "Thử",
                        "level",
                        "commune",
                        "locality",
                        "01393",
                        "issued.date",
                        "31/02/2026",
                        "period.from",
                        "từ năm",
                        "deliverables[0].title.vi",
                        "Tờ rơi",
                        "deliverables[0].genre",
                        "to-roi",
                        "deliverables[0].quantity",
                        "99999999999999",
                        "deliverables[0].deadline",
                        "31/11/2026")
                .body();

        assertThat(page)
                .contains("Ngày ban hành</a>: trong lịch không có ngày này.")
                .contains("Hạn</a>: trong lịch không có ngày này.")
                .contains("Từ năm</a>: phải là một năm")
                .contains("Số lượng</a>: lớn quá mức đếm được");
    }

    @Test
    void an_agency_that_the_portal_does_not_know_is_named_can_be_proposed_and_its_field_is_marked() {
        var body = PlanDocx.body("Đưa tin về suối nguồn " + Drafts.title())
                .replace("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "CHI CỤC SUỐI NGUỒN")
                .replace("Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng", "Chi cục Suối nguồn");
        var slug = imported(Documents.docx(body)).getString("slug");

        var page = writing.get(LIST + "/" + slug + "?luu-y=chua-gui").body();

        assertThat(page)
                .contains("Chi cục Suối nguồn”, cơ quan chưa có trong danh mục", "value=\"de-nghi\"")
                .containsPattern("<input id=\"co-quan-moi\"[^>]*value=\"Chi cục Suối nguồn\"")
                .contains("href=\"#agency\"")
                .containsPattern("<input id=\"agency\"[^>]*aria-invalid=\"true\"");
    }

    @Test
    void copies_of_what_is_printed_are_counted_apart_from_works() {
        var subject = "Tờ rơi " + Drafts.title();
        var slug = PlanDrafts.start(
                editor,
                PlanDrafts.content(subject, "01393")
                        .add(
                                "deliverables",
                                Json.createArrayBuilder()
                                        .add(promise("thu-" + anyNumber()))
                                        .add(Json.createObjectBuilder()
                                                .add(
                                                        "title",
                                                        Json.createObjectBuilder()
                                                                .add("vi", "Tờ rơi"))
                                                .add("genre", "to-roi")
                                                .add("how", "none")
                                                .add("quantity", 2500))));

        assertThat(writing.get(LIST + "/" + slug).body()).contains("hứa in 2.500 bản");
        assertThat(writing.get(LIST + "?q=" + slug.replace('-', '+')).body()
                        + writing.get(LIST).body())
                .contains("đã đăng 0/12 sản phẩm · hứa in 2.500 bản");
    }

    @Test
    void pages_to_begin_something_on_are_refused_to_others_with_a_sentence() {
        for (var path : List.of(LIST + "/moi", "/quan-tri/san-pham/moi")) {
            var answer = deciding.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).as(path).contains("<h1");
            assertThat(writing.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }
}
