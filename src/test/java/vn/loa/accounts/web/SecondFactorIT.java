package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Signing in with a code besides the password, from setting it up to having lost it. */
@UsesPortal
class SecondFactorIT {
    private static final String SIGN_IN = "/tai-khoan/dang-nhap";
    private static final String PAGE = "/tai-khoan/hai-buoc";
    private static final String PASSWORD = "một mật khẩu dài";
    private static final Pattern FIRST = Pattern.compile("name=\"buoc-mot\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("<code class=\"key\">([A-Z2-7 ]+)</code>");
    private static final Pattern PAPER = Pattern.compile("<li><code>([0-9a-z-]{19})</code>");

    private final Portal portal;
    private final Staff administrator;
    private final String username = "thu-" + UUID.randomUUID();
    private final String network = "2001:db8:2fa:" + Integer.toHexString(username.hashCode() & 0xffff) + "::1";

    SecondFactorIT(Portal portal) {
        this.portal = portal;
        this.administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
    }

    @BeforeEach
    void somebodyWithAPassword() {
        var opened = administrator.send(
                "POST",
                "/api/v1/accounts",
                ("{\"username\":\"%s\",\"password\":\"%s\",\"displayName\":\"Người thử\",\"roles\":[\"editor\"],"
                                + "\"locality\":null,\"languages\":[],\"enabled\":true}")
                        .formatted(username, PASSWORD));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
    }

    @Test
    void whoHasSetUpASecondStepNeedsItsCodeAndEachCodeOpensOnce() throws Exception {
        var cookie = cookieOf(password());
        var elsewhere = cookieOf(password());
        var key = begin(cookie);
        assertThat(act(cookie, "xac-nhan", "000").statusCode()).isEqualTo(422);
        assertThat(password().statusCode()).as("it does not count yet").isEqualTo(303);

        var used = code(key, 0);
        var confirmed = act(cookie, "xac-nhan", used);

        assertThat(confirmed.body()).contains("Đã bật xác thực hai bước");
        assertThat(paper(confirmed)).hasSize(10);
        assertThat(portal.get(PAGE, "Cookie", elsewhere).statusCode())
                .as("a session of one step ends")
                .isEqualTo(303);
        var asked = password();
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().map()).doesNotContainKey("set-cookie");
        assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(asked.body()).doesNotContain(PASSWORD);
        assertThat(portal.get("/quan-tri", "Cookie", Staff.COOKIE + "=" + first(asked))
                        .statusCode())
                .as("the first step opens nothing")
                .isEqualTo(303);
        var again = second(asked, used);
        assertThat(again.statusCode()).as("a code that was taken").isEqualTo(422);
        assertThat(again.body()).contains("Mã không đúng, hoặc đã dùng rồi.");

        var admitted = second(again, code(key, 1));

        assertThat(admitted.statusCode()).as(admitted.body()).isEqualTo(303);
        assertThat(portal.get("/quan-tri", "Cookie", cookieOf(admitted)).statusCode())
                .isEqualTo(200);
        assertThat(second(again, paper(confirmed).get(0)).statusCode())
                .as("a first step that was used")
                .isEqualTo(422);
    }

    @Test
    void whoHasLostTheTelephoneUsesPaperAndWhoHasLostBothSeesAnAdministrator() throws Exception {
        var cookie = cookieOf(password());
        var paper = paper(act(cookie, "xac-nhan", code(begin(cookie), 0)));

        assertThat(second(password(), paper.get(0)).statusCode()).isEqualTo(303);
        assertThat(second(password(), paper.get(0)).statusCode()).isEqualTo(422);
        var renewed = act(cookie, "ma-moi", paper.get(1));
        assertThat(paper(renewed)).hasSize(10).doesNotContainAnyElementsOf(paper);
        assertThat(second(password(), paper.get(2)).statusCode()).isEqualTo(422);

        var page = portal.get("/quan-tri/nguoi-dung/" + username, "Cookie", administrator.cookie());
        assertThat(page.body()).contains("Tắt xác thực hai bước của người này");
        assertThat(act(cookie, "bo", "sai").statusCode()).isEqualTo(422);
        assertThat(act(cookie, "bo", paper(renewed).get(0)).body()).contains("Đã tắt xác thực hai bước");
        assertThat(password().statusCode()).isEqualTo(303);
    }

    @Test
    void aProgramSendsTheCodeWithThePassword() throws Exception {
        var cookie = cookieOf(password());
        var paper = paper(act(cookie, "xac-nhan", code(begin(cookie), 0)));

        var without = session("");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("\"reason\":\"second-step\"");
        assertThat(session(",\"code\":\"123\"").body()).contains("\"reason\":\"wrong-code\"");
        assertThat(session(",\"code\":\"" + paper.get(0) + "\"").statusCode()).isEqualTo(201);
        assertThat(session(",\"code\":\"" + paper.get(0) + "\"").statusCode()).isEqualTo(401);
    }

    @Test
    void theFormOfAnotherPersonChangesNothing() throws Exception {
        var cookie = cookieOf(password());
        var others = portal.get(PAGE, "Cookie", administrator.cookie());

        var answer = post(PAGE, "the=" + token(others) + "&viec=bat-dau", "Cookie", cookie);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Trang mở đã lâu").doesNotContain("class=\"key\"");
    }

    private String begin(String cookie) {
        var begun = act(cookie, "bat-dau", "");
        var key = KEY.matcher(begun.body());
        assertThat(key.find()).as(begun.body()).isTrue();
        var bare = key.group(1).replace(" ", "");
        assertThat(begun.body()).contains("otpauth://totp/", "secret=" + bare, "<svg class=\"qr\"");
        return bare;
    }

    private HttpResponse<String> act(String cookie, String act, String code) {
        var page = portal.get(PAGE, "Cookie", cookie);
        return post(PAGE, "the=" + token(page) + "&viec=" + act + "&ma=" + encode(code), "Cookie", cookie);
    }

    private HttpResponse<String> password() {
        return post(
                SIGN_IN, "the=" + token(portal.get(SIGN_IN)) + "&ten=" + username + "&mat-khau=" + encode(PASSWORD));
    }

    private HttpResponse<String> second(HttpResponse<String> asked, String code) {
        return post(SIGN_IN, "the=" + token(asked) + "&buoc-mot=" + first(asked) + "&ma=" + encode(code));
    }

    private HttpResponse<String> session(String more) {
        return portal.send(
                "POST",
                "/api/v1/sessions",
                "{\"username\":\"%s\",\"password\":\"%s\"%s}".formatted(username, PASSWORD, more),
                "X-Forwarded-For",
                network);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(portal.uri(path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", network);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return portal.send(request.build());
    }

    /** What a telephone would show. @param ahead of now, in steps */
    private static String code(String key, int ahead) throws Exception {
        var generator = new TimeBasedOneTimePasswordGenerator();
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(new Base32().decode(key), generator.getAlgorithm()),
                Instant.now().plus(generator.getTimeStep().multipliedBy(ahead)));
    }

    private static List<String> paper(HttpResponse<String> page) {
        return PAPER.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static String first(HttpResponse<String> page) {
        return group(FIRST, page);
    }

    private static String token(HttpResponse<String> page) {
        return group(TOKEN, page);
    }

    private static String group(Pattern pattern, HttpResponse<String> page) {
        var found = pattern.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static String cookieOf(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
