package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Who gets into the back office, how, and what it leaves with browsers and caches. */
@UsesPortal
class OfficeIT {
    private static final String SIGN_IN = "/tai-khoan/dang-nhap";
    private static final String SIGN_OUT = "/tai-khoan/dang-xuat";
    private static final String DESK = "/quan-tri";
    private static final String OWN = "/tai-khoan";
    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");

    private static final Pattern TOKEN = Pattern.compile("name=\"the\" value=\"([^\"]+)\"");

    /** A network of its own for each test that guesses, so that none slows another. */
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static final Map<Set<Role>, String> LOOKERS = new HashMap<>();

    private final Portal portal;
    private final String network = "2001:db8:0f1:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::1";

    OfficeIT(Portal portal) {
        this.portal = portal;
    }

    /** Each page with those roles that open it, none meaning everybody's; the others must not. */
    static Stream<Arguments> pages() {
        var listed = Stream.of(OfficePage.values())
                .filter(page -> OfficeRoutes.isPage(page.getPath()))
                .map(page -> Arguments.of(page.getPath(), page.roles()));
        return Stream.concat(
                listed, Stream.of(Arguments.of("/quan-tri/nguoi-dung/bientap", OfficePage.PEOPLE.roles())));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_opens_for_its_roles_and_for_nobody_else(String path, Set<Role> open) {
        var withoutRole = open.isEmpty();
        for (var role : Role.values()) {
            var answer = portal.get(path, "Cookie", looker(Set.of(role), Set.of("hmn")));
            assertThat(answer.statusCode())
                    .as(path + " for " + role)
                    .isEqualTo(withoutRole || open.contains(role) ? 200 : 403);
        }
        var nobodyYet = portal.get(path, "Cookie", looker(Set.of(), Set.of()));
        assertThat(nobodyYet.statusCode()).isEqualTo(withoutRole ? 200 : 403);
        var stranger = portal.get(path);
        assertThat(stranger.statusCode()).isEqualTo(303);
        assertThat(header(stranger, "Location")).startsWith(SIGN_IN);
    }

    /** The cookie of somebody who only looks: one of each kind is enough for all pages. */
    private String looker(Set<Role> roles, Set<String> languages) {
        return LOOKERS.computeIfAbsent(
                roles, kind -> Staff.make(portal, kind, null, languages).cookie());
    }

    @Test
    void scripts_are_told_whose_sign_in_the_browser_holds_and_led_nowhere() {
        var staff = Staff.make(portal, Set.of(), null, Set.of());
        var told = as(staff, "/tai-khoan/ai");
        assertThat(told.statusCode()).isEqualTo(200);
        assertThat(told.body()).isEqualTo("{\"name\":\"" + staff.username() + "\",\"owes\":false}");
        assertThat(header(told, "Cache-Control")).isEqualTo("no-store");
        assertThat(portal.get("/tai-khoan/ai").statusCode()).isEqualTo(401);
        assertThat(portal.get("/tai-khoan/ai", "Cookie", Staff.COOKIE + "=x").statusCode())
                .isEqualTo(401);
    }

    @Test
    void who_may_not_open_a_page_is_told_who_may_and_what_to_do() {
        var nobodyYet = Staff.make(portal, Set.of(), null, Set.of()).cookie();

        assertThat(portal.get(DESK, "Cookie", nobodyYet).body())
                .contains("Trang này dành cho: ", "Biên tập viên", "nhờ người quản trị", "Chưa được giao vai trò nào");
        assertThat(portal.get(DESK + "?hl=en", "Cookie", nobodyYet).body())
                .contains("This page is for: ", "Commune officer", "ask an administrator");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void the_menu_leads_to_what_a_role_may_open_and_to_nothing_else(Role role) {
        var staff = Staff.make(portal, Set.of(role), null, Set.of());
        var cookie = staff.cookie();
        var menu =
                portal.get(DESK, "Cookie", cookie).body().replaceAll("(?s).*<nav class=\"rooms\"(.*?)</nav>.*", "$1");
        var targets = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(menu)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(targets)
                .contains(DESK, "/")
                .allSatisfy(target -> assertThat(
                                portal.get(target, "Cookie", cookie).statusCode())
                        .isEqualTo(200));
        assertThat(targets.contains("/quan-tri/tu-dong-nghia")).isEqualTo(role == Role.EDITOR);
        assertThat(targets.contains("/quan-tri/nguoi-dung")).isEqualTo(role == Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quan-tri/khong-co",
                "/quan-tri/nguoi-dung/khong-co/them",
                "/tai-khoan/khong-co",
                "/accounts/own.xhtml",
                "/home/desk.xhtml"
            })
    void what_does_not_exist_is_404_for_everybody(String path) {
        var staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of());

        assertThat(portal.get(path).statusCode()).isEqualTo(404);
        assertThat(as(staff, path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {DESK, OWN, SIGN_IN, DESK + "?hl=en"})
    void no_cache_keeps_a_page_and_its_scripts_bear_a_number_used_once(String path) {
        var cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var shown = path.equals(SIGN_IN) ? "nothing=1" : cookie;
        var first = portal.get(path, "Cookie", shown);
        var second = portal.get(path, "Cookie", shown);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
        assertThat(first.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(header(first, "Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .containsPattern("script-src 'self' 'nonce-[A-Za-z0-9+/=]{40,}'")
                .doesNotContain("unsafe");
        assertThat(header(second, "Content-Security-Policy")).isNotEqualTo(header(first, "Content-Security-Policy"));
        assertThat(first.body())
                .doesNotContain(" onclick=", " style=\"", "#{", "???")
                .doesNotContainPattern("<script(?![^>]*nonce=)");
    }

    @Test
    void a_stranger_leaves_nothing_in_memory_and_only_forms_do() {
        var cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        assertThat(portal.get(SIGN_IN).headers().map()).doesNotContainKey("set-cookie");
        assertThat(portal.get(DESK).headers().map()).doesNotContainKey("set-cookie");
        assertThat(portal.get(DESK, "Cookie", cookie).headers().map()).doesNotContainKey("set-cookie");
        assertThat(header(portal.get(OWN, "Cookie", cookie), "Set-Cookie"))
                .startsWith("JSESSIONID=")
                .contains("HttpOnly");
    }

    @Test
    void whoever_signs_in_gets_a_cookie_that_no_script_reads_and_no_other_site_sends() {
        var answer = signIn("bientap", Staff.PASSWORD, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo(DESK);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith(Staff.COOKIE + "=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Expires", "Max-Age", "Domain");
        assertThat(cookieOf(signIn("bientap", Staff.PASSWORD, ""))).isNotEqualTo(cookieOf(answer));
        assertThat(portal.get(DESK, "Cookie", cookieOf(answer)).body()).contains("Biên tập viên mẫu");
    }

    @Test
    void a_cookie_opens_nothing_of_the_api_and_a_token_of_a_program_nothing_of_the_office() {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var cookie = staff.cookie();

        assertThat(portal.get("/api/v1/sessions", "Cookie", cookie).statusCode())
                .isEqualTo(401);
        assertThat(portal.get("/api/v1/sessions", "Authorization", "Bearer " + cookie.split("=")[1])
                        .statusCode())
                .isEqualTo(401);
        assertThat(portal.get(DESK, "Cookie", Staff.COOKIE + "=" + staff.token())
                        .statusCode())
                .isEqualTo(303);
        assertThat(portal.get(DESK, "Authorization", staff.bearer()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void an_unknown_name_and_a_wrong_password_are_answered_alike() {
        var unknown = signIn("khong-ai-" + UUID.randomUUID().toString().substring(0, 8), "sai-mat-khau", "");
        var wrong = signIn("bientap", "sai-mat-khau", "");

        assertThat(List.of(unknown.statusCode(), wrong.statusCode())).containsOnly(422);
        assertThat(alert(wrong)).isEqualTo(alert(unknown)).isEqualTo("Tên tài khoản hoặc mật khẩu không đúng.");
        assertThat(wrong.headers().map()).doesNotContainKey("set-cookie");
        assertThat(wrong.body()).contains("value=\"bientap\"").doesNotContain("sai-mat-khau");
    }

    @Test
    void too_many_attempts_are_told_in_words_with_the_time_to_wait() {
        HttpResponse<String> answer = null;
        for (var attempt = 0; attempt < 6; attempt++) {
            answer = signIn("ai-do", "sai", "?hl=en");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(answer, "Retry-After"))).isBetween(1, 61);
        assertThat(alert(answer)).matches("There were too many attempts\\. Please try again in .+\\.");
    }

    @Test
    void names_and_passwords_are_text_and_nothing_else() {
        var answer = signIn("<script>\"'", "x".repeat(201), "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain("<script>\"'").contains("&lt;script");
        assertThat(signIn("a".repeat(5_000), "x", "").statusCode()).isEqualTo(422);
        assertThat(alert(signIn("", "", ""))).isEqualTo("Cần cả tên tài khoản và mật khẩu.");
    }

    @Test
    void the_form_of_another_site_or_without_its_token_signs_nobody_in() {
        var body = "the=" + token(portal.get(SIGN_IN)) + "&ten=bientap&mat-khau=" + Staff.PASSWORD;

        var foreign = post(SIGN_IN, body, "Origin", "https://khac.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("Biểu mẫu không được gửi từ trang của cổng. Xin mở lại trang rồi gửi lại.");
        assertThat(post(SIGN_IN, body, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        var tokenless = post(SIGN_IN, "ten=bientap&mat-khau=" + Staff.PASSWORD);
        assertThat(tokenless.statusCode()).isEqualTo(422);
        assertThat(alert(tokenless)).contains("Xin nhập lại mật khẩu rồi đăng nhập.");
        assertThat(tokenless.headers().map()).doesNotContainKey("set-cookie");
    }

    @Test
    void after_signing_in_people_go_on_where_they_were_but_never_elsewhere() {
        var asked = portal.get(OWN + "?hl=en");
        assertThat(header(asked, "Location")).isEqualTo(SIGN_IN + "?tiep=%2Ftai-khoan%3Fhl%3Den&hl=en");

        var back = signIn("bientap", Staff.PASSWORD, "?tiep=%2Ftai-khoan%3Fhl%3Den&hl=en");
        assertThat(header(back, "Location")).isEqualTo("/tai-khoan?hl=en");

        var elsewhere = signIn("bientap", Staff.PASSWORD, "?tiep=%2F%2Fkhac.example%2Fquan-tri");
        assertThat(header(elsewhere, "Location")).isEqualTo(DESK);
    }

    @Test
    void after_signing_out_the_cookie_opens_nothing() {
        var cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        var foreign = post(SIGN_OUT, "", "Cookie", cookie, "Origin", "https://khac.example");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(portal.get(DESK, "Cookie", cookie).statusCode()).isEqualTo(200);
        var answer = post(SIGN_OUT, "", "Cookie", cookie);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(header(answer, "Location")).isEqualTo(SIGN_IN + "?luu-y=da-thoat");
        assertThat(header(answer, "Set-Cookie")).startsWith(Staff.COOKIE + "=;").contains("Max-Age=0");

        var after = portal.get(DESK, "Cookie", cookie);
        assertThat(after.statusCode()).isEqualTo(303);
        assertThat(portal.get(header(after, "Location")).body()).contains("Phiên làm việc đã hết.");
    }

    @Test
    void whoever_leaves_twice_has_left() {
        var cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        var answers = IntStream.range(0, 6)
                .mapToObj(press -> CompletableFuture.supplyAsync(() -> post(SIGN_OUT, "", "Cookie", cookie)))
                .toList();
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(header(answer.join(), "Location")).isEqualTo(SIGN_IN + "?luu-y=da-thoat"));
    }

    @Test
    void who_signs_in_again_leaves_no_other_session_behind() {
        var before = cookieOf(signIn("bientap", Staff.PASSWORD, ""));
        var form = portal.get(SIGN_IN);
        var body = "the=" + token(form) + "&ten=bientap&mat-khau=" + Staff.PASSWORD;

        var failed = post(SIGN_IN, body + "-sai", "Cookie", before, "X-Forwarded-For", network);
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(portal.get(DESK, "Cookie", before).statusCode()).isEqualTo(200);
        var again = post(SIGN_IN, body, "Cookie", before, "X-Forwarded-For", network);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(portal.get(DESK, "Cookie", before).statusCode()).isEqualTo(303);
        assertThat(portal.get(DESK, "Cookie", cookieOf(again)).statusCode()).isEqualTo(200);
    }

    @Test
    void what_one_sign_in_has_open_does_nothing_for_another() {
        var one = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var shown = portal.get(OWN, "Cookie", one.cookie());
        var session = cookieOf(shown);
        var state = VIEW_STATE.matcher(shown.body());
        assertThat(state.find()).isTrue();
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var elsewhere = other.cookieElsewhere();
        var form =
                "phien-dang-mo=phien-dang-mo&phien-dang-mo%3Atat-ca=&jakarta.faces.ViewState=" + encode(state.group(1));

        var answer = post(OWN, form, "Cookie", other.cookie() + "; " + session);

        assertThat(header(answer, "Location")).isEqualTo(OWN + "?luu-y=qua-han");
        assertThat(portal.get(DESK, "Cookie", elsewhere).statusCode()).isEqualTo(200);
        assertThat(post(OWN, form, "Cookie", one.cookie() + "; " + session).statusCode())
                .as("it is gone for the first one, too")
                .isEqualTo(303);
    }

    /** Proves that the form of {@link #what_one_sign_in_has_open_does_nothing_for_another} does something. */
    @Test
    void what_a_sign_in_has_open_does_something_for_itself() {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var elsewhere = staff.cookieElsewhere();
        var cookie = staff.cookie();
        var shown = portal.get(OWN, "Cookie", cookie);
        var state = VIEW_STATE.matcher(shown.body());
        assertThat(state.find()).isTrue();

        var answer = post(
                OWN,
                "phien-dang-mo=phien-dang-mo&phien-dang-mo%3Atat-ca=&jakarta.faces.ViewState=" + encode(state.group(1)),
                "Cookie",
                cookie + "; " + cookieOf(shown));

        assertThat(answer.body()).contains("Đã kết thúc 2 phiên khác.");
        assertThat(portal.get(DESK, "Cookie", elsewhere).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {DESK, OWN, SIGN_IN})
    void what_only_reads_is_never_taken_for_a_form(String path) {
        var cookie = path.equals(SIGN_IN)
                ? "nothing=1"
                : Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();

        for (var query : List.of(
                "jakarta.faces.ViewState=stateless",
                "j%61karta.faces.ViewState=1%3A1",
                "javax.faces.ViewState=1",
                "Faces-Request=partial/ajax&primefaces.nonce=MTIz")) {
            var answer = portal.get(path + "?" + query, "Cookie", cookie);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains("Yêu cầu không đọc được", "</html>");
        }
        assertThat(portal.get(path, "Cookie", cookie, "Faces-Request", "partial/ajax")
                        .statusCode())
                .isEqualTo(400);
        var stateless = post(path, "jakarta.faces.ViewState=stateless", "Cookie", cookie);
        assertThat(stateless.statusCode()).isEqualTo(400);
    }

    @Test
    void a_stranger_who_claims_to_be_a_script_breaks_nothing() {
        var answer = post(SIGN_IN, "primefaces.nonce=c29tZWJvZHkncw", "Faces-Request", "partial/ajax");

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(header(answer, "Content-Security-Policy")).doesNotContain("c29tZWJvZHkncw");
    }

    @Test
    void a_script_that_is_refused_is_told_why_on_its_own_page() {
        var cookie = Staff.make(portal, Set.of(), null, Set.of()).cookie();
        var script = new String[] {"Cookie", cookie, "Faces-Request", "partial/ajax"};

        var roleless = post(DESK, "a=b", script);
        assertThat(roleless.statusCode()).isEqualTo(200);
        assertThat(header(roleless, "Content-Type")).startsWith("text/xml");
        assertThat(roleless.body()).contains("<update id=\"bao\">", "không còn được làm việc ở trang này");
        var foreign =
                post(DESK, "a=b", "Cookie", cookie, "Faces-Request", "partial/ajax", "Sec-Fetch-Site", "cross-site");
        assertThat(foreign.body()).contains("<update id=\"bao\">", "không được gửi từ trang của cổng");
        var withoutScript = post(DESK + "?hl=en", "a=b", "Cookie", cookie);
        assertThat(withoutScript.statusCode()).isEqualTo(303);
        assertThat(header(withoutScript, "Location")).isEqualTo(DESK + "?hl=en");
    }

    @Test
    void another_spelling_of_an_address_opens_nothing_more() {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var cookie = staff.cookie();

        for (var spelling : List.of(
                "/quan-tri/../api/v1/sessions",
                "/quan-tri/%2e%2e/api/v1/sessions",
                "/quan-tri/%2E./api/v1/sessions",
                "/./api/v1/sessions")) {
            assertThat(asWritten(spelling, "Cookie", cookie).statusCode())
                    .as(spelling)
                    .isIn(400, 401, 404);
        }
        for (var spelling :
                List.of("/api/v1/../../quan-tri", "/api/v1/%2e%2e/%2e%2e/quan-tri", "/api/v1/../../tai-khoan")) {
            assertThat(asWritten(spelling, "Authorization", staff.bearer()).statusCode())
                    .as(spelling)
                    .isIn(400, 404);
        }
    }

    private HttpResponse<String> asWritten(String path, String... headers) {
        return portal.send(HttpRequest.newBuilder(URI.create(portal.baseUrl().replaceAll("/$", "") + path))
                .headers(headers)
                .build());
    }

    @Test
    void a_script_whose_session_has_ended_is_led_to_where_one_signs_in() {
        var answer = post(OWN, "a=b", "Cookie", Staff.COOKIE + "=khong-con", "Faces-Request", "partial/ajax");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).contains("<redirect url=\"" + SIGN_IN + "?tiep=%2Ftai-khoan&amp;luu-y=het-phien\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void a_page_takes_forms_and_nothing_else(String method) {
        var cookie = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).cookie();
        var answer = portal.send(HttpRequest.newBuilder(portal.uri(DESK))
                .method(method, BodyPublishers.noBody())
                .header("Cookie", cookie)
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void scripts_and_sheets_of_the_library_are_kept_by_browsers_and_nothing_else_of_it_is_an_address() {
        var script = "/jakarta.faces.resource/core.js.xhtml?ln=primefaces&v=15.0.13";
        var answer = portal.bytes(HttpRequest.newBuilder(portal.uri(script))
                .header("Accept-Encoding", "gzip")
                .build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        for (var other : List.of(
                "/jakarta.faces.resource/khong-co.js.xhtml?ln=primefaces&v=15.0.13",
                "/jakarta.faces.resource/web.xml.xhtml?ln=..%2FWEB-INF",
                "/jakarta.faces.resource/loa.css.xhtml?ln=styles",
                "/jakarta.faces.resource/core.js.xhtml",
                "/primefaces/core.js",
                "/core.js")) {
            var nothing = portal.get(other);
            assertThat(nothing.statusCode()).as(other).isEqualTo(404);
            assertThat(header(nothing, "Cache-Control")).as(other).doesNotContain("immutable", "max-age");
        }
        var older = portal.get("/jakarta.faces.resource/core.js.xhtml?ln=primefaces&v=14.0.0");
        assertThat(header(older, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void public_pages_stay_the_same_for_who_has_signed_in() {
        var cookie =
                Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of()).cookie();
        var answer = portal.get("/san-pham", "Cookie", cookie);

        assertThat(answer.body()).isEqualTo(portal.get("/san-pham").body());
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(header(answer, "Vary")).doesNotContain("Cookie");
    }

    private HttpResponse<String> as(Staff staff, String path) {
        return portal.get(path, "Cookie", staff.cookie());
    }

    private HttpResponse<String> signIn(String name, String password, String query) {
        var form = portal.get(SIGN_IN + query);
        return post(
                SIGN_IN + query,
                "the=" + token(form) + "&ten=" + encode(name) + "&mat-khau=" + encode(password),
                "X-Forwarded-For",
                network);
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(portal.uri(path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return portal.send(request.build());
    }

    private static String token(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private static String cookieOf(HttpResponse<?> answer) {
        return header(answer, "Set-Cookie").replaceAll(";.*", "");
    }

    private static String alert(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*role=\"alert\"[^>]*>([^<]*)<.*", "$1");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
