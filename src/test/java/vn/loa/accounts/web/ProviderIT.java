package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.SignInProvider;
import vn.loa.testing.SignInProvider.Person;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Signing in by the provider of the province, and everything that must not come in that way. */
@UsesPortal
class ProviderIT {
    private static final String SIGN_IN = "/tai-khoan/dang-nhap";
    private static final String BEGIN = SIGN_IN + "/mot-lan";
    private static final String OWN = "/tai-khoan/noi-dang-nhap";
    private static final String AGAIN = SIGN_IN + "?luu-y=mot-lan-lai";
    private static final String NOBODY = SIGN_IN + "?luu-y=mot-lan-la";
    private static final Pattern FIRST = Pattern.compile("name=\"buoc-mot\" value=\"([^\"]+)\"");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Portal portal;
    private final SignInProvider provider = SignInProvider.shared();
    private final String subject = "sub-" + UUID.randomUUID();
    private final String email = subject + "@caobang.example.vn";
    private final String network = "2001:db8:0fe:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::1";

    ProviderIT(Portal portal) {
        this.portal = portal;
    }

    private Staff editor() {
        return Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
    }

    private void link(Staff staff, @Nullable String address, @Nullable String bound) throws Exception {
        try (var database = portal.database();
                var insert = database.prepareStatement(
                        "insert into provider_link (account, email, issuer, subject, linked_at, bound_at)"
                                + " select id, ?, ?, ?, now(), case when ?::text is null then null else now() end"
                                + " from account where username = ?")) {
            insert.setString(1, address);
            insert.setString(2, bound == null ? null : provider.issuer());
            insert.setString(3, bound);
            insert.setString(4, bound);
            insert.setString(5, staff.username());
            insert.executeUpdate();
        }
    }

    @Test
    void theFirstWhoComesWithTheLinkedAddressIsBoundToTheAccountForGood() throws Exception {
        var staff = editor();
        link(staff, email, null);
        provider.comes(Person.of(subject, email.toUpperCase(Locale.ROOT)));

        var begun = begin("");
        var entered = comeBack(begun, provider.signIn(location(begun)));

        assertThat(location(entered)).isEqualTo("/quan-tri");
        assertThat(portal.get("/quan-tri", "Cookie", session(entered)).statusCode())
                .isEqualTo(200);
        assertThat(portal.sql()
                        .column("select action from audit_entry where subject_slug = ? order by id", staff.username()))
                .containsSequence("bind-provider", "sign-in");

        provider.comes(Person.of(subject, "moi-" + email));
        assertThat(location(enter())).as("another address of the same person").isEqualTo("/quan-tri");
        provider.comes(Person.of("other-" + subject, email));
        assertThat(location(enter())).as("another person with the same address").isEqualTo(NOBODY);
    }

    @Test
    void whoIsToldApartByTheSubjectFromTheBeginningNeedsNoAddress() throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));

        assertThat(location(enter())).isEqualTo("/quan-tri");
    }

    @Test
    void whatTheyMayDoStandsInTheAccountAlone() throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null)
                .with("roles", List.of("administrator"))
                .with("groups", List.of("administrator", "publisher")));

        var cookie = session(enter());

        assertThat(portal.get("/quan-tri/san-pham", "Cookie", cookie).statusCode())
                .isEqualTo(200);
        assertThat(portal.get("/quan-tri/nguoi-dung", "Cookie", cookie).statusCode())
                .isEqualTo(403);
    }

    @Test
    void whoIsLinkedToNoAccountOrToOneThatIsClosedDoesNotGetIn() throws Exception {
        provider.comes(Person.of(subject, email));
        var unknown = enter();
        assertThat(location(unknown)).isEqualTo(NOBODY);
        assertThat(session(unknown)).isEmpty();
        assertThat(portal.get(NOBODY).body())
                .contains(SignInProvider.NAME + " đã nhận ra bạn, nhưng cổng này chưa có tài khoản nào");

        var closed = editor();
        link(closed, null, subject);
        portal.sql().execute("update account set enabled = false where username = '" + closed.username() + "'");
        assertThat(location(enter())).isEqualTo(NOBODY);
    }

    @Test
    void anAddressThatTheProviderHasNotVerifiedIsNobodys() throws Exception {
        link(editor(), email, null);
        provider.comes(Person.of(subject, null).with("email", email));
        assertThat(location(enter())).isEqualTo(NOBODY);
        provider.comes(Person.of(subject, email).with("email_verified", false));
        assertThat(location(enter())).isEqualTo(NOBODY);
    }

    /** What a token of a provider that is not ours, or not for us, or not for now would say. */
    static Stream<Arguments> lies() {
        var person = Person.of("liar", null);
        return Stream.of(
                Arguments.of("another nonce", person.with("nonce", "another")),
                Arguments.of("another issuer", person.with("iss", "https://elsewhere.example.vn")),
                Arguments.of("another audience", person.with("aud", "another-portal")),
                Arguments.of(
                        "expired", person.with("exp", Date.from(Instant.now().minusSeconds(600)))),
                Arguments.of(
                        "from the future",
                        person.with("iat", Date.from(Instant.now().plusSeconds(3_600)))),
                Arguments.of("another key", person.signedByAnother()));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aTokenThatIsNotSignedByTheProviderForThisAttemptOpensNothing(String what, Person liar) throws Exception {
        var mine = new Person(subject, liar.claims(), liar.foreign());
        link(editor(), null, subject);
        provider.comes(mine);

        var answer = enter();

        assertThat(location(answer)).as(what).isEqualTo(AGAIN);
        assertThat(session(answer)).isEmpty();
    }

    @Test
    void aWayBackIsGoodOnceForTheBrowserThatBeganIt() throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));
        var begun = begin("");
        var back = provider.signIn(location(begun));
        var other = begin("");

        assertThat(location(comeBack(other, back))).as("in another browser").isEqualTo(AGAIN);
        assertThat(location(get(relative(back)))).as("without a cookie").isEqualTo(AGAIN);
        assertThat(location(comeBack(begun, URI.create(back.toString().replaceAll("&state=[^&]*", "")))))
                .as("without a state")
                .isEqualTo(AGAIN);
        assertThat(location(comeBack(begun, URI.create(back.toString().replaceAll("&iss=[^&]*", "&iss=https://x.vn")))))
                .as("from another provider")
                .isEqualTo(AGAIN);
        var entered = comeBack(begun, back);
        assertThat(location(entered)).isEqualTo("/quan-tri");
        assertThat(entered.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("loa-mot-lan=;") && cookie.contains("Max-Age=0"));
        assertThat(location(comeBack(begun, back))).as("a second time").isEqualTo(AGAIN);
    }

    @Test
    void whoTurnsBackAndWhoMeetsAProviderThatIsAwayIsToldSo() throws Exception {
        var begun = begin("");
        var state = state(location(begun));
        var refused =
                comeBack(begun, URI.create("/x?error=access_denied&iss=" + provider.issuer() + "&state=" + state));
        assertThat(location(refused)).isEqualTo(SIGN_IN + "?luu-y=mot-lan-thoi");
        assertThat(portal.get(location(refused)).body()).contains("Chưa đăng nhập: " + SignInProvider.NAME);

        provider.comes(Person.of(subject, email));
        var second = begin("");
        var back = provider.signIn(location(second));
        provider.isAway(true);
        try {
            var answer = comeBack(second, back);
            assertThat(location(answer)).isEqualTo(SIGN_IN + "?luu-y=mot-lan-hong");
            assertThat(portal.get(location(answer)).body()).contains("hiện không trả lời");
        } finally {
            provider.isAway(false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "//evil.example",
                "/\\evil.example",
                "/quan-tri@evil.example",
                "javascript:x"
            })
    void nobodyIsLedElsewhere(String target) throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));
        var begun = begin("?tiep=" + URLEncoder.encode(target, StandardCharsets.UTF_8));

        assertThat(location(comeBack(begun, provider.signIn(location(begun))))).isEqualTo("/quan-tri");
    }

    @Test
    void peopleGoOnWhereTheyWantedToInTheLanguageInWhichTheyBegan() throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));
        var begun = begin("?hl=en&tiep=/quan-tri/san-pham?trang=2");

        assertThat(location(comeBack(begun, provider.signIn(location(begun)))))
                .isEqualTo("/quan-tri/san-pham?trang=2&hl=en");
        provider.comes(Person.of("nobody-" + subject, null));
        var again = begin("?hl=en&tiep=/quan-tri/san-pham");
        var told = portal.get(location(comeBack(again, provider.signIn(location(again)))));
        assertThat(told.body()).contains("no open account of this portal is linked to you");
    }

    @Test
    void ourOwnSecondStepIsAskedForUnlessTheProviderSaysThatItAskedForTwo() throws Exception {
        var staff = editor();
        link(staff, null, subject);
        portal.sql()
                .execute(
                        "insert into second_factor (account, secret_key, begun_at, confirmed_at) select id, decode(repeat('ab', 20), 'hex'),"
                                + " now(), now() from account where username = '" + staff.username() + "'");
        provider.comes(Person.of(subject, null));
        var asked = enter();
        assertThat(location(asked)).isEqualTo(SIGN_IN);
        assertThat(session(asked)).isEmpty();
        var page = portal.get(SIGN_IN, "Cookie", attempt(asked));
        var first = FIRST.matcher(page.body());
        assertThat(first.find()).as(page.body()).isTrue();
        assertThat(page.body()).contains("Còn một bước nữa.");
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("it is in the form now")
                .anyMatch(cookie -> cookie.startsWith("loa-mot-lan=;"));

        provider.comes(Person.of(subject, null).with("amr", List.of("pwd")));
        assertThat(location(enter())).isEqualTo(SIGN_IN);
        provider.comes(Person.of(subject, null).with("amr", List.of("pwd", "mfa")));
        assertThat(location(enter())).isEqualTo("/quan-tri");
        provider.comes(Person.of(subject, null).with("acr", "urn:hai-buoc"));
        assertThat(location(enter())).isEqualTo("/quan-tri");
    }

    @Test
    void theCookieOfTheWayThereGoesToTheAddressesForSigningInAlone() {
        var begun = begin("");

        assertThat(begun.headers().allValues("Set-Cookie"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("loa-mot-lan=")
                        .contains("Path=/tai-khoan/dang-nhap")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Max-Age=900"));
        assertThat(begun.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(location(begun))
                .startsWith(provider.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "response_type=code", "client_id=loa")
                .doesNotContain("client_secret");
    }

    @Test
    void thePageForSigningInHasOneButtonAndASignedOutBrowserMaySignOutThereToo() throws Exception {
        assertThat(portal.get(SIGN_IN).body())
                .containsOnlyOnce("href=\"" + BEGIN + "\"")
                .contains("Đăng nhập bằng " + SignInProvider.NAME);
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));
        var cookie = session(enter());

        var left = portal.send(HttpRequest.newBuilder(portal.uri("/tai-khoan/dang-xuat"))
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(location(left)).isEqualTo(SIGN_IN + "?luu-y=da-thoat-day");
        assertThat(portal.get(location(left)).body()).contains("href=\"" + BEGIN + "/thoat\"");
        assertThat(location(get(BEGIN + "/thoat"))).startsWith(provider.issuer() + "/end?");
        assertThat(portal.get("/quan-tri", "Cookie", cookie).statusCode()).isEqualTo(303);
    }

    @Test
    void whoBeginsTooOftenFromOneNetworkHasToWait() {
        var last = get(BEGIN);
        for (var i = 0; i < 100 && !location(last).contains("mot-lan-nhieu"); i++) {
            last = get(BEGIN);
        }

        assertThat(location(last)).isEqualTo(SIGN_IN + "?luu-y=mot-lan-nhieu");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aSecondCookieOfTheSameNameIsSomebodyElses() throws Exception {
        link(editor(), null, subject);
        provider.comes(Person.of(subject, null));
        var begun = begin("");
        var back = provider.signIn(location(begun));

        var answer = get(relative(back), "Cookie", attempt(begun) + "; " + attempt(begin("")));

        assertThat(location(answer)).isEqualTo(AGAIN);
    }

    @Test
    void whoOwesACodeIsAskedForItThoughSomebodyElseIsSignedIn() throws Exception {
        var staff = editor();
        link(staff, null, subject);
        portal.sql()
                .execute(
                        "insert into second_factor (account, secret_key, begun_at, confirmed_at) select id, decode(repeat('ab', 20), 'hex'),"
                                + " now(), now() from account where username = '" + staff.username() + "'");
        provider.comes(Person.of(subject, null));

        var page = portal.get(SIGN_IN, "Cookie", attempt(enter()) + "; " + editor().cookie());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(FIRST.matcher(page.body()).find()).isTrue();
    }

    @Test
    void whoTriesTooOftenFromOneNetworkHasToWait() throws Exception {
        provider.comes(Person.of(subject, null));
        var last = enter();
        for (var i = 0; i < 40 && !location(last).contains("mot-lan-nhieu"); i++) {
            last = enter();
        }

        assertThat(location(last)).isEqualTo(SIGN_IN + "?luu-y=mot-lan-nhieu");
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void whoProvesBothLinksTheirOwnAccountAndUnlinksItAgain() throws Exception {
        var staff = editor().withPassword();
        assertThat(portal.get("/tai-khoan", "Cookie", staff.cookie()).body()).contains("href=\"" + OWN + "\"");
        provider.comes(Person.of(subject, email));
        assertThat(location(enter())).isEqualTo(NOBODY);

        var wrong = own(staff, "noi", "không phải mật khẩu");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Mật khẩu hiện tại không đúng.");
        assertThat(attempt(wrong)).isEmpty();
        var right = own(staff, "noi", Staff.PASSWORD);
        assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
        var back = comeBack(right, provider.signIn(there(right)));

        assertThat(location(back)).isEqualTo(OWN + "?luu-y=linked");
        assertThat(session(back)).as("nobody signs in by that").isEmpty();
        assertThat(get(location(back), "Cookie", staff.cookie()).body())
                .contains("Đã liên kết. Từ nay có thể vào cổng", "Đã gắn với " + email);
        assertThat(location(enter())).isEqualTo("/quan-tri");
        assertThat(portal.sql()
                        .column(
                                "select action from audit_entry where subject_slug = ? and actor = ? order by id",
                                staff.username(),
                                staff.username()))
                .containsSequence("link-provider", "sign-in");

        var other = editor().withPassword();
        var taken = own(other, "noi", Staff.PASSWORD);
        assertThat(location(comeBack(taken, provider.signIn(there(taken))))).isEqualTo(OWN + "?luu-y=taken");

        var session = session(enter());
        assertThat(own(staff, "bo", Staff.PASSWORD).body()).contains("Đã bỏ liên kết");
        assertThat(portal.get("/quan-tri", "Cookie", session).statusCode())
                .as("another session")
                .isEqualTo(303);
        assertThat(location(enter())).isEqualTo(NOBODY);
    }

    @Test
    void whoHasASecondStepGivesItOnceMoreBeforeTheyLinkTheirAccount() {
        var staff = editor().withPassword();
        portal.sql()
                .change(
                        "insert into second_factor (account, secret_key, begun_at, confirmed_at)"
                                + " select id, decode(repeat('ab', 20), 'hex'), now(), now() from account where username = ?",
                        staff.username());

        var without = own(staff, "noi", Staff.PASSWORD);

        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Mã không đúng", "name=\"ma\"").doesNotContain("/authorize?");
        assertThat(attempt(without)).isEmpty();
    }

    @Test
    void whoTurnsBackLinksNothing() throws Exception {
        var staff = editor().withPassword();
        provider.comes(Person.of(subject, email));
        var begun = own(staff, "noi", Staff.PASSWORD);

        var back = get(
                BEGIN + "/ve?error=access_denied&iss=" + provider.issuer() + "&state=" + state(there(begun)),
                "Cookie",
                attempt(begun));

        assertThat(location(back)).isEqualTo(OWN + "?luu-y=declined");
        assertThat(get(location(back), "Cookie", staff.cookie()).body()).contains("đã dừng giữa chừng");
        assertThat(location(enter())).isEqualTo(NOBODY);
    }

    /** What the form for one's own account answers. */
    private HttpResponse<String> own(Staff staff, String act, String password) {
        var form = Jsoup.parse(get(OWN, "Cookie", staff.cookie()).body());
        return portal.send(HttpRequest.newBuilder(portal.uri(OWN))
                .header("Cookie", staff.cookie())
                .header("X-Forwarded-For", network)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "the=" + form.select("form.ask [name=the]").val() + "&viec=" + act + "&mat-khau="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build());
    }

    /** Where the page leads on. */
    private static String there(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("a[href*='/authorize?']").attr("href");
    }

    private HttpResponse<String> enter() {
        var begun = begin("");
        return comeBack(begun, provider.signIn(location(begun)));
    }

    private HttpResponse<String> begin(String query) {
        var answer = get(BEGIN + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    private HttpResponse<String> get(String path, String... headers) {
        var all = Stream.concat(Stream.of("X-Forwarded-For", network), Stream.of(headers))
                .toArray(String[]::new);
        return portal.get(path, all);
    }

    private HttpResponse<String> comeBack(HttpResponse<String> begun, URI back) {
        return get(relative(back), "Cookie", attempt(begun));
    }

    private static String relative(URI back) {
        return BEGIN + "/ve?" + back.getRawQuery();
    }

    private static String state(String address) {
        var found = Pattern.compile("[?&]state=([^&]+)").matcher(address);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String attempt(HttpResponse<String> answer) {
        return cookie(answer, "loa-mot-lan");
    }

    private static String session(HttpResponse<String> answer) {
        return cookie(answer, Staff.COOKIE);
    }

    /** The last that it sets of this name; empty when it sets none. */
    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "=") && !cookie.startsWith(name + "=;"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce("", (one, other) -> other);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
