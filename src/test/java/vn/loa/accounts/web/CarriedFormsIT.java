package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What was sent without a script after the sign-in had ended comes back to its sender, from whatever page of the back office it was. */
@UsesPortal
class CarriedFormsIT {
    private static final String SIGN_IN = "/tai-khoan/dang-nhap";
    private static final String WORDS = "Chữ gửi lúc \"hết phiên\"";

    private final Portal portal;
    private final Staff staff;

    CarriedFormsIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of())
                .withPassword();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quan-tri/tu-dong-nghia",
                "/quan-tri/ke-hoach/moi",
                "/quan-tri/san-pham?the-loai=tin-bai",
                "/quan-tri/lich-phat/01393/thiet-lap"
            })
    void a_form_of_any_page_comes_back_to_who_signs_in_by_password(String path) {
        var door = refused(path);
        assertThat(door.select("input[name=mat-khau]")).isNotEmpty();

        var form = door.select("form:has([name=mat-khau])").get(0);
        var entered = post(form.attr("action"), "", hidden(form), "ten", staff.username(), "mat-khau", Staff.PASSWORD);
        var back = givenBack(entered);
        assertThat(back.select("input[name=the]"))
                .as("nothing is done before they have seen it")
                .isEmpty();

        var cookie = cookie(entered);
        var again = post(back.attr("action"), cookie, hidden(back));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(422);
        assertThat(Jsoup.parse(again.body()).select("input, textarea").stream().map(Element::val))
                .as(path)
                .anyMatch(value -> value.contains(WORDS));
    }

    @Test
    void who_has_signed_in_elsewhere_meanwhile_gets_it_back_and_nobody_else() {
        var door = refused("/quan-tri/tu-dong-nghia");
        var fields = hidden(door.select("form:has([name=mat-khau])").get(0));
        var action = door.select("form:has([name=mat-khau])").attr("action");

        var early = post(action, "", fields, "da-vao", "1");
        assertThat(early.body()).contains("Trình duyệt này chưa đăng nhập").contains("giu.");
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var others = post(action, other.cookie(), fields, "da-vao", "1");
        assertThat(others.statusCode()).isEqualTo(303);
        assertThat(others.body()).doesNotContain("hết phiên");
        assertThat(hidden(givenBack(post(action, staff.cookie(), fields, "da-vao", "1")))
                        .toString())
                .contains(WORDS);
    }

    @Test
    void what_no_page_of_ours_has_made_and_what_is_too_large_is_not_carried() {
        var forged = post("/quan-tri/tu-dong-nghia", "", List.of(Map.entry("chu", WORDS)));
        assertThat(forged.statusCode()).isEqualTo(303);
        var large = post(
                "/quan-tri/tu-dong-nghia",
                "",
                List.of(Map.entry("the", "1.x"), Map.entry("chu", "x".repeat(1_600_000))));
        assertThat(large.statusCode()).isNotEqualTo(200);
        assertThat(large.body()).doesNotContain("xxxxxxxx");
    }

    /** The page for signing in that carries the first form of the page in which something can be written. */
    private Document refused(String path) {
        var page = Jsoup.parse(portal.get(path, "Cookie", staff.cookie()).body());
        var form = page.select("main form[method=post]").stream()
                .filter(one -> !one.select("button[name=lam]").isEmpty())
                .filter(one -> !text(one).isEmpty())
                .findFirst()
                .orElseThrow();
        var fields = hidden(form);
        fields.add(Map.entry(text(form), WORDS));
        fields.add(Map.entry("lam", form.select("button[name=lam]").attr("value")));
        var action = form.attr("action").isEmpty() ? path : form.attr("action");
        var answer = post(action, "", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("chưa lưu gì");
        return Jsoup.parse(answer.body());
    }

    private static String text(Element form) {
        return form.select("textarea[name]:not([hidden]), input[type=text][name], input[name]:not([type])").stream()
                .map(field -> field.attr("name"))
                .findFirst()
                .orElse("");
    }

    private static List<Map.Entry<String, String>> hidden(Element form) {
        return form.select("input[type=hidden][name]").stream()
                .map(field -> Map.entry(field.attr("name"), field.attr("value")))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Element givenBack(HttpResponse<String> answer) {
        var back = Jsoup.parse(answer.body()).select("main form").stream()
                .filter(form -> form.text().contains("Mở lại những gì đã viết"))
                .findFirst();
        assertThat(back).as(answer.body()).isPresent();
        return back.orElseThrow();
    }

    private HttpResponse<String> post(
            String path, String cookie, List<Map.Entry<String, String>> fields, String... more) {
        var all = new ArrayList<>(fields);
        for (var i = 0; i < more.length; i += 2) {
            all.add(Map.entry(more[i], more[i + 1]));
        }
        var request = HttpRequest.newBuilder(portal.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(all.stream()
                        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"))));
        return portal.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(Staff.COOKIE + "=") && !cookie.startsWith(Staff.COOKIE + "=;"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce("", (one, other) -> other);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
