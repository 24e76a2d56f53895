package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;
import static vn.loa.testing.PlanDrafts.PLANS;

import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.media.documents.Documents;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UsesPortal;

/** Plans that come as documents. */
@UsesPortal
class PlanImportIT {
    private static final String IMPORT = PLANS + "/import";

    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");

    private final Portal portal;
    private final Staff editor;

    PlanImportIT(Portal portal) {
        this.portal = portal;
        this.editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    @Test
    void a_word_document_becomes_a_draft_with_all_that_stands_in_it_and_what_to_look_at() {
        var subject = "Đưa tin về vốn vay đến " + Drafts.title() + " năm 2026";

        var upload = upload("ke-hoach.docx", PlanDocx.of(subject));
        var answer = read(upload);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var plan = object(answer);
        assertThat(answer.headers().firstValue("Location")).contains(PLANS + "/" + plan.getString("slug"));
        assertThat(plan.getString("state")).isEqualTo("draft");
        assertThat(plan.getString("reference")).isEqualTo("215/KH-SVHTTDL");
        assertThat(plan.getString("kind")).isEqualTo("KH");
        assertThat(plan.getString("subject")).isEqualTo(subject);
        assertThat(plan.getString("level")).isEqualTo("department");
        assertThat(plan.getJsonObject("issued").getString("date")).isEqualTo("2026-03-07");
        assertThat(plan.getJsonObject("agency").getString("code")).isEqualTo("so-vhttdl-cao-bang");
        assertThat(plan.getJsonObject("signer").getString("name")).isEqualTo("Hoàng Thị Mây");
        assertThat(plan.getJsonObject("signer").getString("capacity")).isEqualTo("KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC");
        assertThat(each(plan, "legalBases", "reference")).startsWith("31/NQ-HĐND", "447/KH-UBND");
        assertThat(each(plan, "recipients", "role")).containsExactly("report", "carry-out", "archive");
        assertThat(each(plan, "sections", "anchor")).startsWith("i", "ii", "ii-1");
        var promise = plan.getJsonArray("deliverables").getJsonObject(0);
        assertThat(promise.getInt("quantity")).isEqualTo(12);
        assertThat(promise.getString("id")).isNotBlank();
        assertThat(promise.getJsonObject("minutes").getInt("max")).isEqualTo(5);
        assertThat(promise.getString("deadline")).isEqualTo("2030-09-30");
        assertThat(each(plan, "files", "name")).containsExactly("ke-hoach.docx");
        assertThat(each(plan, "warnings", "code")).contains("mended-digits");
        assertThat(portal.get(PLANS + "/" + plan.getString("slug")).statusCode())
                .isEqualTo(404);

        assertThat(object(read(upload)).getString("slug"))
                .as("asking again finds the same plan")
                .isEqualTo(plan.getString("slug"));
    }

    @Test
    void decomposed_letters_are_put_together_in_every_format() {
        var subject = "Đưa tin về nước sạch " + Drafts.title();
        var odt = Documents.odt(
                "",
                Stream.of(
                                "Số: 216/KH-SVHTTDL",
                                "KẾ HOẠCH",
                                subject,
                                "I. MỤC ĐÍCH",
                                "Để hộ nghèo biết nơi hỏi về nước sạch.")
                        .map(line -> "<text:p>" + Normalizer.normalize(line, Normalizer.Form.NFD) + "</text:p>")
                        .reduce("", String::concat));

        var answer = read(upload("ke-hoach.odt", odt));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(object(answer).getString("subject")).isEqualTo(subject);
        assertThat(object(answer).containsKey("agency"))
                .as("nothing is made up")
                .isFalse();
        assertThat(each(object(answer), "warnings", "field")).contains("agency", "locality", "signer");
    }

    /** A plan of a commune that does not exist, with numbered headings, footnotes, headers, page numbers and a table whose cells reach over others. */
    @ParameterizedTest
    @ValueSource(strings = {"docx", "odt", "pdf"})
    void what_a_program_for_offices_writes_is_read_alike_in_each_format(String format) throws IOException {
        var name = "khau-le." + format;
        byte[] bytes;
        try (var file = PlanImportIT.class.getResourceAsStream(name)) {
            bytes = Objects.requireNonNull(file, name).readAllBytes();
        }

        var answer = read(upload(name, bytes));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var plan = object(answer);
        assertThat(plan.getString("reference")).isEqualTo("45/KH-UBND");
        assertThat(plan.getString("subject"))
                .isEqualTo("Truyền thông về vốn vay ưu đãi và nước sạch trên địa bàn xã Khau Lẻ năm 2026");
        assertThat(plan.getJsonObject("issued").getString("date")).isEqualTo("2026-02-12");
        assertThat(plan.getJsonObject("signer").getString("name")).isEqualTo("Lò Thị Mẩy");
        assertThat(each(plan, "legalBases", "reference")).containsExactly("31/NQ-HĐND", "77/KH-UBND", "90/QĐ-UBND");
        assertThat(each(plan, "legalBases", "title")).startsWith("Nhiệm vụ năm 2026");
        assertThat(each(plan, "sections", "anchor"))
                .containsExactly("i", "i-1", "i-2", "ii", "ii-1", "ii-2", "iii", "iv", "iv-1", "iv-2", "phu-luc");
        assertThat(each(plan, "recipients", "role")).containsExactly("report", "report", "carry-out", "archive");
        var promise = plan.getJsonArray("deliverables").getJsonObject(0);
        assertThat(promise.getInt("quantity")).isEqualTo(12);
        assertThat(promise.getString("deadline")).isEqualTo("2026-09-30");
        assertThat(promise.getString("leadUnit")).isEqualTo("Phòng Văn hóa - Xã hội");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("quet.pdf", scan(), "scanned"),
                Arguments.of("trang-trong.pdf", Pdf.of("blank"), "no-text"),
                Arguments.of("trong.docx", Documents.docx(PlanDocx.paragraphs("", " ")), "no-text"),
                Arguments.of("trong.odt", Documents.odt("", "<text:p/>"), "no-text"),
                Arguments.of(
                        "cong-thuc.docx",
                        Documents.docx(PlanDocx.paragraphs(
                                "Bánh chưng nhà bà Mẩy",
                                "Gạo nếp vo sạch, ngâm qua đêm rồi để ráo. Đỗ xanh đãi vỏ, hấp chín, giã nhuyễn.",
                                "Gói bằng lá dong, luộc mười hai tiếng, vớt ra ép cho ráo nước.")),
                        "no-plan"),
                Arguments.of(
                        "phong-cu.docx",
                        Documents.docx(
                                PlanDocx.paragraphs(
                                        "C¨n cø QuyÕt ®Þnh sè 90/Q§-TTg ngµy 18 th¸ng 01 n¨m 2022 cña Thñ t­íng ChÝnh phñ phª duyÖt"
                                                + " Ch­¬ng tr×nh môc tiªu quèc gia gi¶m nghÌo bÒn v÷ng giai ®o¹n 2021 - 2025",
                                        "Uû ban nh©n d©n tØnh x©y dùng kÕ ho¹ch thùc hiÖn nh­ sau: n©ng cao nhËn thøc cña ng­êi d©n")),
                        "legacy-font"),
                Arguments.of(
                        "thuc-the.docx",
                        Documents.zip(
                                "[Content_Types].xml",
                                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml'"
                                        + " ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
                                "word/document.xml",
                                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w:document"
                                        + " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body/></w:document>"),
                        "document-document-type"),
                Arguments.of("macro.docx", PlanDocx.of("Có macro", "word/vbaProject.bin", "x"), "document-macros"),
                Arguments.of(
                        "bom.docx",
                        PlanDocx.of("Phình ra", "word/media/a.xml", "<a>" + "0".repeat(40_000_000) + "</a>"),
                        "document-swells"),
                Arguments.of("bang.txt", "chỉ là chữ".getBytes(java.nio.charset.StandardCharsets.UTF_8), null));
    }

    private static byte[] scan() {
        return Documents.pdf(document -> {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var picture =
                    LosslessFactory.createFromImage(document, new BufferedImage(60, 85, BufferedImage.TYPE_BYTE_GRAY));
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, 595, 842);
            }
        });
    }

    @Test
    void only_pages_that_are_pictures_are_called_pictures() {
        assertThat(explanation("quet.pdf", scan())).contains("ảnh chụp");
        assertThat(explanation("trang-trong.pdf", Pdf.of("blank once more"))).contains("không có chữ");
        assertThat(explanation("trong.docx", Documents.docx(PlanDocx.paragraphs(" ", ""))))
                .contains("không có chữ")
                .doesNotContain("ảnh chụp");
    }

    private String explanation(String name, byte[] bytes) {
        return object(read(upload(name, bytes))).getJsonObject("explanation").getString("vi");
    }

    @Test
    void a_draft_of_what_may_be_no_administrative_document_says_so() {
        var bytes = Documents.docx(PlanDocx.paragraphs(
                "Việc của thôn " + Drafts.title(),
                "I. NỘI DUNG",
                "- Làm 12 tiểu phẩm phát thanh về nước sạch cho bà con."));

        var taken = drop(bytes, "X-Form-Token", token(), "Cookie", editor.cookie());

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);
        var page = portal.get(object(taken).getString("url"), "Cookie", editor.cookie())
                .body();
        assertThat(page).contains("không thấy số, ký hiệu, ngày, cơ quan ban hành và loại văn bản");
    }

    private String token() {
        return TOKEN.matcher(portal.get("/quan-tri/ke-hoach", "Cookie", editor.cookie())
                        .body())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_become_a_plan_is_refused_with_the_reason_in_words(
            String name, byte[] bytes, @org.jspecify.annotations.Nullable String reason) {
        var answer = read(upload(name, bytes));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        if (reason != null) {
            assertThat(object(answer).getString("reason")).isEqualTo(reason);
        }
        assertThat(object(answer).getJsonObject("explanation").getString("vi")).contains("gửi lại");
    }

    @Test
    void the_upload_of_somebody_else_is_none() {
        var others = upload("a.docx", PlanDocx.of("Của người khác"));
        var somebody = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());

        var answer = somebody.send("POST", IMPORT, "{\"upload\":\"" + others + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void the_back_office_takes_documents_from_editors_pages_alone_and_hands_them_out_to_who_may_see_the_plan() {
        var cookie = editor.cookie();
        var token = token();
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());

        assertThat(drop("X-Form-Token", token).statusCode()).as("a stranger").isEqualTo(303);
        assertThat(drop("X-Form-Token", token, "Cookie", publisher.cookie()).statusCode())
                .as("a publisher, who is led to the page that says so")
                .isEqualTo(303);
        assertThat(drop("Cookie", cookie).statusCode()).as("without a token").isEqualTo(403);
        assertThat(drop("X-Form-Token", token, "Cookie", cookie, "Origin", "https://khac.example")
                        .statusCode())
                .as("from elsewhere")
                .isEqualTo(403);
        var taken = drop("X-Form-Token", token, "Cookie", cookie, "X-File-Name", "K%E1%BA%BF%20ho%E1%BA%A1ch.docx");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(201);

        var slug = object(taken).getString("url").replaceAll(".*/|\\?.*", "");
        var file = object(editor.get(PLANS + "/" + slug)).getJsonArray("files").getJsonObject(0);
        assertThat(file.getString("name")).isEqualTo("Kế hoạch.docx");
        var path = "/quan-tri/tep-ke-hoach/" + slug + "/" + file.getInt("id");
        var handed = portal.get(path, "Cookie", cookie);
        assertThat(handed.statusCode()).isEqualTo(200);
        assertThat(handed.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(portal.get(path).statusCode()).isEqualTo(303);
        var elsewhere = Staff.make(portal, Set.of(Role.EDITOR), "01393", Set.of());
        assertThat(portal.get(path, "Cookie", elsewhere.cookie()).statusCode()).isEqualTo(404);
        assertThat(portal.get("/quan-tri/ke-hoach/" + slug, "Cookie", elsewhere.cookie())
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> drop(String... headers) {
        return drop(PlanDocx.of("Kéo vào " + Drafts.title()), headers);
    }

    private HttpResponse<String> drop(byte[] bytes, String... headers) {
        return portal.send(HttpRequest.newBuilder(portal.uri("/quan-tri/nhap-ke-hoach"))
                .POST(BodyPublishers.ofByteArray(bytes))
                .header("Content-Type", "application/octet-stream")
                .headers(headers)
                .build());
    }

    private HttpResponse<String> read(String upload) {
        return editor.send("POST", IMPORT, "{\"upload\":\"" + upload + "\"}");
    }

    private String upload(String name, byte[] bytes) {
        var tus = new TusClient(portal, editor);
        var id = TusClient.id(tus.announce(name, bytes.length));
        assertThat(tus.send(id, 0, bytes).statusCode()).isEqualTo(204);
        return id;
    }

    private static List<String> each(JsonObject plan, String list, String field) {
        return plan.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString(field, ""))
                .toList();
    }
}
