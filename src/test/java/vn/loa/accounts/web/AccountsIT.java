package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

@UsesPortal
class AccountsIT {
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final String PASSWORD = "một mật khẩu dài";
    private static final String HERE = "01393";

    private final Portal portal;
    private final Staff administrator;
    private final String username = "thu-" + UUID.randomUUID();

    AccountsIT(Portal portal) {
        this.portal = portal;
        this.administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
    }

    @Test
    void whoGetsAnAccountSignsInAndMayDoWhatItSays() {
        var opened = open("editor", "null");

        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(opened.headers().firstValue("Location").orElseThrow()).endsWith(ACCOUNTS + "/" + username);
        assertThat(opened.body()).doesNotContain(PASSWORD, "PBKDF2");
        var somebody = signIn(PASSWORD);
        assertThat(Drafts.start(somebody)).isNotEmpty();
        assertThat(somebody.get(ACCOUNTS).statusCode()).isEqualTo(403);
    }

    @Test
    void aNameThatIsTakenIs409() {
        open("editor", "null");

        assertThat(open("publisher", "null").statusCode()).isEqualTo(409);
    }

    @Test
    void rolesThatAreTakenAwayAreGoneAtOnceAndTheVersionThatWasReadMustBeTheNewest() {
        open("editor", "null");
        var somebody = signIn(PASSWORD);
        var read = administrator.get(ACCOUNTS + "/" + username);
        var tag = read.headers().firstValue("ETag").orElseThrow();

        var changed = change(content("commune-officer", "null", true), tag);

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(Drafts.object(changed).getJsonArray("roles").getString(0)).isEqualTo("commune-officer");
        assertThat(somebody.send(
                                "POST",
                                Drafts.PRODUCTS,
                                Drafts.content(Drafts.title()).build().toString())
                        .statusCode())
                .isEqualTo(403);
        assertThat(change(content("editor", "null", true), tag).statusCode()).isEqualTo(412);
        assertThat(administrator
                        .send("PUT", ACCOUNTS + "/" + username, content("editor", "null", true))
                        .statusCode())
                .isEqualTo(428);
    }

    @Test
    void whoIsClosedIsSignedOutAndCannotSignInUntilOpenedAgain() {
        open("editor", "null");
        var somebody = signIn(PASSWORD);

        assertThat(change(content("editor", "null", false), "*").statusCode()).isEqualTo(200);
        assertThat(somebody.get("/api/v1/sessions").statusCode()).isEqualTo(401);
        assertThat(session(PASSWORD).statusCode()).isEqualTo(401);

        assertThat(change(content("editor", "null", true), "*").statusCode()).isEqualTo(200);
        assertThat(somebody.get("/api/v1/sessions").statusCode())
                .as("old tokens stay closed")
                .isEqualTo(401);
        assertThat(session(PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void oneChangesOnesOwnPasswordWithTheCurrentOneOnly() {
        open("editor", "null");
        var somebody = signIn(PASSWORD);
        var address = ACCOUNTS + "/" + username + "/password";

        assertThat(somebody.send("PUT", address, "{\"password\":\"mật khẩu mới hẳn\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(somebody.send("PUT", address, "{\"password\":\"mật khẩu mới hẳn\",\"current\":\"đoán\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(session(PASSWORD).statusCode()).isEqualTo(201);

        assertThat(somebody.send("PUT", address, "{\"password\":\"mật khẩu mới hẳn\",\"current\":\"" + PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(somebody.get("/api/v1/sessions").statusCode()).isEqualTo(401);
        assertThat(session(PASSWORD).statusCode()).isEqualTo(401);
        assertThat(session("mật khẩu mới hẳn").statusCode()).isEqualTo(201);
    }

    @Test
    void guessingTheCurrentPasswordWithAStolenTokenIsSlowedDown() {
        open("editor", "null");
        var thief = signIn(PASSWORD);
        var last = 400;
        for (var i = 0; i < 8 && last == 400; i++) {
            last = thief.send(
                            "PUT",
                            ACCOUNTS + "/" + username + "/password",
                            "{\"password\":\"mật khẩu mới hẳn\",\"current\":\"đoán " + i + "\"}",
                            "X-Forwarded-For",
                            "2001:db8:acc::1")
                    .statusCode();
        }

        assertThat(last).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ngắn quá; editor; ; password",
                "một mật khẩu dài; king; ; roles",
                "một mật khẩu dài; editor; 99999; locality",
                "một mật khẩu dài; editor; ; languages",
            })
    void whatMakesNoSenseIs400AndNamesTheField(String password, String role, String locality, String field) {
        var languages = field.equals("languages") ? "[\"xx\"]" : "[]";
        var answer = administrator.send("POST", ACCOUNTS, """
                {"username":"%s","password":"%s","displayName":"Thử","roles":["%s"],"locality":%s,"languages":%s,"enabled":true}""".formatted(
                        username, password, role, locality == null ? "null" : "\"" + locality + "\"", languages));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Drafts.object(answer).getJsonArray("violations").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getString("field")).isEqualTo(field));
        assertThat(answer.body()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource({"a b", "-a", "ă", "a@b"})
    void namesThatNobodyCouldTypeAreRefused(String name) {
        var answer = administrator.send(
                "POST",
                ACCOUNTS,
                "{\"username\":\"%s\",\"password\":\"%s\",\"displayName\":\"Thử\",\"enabled\":true}"
                        .formatted(name, PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("username");
    }

    @Test
    void anAdministratorOfAPlaceSeesAndMakesOnlyAccountsOfThatPlace() {
        var local = Staff.make(portal, Set.of(Role.ADMINISTRATOR), HERE, Set.of());
        open("editor", "\"" + HERE + "\"");
        var province = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).username();

        assertThat(usernames(local)).contains(username).doesNotContain(province);
        assertThat(local.get(ACCOUNTS + "/" + province).statusCode()).isEqualTo(403);
        assertThat(local.send("PUT", ACCOUNTS + "/" + username, content("administrator", "null", true), "If-Match", "*")
                        .statusCode())
                .as("nobody gives away more than they have")
                .isEqualTo(403);
    }

    @Test
    void theLastAdministratorWhoCanSignInStaysOneThoughOthersAreAwaited() {
        var awaited = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        portal.sql().change("update account set awaited = true where username = ?", awaited.username());
        var others = portal.sql()
                .column(
                        "update account set enabled = false where enabled and locality is null and username not in (?, ?)"
                                + " and id in (select account from account_role where role = 'ADMINISTRATOR') returning username",
                        administrator.username(),
                        awaited.username());
        try {
            var answer = administrator.send(
                    "PUT",
                    ACCOUNTS + "/" + administrator.username(),
                    content("administrator", "null", false),
                    "If-Match",
                    "*");

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        } finally {
            portal.sql()
                    .change(
                            "update account set enabled = true where username = any(string_to_array(?, ','))",
                            String.join(",", others));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "closed; false",
                "other roles; false",
                "another place; false",
                "another name; true",
                "another password of an administrator; false",
                "another password of their own; false",
            })
    void aLinkToChooseAPasswordEndsWithWhatItWasMadeFor(String change, boolean isGood) {
        open("editor", "null");
        var digest = Staff.digest(UUID.randomUUID().toString());
        portal.sql()
                .change(
                        "insert into password_link (account, digest, created_at, expires_at) select id, ?, now(),"
                                + " now() + interval '1 hour' from account where username = ?",
                        digest,
                        username);

        var answer = switch (change) {
            case "closed" -> {
                change(content("editor", "null", false), "*");
                yield change(content("editor", "null", true), "*");
            }
            case "other roles" -> change(content("publisher", "null", true), "*");
            case "another place" -> change(content("editor", "\"" + HERE + "\"", true), "*");
            case "another name" -> change(content("editor", "null", true).replace("thử", "khác"), "*");
            case "another password of their own" ->
                signIn(PASSWORD)
                        .send(
                                "PUT",
                                ACCOUNTS + "/" + username + "/password",
                                "{\"password\":\"mật khẩu mới hẳn\",\"current\":\"" + PASSWORD + "\"}");
            default ->
                administrator.send(
                        "PUT", ACCOUNTS + "/" + username + "/password", "{\"password\":\"mật khẩu mới hẳn\"}");
        };

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        assertThat(portal.sql().number("select count(*) from password_link where digest = ?", digest))
                .isEqualTo(isGood ? 1 : 0);
    }

    @Test
    void whatWasDoneIsInTheAuditTrailWithoutAnyPassword() throws Exception {
        open("editor", "null");
        change(content("publisher", "null", true), "*");
        administrator.send("PUT", ACCOUNTS + "/" + username + "/password", "{\"password\":\"mật khẩu bí mật\"}");

        assertThat(audit())
                .isEqualTo(
                        "open-account [editor], everywhere, [], open; change-account [publisher], everywhere, [], open; set-password ");
    }

    /** Of all accounts that an administrator sees: tests make more of them than one page holds. */
    private static Set<String> usernames(Staff administrator) {
        var names = new HashSet<String>();
        var total = 1;
        for (var page = 1; names.size() < total; page++) {
            var answer = Drafts.object(administrator.get(ACCOUNTS + "?size=100&page=" + page));
            var items = answer.getJsonArray("items").getValuesAs(JsonObject.class);
            assertThat(items).as("page " + page).isNotEmpty();
            items.forEach(item -> names.add(item.getString("username")));
            total = answer.getInt("total");
        }
        return names;
    }

    private String audit() throws Exception {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select string_agg(action || ' ' || coalesce(note, ''), '; ' order by id) from audit_entry"
                                + " where subject_slug = ? and actor = ?")) {
            statement.setString(1, username);
            statement.setString(2, administrator.username());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private HttpResponse<String> open(String role, String locality) {
        var who = "{\"username\":\"%s\",\"password\":\"%s\",".formatted(username, PASSWORD);
        return administrator.send(
                "POST", ACCOUNTS, who + content(role, locality, true).substring(1));
    }

    private HttpResponse<String> change(String content, String tag) {
        return administrator.send("PUT", ACCOUNTS + "/" + username, content, "If-Match", tag);
    }

    private static String content(String role, String locality, boolean enabled) {
        return "{\"displayName\":\"Người thử\",\"roles\":[\"%s\"],\"locality\":%s,\"languages\":[],\"enabled\":%s}"
                .formatted(role, locality, enabled);
    }

    private Staff signIn(String password) {
        return new Staff(portal, username, Drafts.object(session(password)).getString("token"));
    }

    private HttpResponse<String> session(String password) {
        return portal.send(
                "POST",
                "/api/v1/sessions",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password),
                "X-Forwarded-For",
                "2001:db8:acc:" + Integer.toHexString(username.hashCode() & 0xffff) + "::1");
    }
}
