package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Administrators decide what the portal is called and how it looks; it holds everywhere, and can be undone. */
@UsesPortal
class LookIT {
    private static final String PAGE = "/quan-tri/he-thong/giao-dien";
    private static final String SEND = "/quan-tri/tep-giao-dien/bieu-trung";
    private static final Pattern MARK = Pattern.compile("name=\"ban\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern SHEET = Pattern.compile("href=\"(/resources/styles/loa\\.css\\?v=[0-9a-f]+)\"");
    private static final Pattern PICTURE = Pattern.compile("src=\"(/bieu-trung/[0-9a-f]{16}\\.png)\"");

    private final Portal portal;
    private final Staff administrator;
    private final PlainForms forms;

    LookIT(Portal portal) {
        this.portal = portal;
        administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        forms = new PlainForms(portal, administrator.cookie());
    }

    /** All other tests know the portal as it comes. */
    @AfterEach
    void as_it_comes() {
        portal.sql()
                .execute(
                        "delete from portal_look; delete from portal_emblem; update content_revision set number = number + 1");
        Until.holds(() -> portal.get("/").body().contains("Truyền thông giảm nghèo")
                && css().contains("--cham:#27337a")
                && !portal.get("/").body().contains("/bieu-trung/"));
    }

    @Test
    void what_is_tried_is_seen_by_nobody_else_and_what_is_applied_by_all() {
        var before = sheet();
        var tried = draft("ten-vi", "Loa <Bản> Tôi", "ten-en", "My Village", "mau", "#1f5a3c");
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(tried.body()).contains("Đang xem thử", "Loa &lt;Bản&gt; Tôi");
        assertThat(forms.get(PAGE + "/sang").body())
                .contains("Loa &lt;Bản&gt; Tôi", "/quan-tri/tep-giao-dien/sang.css");
        assertThat(forms.get("/quan-tri/tep-giao-dien/toi.css").body()).contains("--cham:#1f5a3c", "@media all{:root");
        assertThat(portal.get("/").body()).contains("Truyền thông giảm nghèo").doesNotContain("Bản&gt;");

        assertThat(act("ap-dung").body()).contains("Đã áp dụng cho cả cổng.");
        Until.holds(() -> portal.get("/").body().contains("Loa &lt;Bản&gt; Tôi</title>"));

        assertThat(portal.get("/").body())
                .contains("<title>", "Loa &lt;Bản&gt; Tôi</title>")
                .doesNotContain("Loa <Bản>");
        assertThat(portal.get("/?hl=en").body()).contains("My Village</title>");
        assertThat(portal.get("/?hl=en&nhe=1").body()).contains("My Village</title>");
        assertThat(portal.get("/loa.webmanifest").body())
                .contains("\"short_name\":\"Loa <Bản> Tôi\"")
                .doesNotContain("#151c49");
        assertThat(portal.get("/feeds/vi.xml").body()).contains("Loa &lt;Bản&gt; Tôi – ");
        assertThat(portal.get("/feeds/san-pham.atom").body()).contains("Loa &lt;Bản&gt; Tôi – ");
        assertThat(portal.get("/nhung/con-bo-cua-nha-ong-pao").body())
                .contains("--accent:#1f5a3c", "Loa &lt;Bản&gt; Tôi");
        assertThat(portal.get("/nhung/con-bo-cua-nha-ong-pao?mau=8e1a28").body())
                .contains("--accent:#8e1a28");
        assertThat(oembed()).contains("Loa <Bản> Tôi");
        assertThat(portal.get("/khong-co-trang-nay").body()).contains("Loa &lt;Bản&gt; Tôi");
        assertThat(forms.get("/quan-tri").body()).contains("Loa &lt;Bản&gt; Tôi");

        assertThat(sheet()).isNotEqualTo(before);
        assertThat(css()).contains("--cham:#1f5a3c", "--own:#1f5a3c").doesNotContain("#27337a;--own");
        assertThat(portal.get(sheet()).headers().firstValue("Cache-Control").orElse(""))
                .contains("immutable");
        assertThat(portal.get(before).headers().firstValue("Cache-Control").orElse(""))
                .isEqualTo("no-cache");
        assertThat(portal.sql()
                        .single(
                                "select note from audit_entry where actor = ? and action = ? order by id desc",
                                administrator.username(),
                                "apply-look"))
                .contains("name:  → en My Village / vi Loa <Bản> Tôi", "accent:  → #1f5a3c");
    }

    private String oembed() {
        var url =
                URLEncoder.encode(portal.uri("/san-pham/con-bo-cua-nha-ong-pao").toString(), StandardCharsets.UTF_8);
        return portal.get("/oembed?url=" + url).body();
    }

    @Test
    void what_held_before_is_brought_back_at_once() {
        draft("ten-vi", "Cổng thứ nhất");
        act("ap-dung");
        draft("ten-vi", "Cổng thứ hai");
        act("ap-dung");
        Until.holds(() -> portal.get("/").body().contains("Cổng thứ hai"));

        var former = Pattern.compile("name=\"so\" value=\"([1-9][0-9]*)\"").matcher(page());
        assertThat(former.find()).isTrue();
        assertThat(act("lay-lai", "so", former.group(1)).body()).contains("có hiệu lực ngay");

        Until.holds(() -> portal.get("/").body().contains("Cổng thứ nhất"));
        assertThat(portal.sql()
                        .single(
                                "select note from audit_entry where actor = ? and action = ? order by id desc",
                                administrator.username(),
                                "restore-look"))
                .contains("name: vi Cổng thứ hai → vi Cổng thứ nhất");
        act("lay-lai", "so", "0");
        Until.holds(() -> portal.get("/").body().contains("Truyền thông giảm nghèo"));
    }

    @Test
    void another_node_changes_the_look_of_this_one_within_seconds() {
        portal.sql()
                .execute("insert into portal_look (state, name, accent, changed_by, changed_at)"
                        + " values ('current', '{\"vi\": \"Từ nút khác\"}', '8e1a28', 'ai-do', now());"
                        + " update content_revision set number = number + 1");
        Until.holds(() -> portal.get("/").body().contains("Từ nút khác") && css().contains("--cham:#8e1a28"));
    }

    @Test
    void a_colour_that_cannot_be_read_is_refused_with_its_ratio_and_another_one() {
        var refused = draft("ten-vi", "Vẫn còn đây", "mau", "#ff9900");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("#ff9900", "cần ít nhất 4,5 : 1", "Vẫn còn đây", "value=\"#ff9900\"");
        var instead = Pattern.compile("name=\"goi-y\" value=\"(#[0-9a-f]{6})\"").matcher(refused.body());
        assertThat(instead.find()).isTrue();
        var taken = forms.send(
                PAGE,
                "lam",
                "goi-y",
                "ban",
                mark(),
                "ten-vi",
                "Vẫn còn đây",
                "mau",
                "#ff9900",
                "goi-y",
                instead.group(1));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("value=\"" + instead.group(1) + "\"", "Vẫn còn đây");
    }

    @Test
    void everything_that_is_wrong_is_named_at_its_field_and_the_first_has_the_focus() {
        var refused = Jsoup.parse(draft("thu", "không phải thư", "mau", "đỏ").body());

        assertThat(refused.select(".told a"))
                .extracting(link -> link.attr("href"))
                .containsExactly("#thu-dien-tu", "#mau");
        assertThat(refused.select("input[aria-invalid]"))
                .extracting(field -> field.id())
                .containsExactly("thu-dien-tu", "mau");
        assertThat(refused.select("#mau-sai").text()).contains("sáu chữ số");
        assertThat(refused.select("[autofocus]"))
                .extracting(field -> field.id())
                .containsExactly("thu-dien-tu");
    }

    @ParameterizedTest
    @CsvSource({
        "mau, red, Màu viết bằng sáu chữ số",
        "dien-thoai, gọi tôi, Số điện thoại chỉ gồm",
        "thu, javascript:alert(1), Thư điện tử phải có dạng"
    })
    void what_makes_no_sense_is_refused_in_words(String field, String written, String told) {
        var refused = draft(field, written);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(told);
        assertThat(page()).doesNotContain("Đang xem thử");
    }

    @Test
    void who_read_an_older_look_overwrites_nothing() {
        var read = mark();
        draft("ten-vi", "Của người thứ nhất");

        var late = forms.send(PAGE, "lam", "xem", "ban", read, "ten-vi", "Của người thứ hai");

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("người khác vừa đổi", "value=\"Của người thứ hai\"");
        assertThat(page()).contains("value=\"Của người thứ nhất\"");
    }

    @Test
    void who_has_not_seen_what_holds_now_applies_nothing_over_it() {
        draft("ten-vi", "Cổng đang thử");
        var read = mark();
        act("lay-lai", "so", "0");

        var late = forms.send(PAGE, "lam", "ap-dung", "ban", read);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("người khác vừa đổi", "value=\"Cổng đang thử\"");
    }

    @Test
    void contact_and_agency_stand_at_the_foot() {
        draft(
                "co-quan-vi",
                "Sở Thử Nghiệm",
                "dia-chi-vi",
                "Số 1 đường Thử",
                "dien-thoai",
                "0206 3852 123",
                "thu",
                "a@so.vn");
        act("ap-dung");
        Until.holds(() -> portal.get("/").body().contains("Sở Thử Nghiệm"));

        assertThat(portal.get("/").body())
                .contains("Sở Thử Nghiệm", "Số 1 đường Thử", "href=\"tel:02063852123\"", "href=\"mailto:a@so.vn\"");
    }

    @Test
    void a_logo_is_drawn_anew_and_public_only_when_it_is_applied() throws Exception {
        var sent = send(png(400, 160), "bieu trưng.png", "sang");
        assertThat(sent.statusCode()).as(sent.body()).isIn(302, 303);
        var page = page();
        var picture =
                Pattern.compile("/quan-tri/tep-giao-dien/([0-9a-f]{16})\\.png").matcher(page);
        assertThat(picture.find()).as(page).isTrue();
        assertThat(forms.get(picture.group()).statusCode()).isEqualTo(200);
        assertThat(portal.get(picture.group()).statusCode()).isNotEqualTo(200);
        assertThat(portal.get("/bieu-trung/" + picture.group(1) + ".png").statusCode())
                .isEqualTo(404);
        draft("chu-thay-vi", "Biểu trưng thử");
        act("ap-dung");

        var shown = Until.answer(() -> portal.get("/").body(), body -> body.contains("/bieu-trung/"));
        var address = PICTURE.matcher(shown);
        assertThat(address.find()).as(shown).isTrue();
        assertThat(shown).contains("alt=\"Biểu trưng thử\"", "width=\"110\" height=\"44\"", "class=\"plate\"");
        assertThat(portal.get("/?nhe=1").body())
                .doesNotContain("/bieu-trung/")
                .contains("rel=\"icon\" href=\"data:,\"");
        var icon = address.group(1).replace(".png", "-icon.png");
        assertThat(shown).contains("<link rel=\"icon\" href=\"" + icon + "\"").doesNotContain("-192.png");
        assertThat(portal.bytes(HttpRequest.newBuilder(portal.uri(icon)).build())
                        .body()
                        .length)
                .isBetween(1, 2_048);
        var answer = portal.bytes(
                HttpRequest.newBuilder(portal.uri(address.group(1))).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as("opened by itself it does nothing")
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        var drawn = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(drawn.getHeight()).isEqualTo(88);
        assertThat(drawn.getColorModel().hasAlpha()).isTrue();
        assertThat(new Color(drawn.getRGB(0, 0), true).getAlpha()).isZero();
        assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("tác giả");
        assertThat(portal.get("/feeds/vi.xml").body()).contains("-512.png");
        var square =
                portal.bytes(HttpRequest.newBuilder(portal.uri(address.group(1).replace(".png", "-192.png")))
                        .build());
        assertThat(ImageIO.read(new ByteArrayInputStream(square.body())).getWidth())
                .isEqualTo(192);
    }

    @Test
    void what_is_no_picture_for_a_logo_is_refused_in_words() throws Exception {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(told(send(svg, "x.svg", "sang"))).contains("Tệp không phải");
        assertThat(told(send("GIF89a".getBytes(StandardCharsets.US_ASCII), "x.png", "sang")))
                .contains("class=\"alert told\"");
        assertThat(told(send(new byte[0], "x.png", "sang"))).contains("Chưa chọn ảnh nào.");
        assertThat(told(send(new byte[(2 << 20) + 100], "x.png", "sang"))).contains("Ảnh lớn hơn 2 MB.");
        var cut = png(400, 160);
        assertThat(told(send(java.util.Arrays.copyOf(cut, 60), "x.png", "toi"))).contains("class=\"alert told\"");
        assertThat(page()).doesNotContain("Đang xem thử");
    }

    @Test
    void nobody_else_decides() {
        for (var role : List.of(Role.EDITOR, Role.PUBLISHER)) {
            var other = Staff.make(portal, Set.of(role), null, Set.of());
            assertThat(portal.get(PAGE, "Cookie", other.cookie()).statusCode()).isEqualTo(403);
            assertThat(portal.get(PAGE + "/sang", "Cookie", other.cookie()).statusCode())
                    .isEqualTo(403);
        }
        var confined = Staff.make(portal, Set.of(Role.ADMINISTRATOR), "04", Set.of());
        assertThat(portal.get(PAGE, "Cookie", confined.cookie()).body())
                .contains("phạm vi toàn tỉnh")
                .doesNotContain("name=\"mau\"");
        assertThat(portal.get("/quan-tri/tep-giao-dien/sang.css", "Cookie", confined.cookie())
                        .statusCode())
                .isEqualTo(403);
        assertThat(portal.get(PAGE + "/sang").statusCode()).isNotEqualTo(200);
    }

    @Test
    void what_would_make_pages_heavy_is_refused_in_words() throws Exception {
        assertThat(told(send(noise(512, 512), "nhieu.png", "sang"))).contains("quá nhiều chi tiết");
        assertThat(page()).doesNotContain("Đang xem thử");
    }

    private static byte[] noise(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var random = new Random(1);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private String page() {
        return forms.get(PAGE).body();
    }

    private String mark() {
        var mark = MARK.matcher(page());
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private HttpResponse<String> draft(String... fields) {
        var all = new ArrayList<>(List.of("lam", "xem", "ban", mark()));
        all.addAll(List.of(fields));
        return forms.send(PAGE, all.toArray(String[]::new));
    }

    private HttpResponse<String> act(String button, String... fields) {
        var all = new ArrayList<>(List.of("lam", button, "ban", mark()));
        all.addAll(List.of(fields));
        return forms.send(PAGE, all.toArray(String[]::new));
    }

    private String sheet() {
        var sheet = SHEET.matcher(portal.get("/").body());
        assertThat(sheet.find()).isTrue();
        return sheet.group(1);
    }

    private String css() {
        return portal.get(sheet()).body();
    }

    private static byte[] png(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(0x1f5a3c));
        pen.fillOval(40, 10, width - 80, height - 20);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private HttpResponse<String> send(byte[] picture, String name, String ground) throws IOException {
        var page = page();
        var token = TOKEN.matcher(page);
        var mark = MARK.matcher(page);
        assertThat(token.find() && mark.find()).isTrue();
        var body = new ByteArrayOutputStream();
        for (var field : List.of(
                new String[] {"the", token.group(1)}, new String[] {"ban", mark.group(1)}, new String[] {"nen", ground
                })) {
            body.writeBytes(
                    ("--x\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"" + name
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return portal.send(HttpRequest.newBuilder(portal.uri(SEND))
                // The token of a form is good for the session that it was made in.
                .header("Cookie", forms.cookie())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    /** What the page says to which the answer leads. */
    private String told(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        var target = answer.headers().firstValue("Location").orElseThrow();
        return forms.get(target.replaceAll("#.*", "").replace(portal.baseUrl(), ""))
                .body();
    }
}
