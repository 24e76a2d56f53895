package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Network;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

@UsesPortal
class SessionsIT {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String PASSWORD = "loa-mau-2025";

    /** A network of its own for each test that guesses, so that none slows another. */
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Portal portal;
    private final String network = "2001:db8:" + Integer.toHexString(NETWORKS.incrementAndGet()) + "::";

    SessionsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void who_knows_the_password_gets_a_token_that_is_good_for_hours_and_is_kept_in_no_cache() {
        var answer = signIn("bientap", PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Instant.parse(object(answer).getString("expiresAt")))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(11)), Instant.now().plus(Duration.ofHours(13)));
        assertThat(asHolder("GET", SESSIONS, token(answer)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"quantri", "bientap", "ngonngu", "duyet", "canboxa"})
    void every_account_of_the_contract_exists_with_the_sample_content(String username) {
        assertThat(signIn(username, PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void an_unknown_name_a_wrong_password_and_a_closed_account_are_answered_alike() throws Exception {
        var closed = Staff.make(portal, Set.of(), null, Set.of());
        portal.sql()
                .change(
                        "update account set enabled = false, password_hash ="
                                + " (select password_hash from account where username = 'bientap') where username = ?",
                        closed.username());

        var unknown = signIn("khong-ai-" + UUID.randomUUID(), PASSWORD);
        var wrong = signIn("bientap", "sai-mat-khau");
        var disabled = signIn(closed.username(), PASSWORD);

        assertThat(List.of(unknown.statusCode(), wrong.statusCode(), disabled.statusCode()))
                .containsOnly(401);
        assertThat(wrong.body()).isEqualTo(unknown.body()).isEqualTo(disabled.body());
        assertThat(wrong.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void names_are_the_same_in_capital_letters() {
        assertThat(signIn(" BienTap ", PASSWORD).statusCode()).isEqualTo(201);
    }

    @Test
    void only_the_digest_of_a_token_is_stored() throws Exception {
        var token = token(signIn("bientap", PASSWORD));

        assertThat(portal.sql().single("select count(*) from access_token where digest = ?", Staff.digest(token)))
                .isEqualTo("1");
        assertThat(portal.sql().single("select count(*) from access_token where digest like ?", "%" + token + "%"))
                .isEqualTo("0");
    }

    @Test
    void after_signing_out_the_token_is_good_no_longer() {
        var token = token(signIn("bientap", PASSWORD));

        assertThat(asHolder("DELETE", SESSIONS + "/current", token).statusCode())
                .isEqualTo(204);

        var answer = asHolder("GET", SESSIONS, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void somebody_sees_their_own_sessions_and_revokes_one_of_them() {
        var opened = signIn("duyet", PASSWORD);
        var other = token(opened);
        var mine = token(signIn("duyet", PASSWORD));

        var items = object(asHolder("GET", SESSIONS + "?size=100", mine)).getJsonArray("items");
        assertThat(items.getValuesAs(JsonObject.class).stream().filter(item -> item.getBoolean("current")))
                .hasSize(1);
        assertThat(items.toString()).doesNotContain(mine).doesNotContain(other);
        var address = opened.headers().firstValue("Location").orElseThrow();

        assertThat(asHolder("DELETE", path(address), mine).statusCode()).isEqualTo(204);
        assertThat(asHolder("GET", SESSIONS, other).statusCode()).isEqualTo(401);
        assertThat(asHolder("GET", SESSIONS, mine).statusCode()).isEqualTo(200);
    }

    @Test
    void the_session_of_another_person_does_not_exist() {
        var others = signIn("duyet", PASSWORD);
        var mine = token(signIn("bientap", PASSWORD));

        var answer =
                asHolder("DELETE", path(others.headers().firstValue("Location").orElseThrow()), mine);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(asHolder("GET", SESSIONS, token(others)).statusCode()).isEqualTo(200);
    }

    @Test
    void a_token_ends_with_its_time_and_with_its_account() throws Exception {
        var late = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        portal.sql()
                .change(
                        "update access_token set created_at = now() - interval '2 hours', expires_at = now() - interval '1 second'"
                                + " where digest = ?",
                        Staff.digest(late.token()));
        var closed = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        portal.sql().change("update account set enabled = false where username = ?", closed.username());

        assertThat(late.get(SESSIONS).statusCode()).isEqualTo(401);
        assertThat(closed.get(SESSIONS).statusCode()).isEqualTo(401);
    }

    @Test
    void the_last_use_is_noted_at_most_once_a_minute() throws Exception {
        var staff = Staff.make(portal, Set.of(), null, Set.of());
        var lastUse = "select last_used_at from access_token where digest = ?";

        staff.get(SESSIONS);
        var first = portal.sql().single(lastUse, Staff.digest(staff.token()));
        staff.get(SESSIONS);
        var second = portal.sql().single(lastUse, Staff.digest(staff.token()));
        portal.sql()
                .change(
                        "update access_token set last_used_at = last_used_at - interval '61 seconds' where digest = ?",
                        Staff.digest(staff.token()));
        staff.get(SESSIONS);
        var third = portal.sql().single(lastUse, Staff.digest(staff.token()));

        assertThat(first).isNotEmpty().isEqualTo(second).isNotEqualTo(third);
    }

    @Test
    void who_guesses_the_password_of_one_account_has_to_wait() {
        var username = "khong-ai-" + UUID.randomUUID();
        for (var i = 0; i < 5; i++) {
            assertThat(signIn(username, "đoán-" + i).statusCode()).isEqualTo(401);
        }

        var answer = signIn(username, "đoán");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 61L);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void who_guesses_from_one_network_has_to_wait_whatever_account_they_try() {
        var begin = System.nanoTime();
        var refused = 0;
        var last = 401;
        while (last == 401 && refused < 100) {
            last = signIn("khong-ai-" + UUID.randomUUID(), "đoán", network + "ab:" + refused + ":1:" + refused)
                    .statusCode();
            refused += last == 401 ? 1 : 0;
        }

        assertThat(last).isEqualTo(429);
        // One more for every ten seconds that they took.
        var more = Duration.ofNanos(System.nanoTime() - begin).toSeconds() / 10;
        assertThat(refused).as("attempts before one had to wait").isBetween(30, 30 + (int) more);
        assertThat(signIn("bientap", PASSWORD, "203.0.113.7").statusCode())
                .as("others are not held up")
                .isEqualTo(201);
    }

    @Test
    void right_passwords_do_not_count_as_attempts() {
        for (var i = 0; i < 7; i++) {
            assertThat(signIn("ngonngu", PASSWORD).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void a_hash_with_outdated_parameters_is_made_anew_at_sign_in() throws Exception {
        var staff = Staff.make(portal, Set.of(), null, Set.of());
        portal.sql()
                .change(
                        "update account set password_hash = '" + weakHash("mật khẩu cũ") + "' where username = ?",
                        staff.username());

        assertThat(signIn(staff.username(), "mật khẩu cũ").statusCode()).isEqualTo(201);

        assertThat(portal.sql().single("select password_hash from account where username = ?", staff.username()))
                .startsWith("PBKDF2WithHmacSHA256:600000:");
        assertThat(signIn(staff.username(), "mật khẩu cũ").statusCode()).isEqualTo(201);
        assertThat(signIn(staff.username(), "mật khẩu khác").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_in_and_out_are_in_the_audit_trail_and_refusals_are_counted_without_any_secret() throws Exception {
        var staff = Staff.make(portal, Set.of(), null, Set.of());
        portal.sql()
                .change(
                        "update account set password_hash = '" + weakHash("bí-mật-đúng") + "' where username = ?",
                        staff.username());
        signIn(staff.username(), "bí-mật-sai");
        var token = token(signIn(staff.username(), "bí-mật-đúng"));
        asHolder("DELETE", SESSIONS + "/current", token);
        signIn("mật-khẩu-gõ-nhầm-ô", "gì-đó");

        assertThat(portal.sql()
                        .single(
                                "select string_agg(action, ',' order by id) from audit_entry where subject_slug = ?",
                                staff.username()))
                .isEqualTo("sign-in,revoke-token");
        assertThat(portal.sql().single("select sum(times) from sign_in_refusal where account = ?", staff.username()))
                .isEqualTo("1");
        for (var secret : List.of("bí-mật", token, "gõ-nhầm")) {
            assertThat(portal.sql()
                            .single("select count(*) from audit_entry e where e::text like ?", "%" + secret + "%"))
                    .isEqualTo("0");
            assertThat(portal.sql()
                            .single("select count(*) from sign_in_refusal r where r::text like ?", "%" + secret + "%"))
                    .isEqualTo("0");
        }
        try (var logs = Files.walk(portal.data().resolve("log"))) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                // Somebody is writing it: half a letter may stand at its end.
                assertThat(new String(Files.readAllBytes(log), StandardCharsets.UTF_8))
                        .as(log.toString())
                        .doesNotContain("bí-mật", token);
            }
        }
    }

    @Test
    void guessing_again_adds_to_a_number_not_to_a_list() throws Exception {
        var username = "khong-ai-" + UUID.randomUUID();
        var rows = "select count(*) || ' ' || sum(times) from sign_in_refusal where network = ?";
        for (var i = 0; i < 3; i++) {
            signIn(username, "đoán-" + i, network + "7");
        }

        assertThat(portal.sql()
                        .single(
                                rows,
                                Network.of(InetAddress.getByName(network + "7")).name()))
                .isIn("1 3", "2 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'ai đó'",
                "delete from audit_entry",
                "truncate audit_entry",
                "truncate audit_entry cascade"
            })
    void the_connection_of_the_portal_cannot_change_the_audit_trail(String sql) throws Exception {
        signIn("bientap", PASSWORD);
        var before = auditTrail();

        assertThat(refusal(sql)).contains("append-only");

        // Whoever works meanwhile may add to it.
        assertThat(before).isNotEmpty();
        assertThat(auditTrail()).containsAll(before);
    }

    private Set<String> auditTrail() throws SQLException {
        try (var database = portal.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery("select e::text from audit_entry e")) {
            var trail = new HashSet<String>();
            while (rows.next()) {
                trail.add(rows.getString(1));
            }
            return trail;
        }
    }

    @Test
    void nothing_sets_a_cookie_with_or_without_a_token() {
        var signedIn = signIn("bientap", PASSWORD);

        for (var answer : List.of(
                signedIn,
                asHolder("GET", SESSIONS, token(signedIn)),
                portal.get("/"),
                portal.get("/api/v1/plans"),
                portal.get("/", "Authorization", "Bearer x"))) {
            assertThat(answer.headers().firstValue("Set-Cookie"))
                    .as(answer.uri().toString())
                    .isEmpty();
        }
    }

    @Test
    void a_token_that_is_not_good_is_refused_in_the_api_even_where_none_is_needed_but_not_on_pages() {
        assertThat(portal.get("/api/v1/plans", "Authorization", "Bearer " + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(401);
        assertThat(portal.get("/api/v1/plans", "Authorization", "Bearer " + "x".repeat(5_000))
                        .statusCode())
                .isEqualTo(401);
        assertThat(portal.get("/", "Authorization", "Bearer x").statusCode()).isEqualTo(200);
    }

    @Test
    void without_a_token_one_is_told_how_to_sign_in() {
        var answer = portal.get(SESSIONS);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{",
                "{} {}",
                "{\"username\":\"a\",\"username\":\"b\",\"password\":\"c\"}",
                "{\"username\":1,\"password\":\"c\"}",
                "{\"username\":\"a\"}",
                "{\"username\":\"a\",\"password\":\"b\",\"admin\":true}"
            })
    void a_body_that_is_not_what_it_must_be_is_400_with_an_explanation(String body) {
        var answer = portal.send("POST", SESSIONS, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void a_body_ten_thousand_levels_deep_is_400() {
        assertThat(portal.send("POST", SESSIONS, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_body_of_ten_megabytes_is_413() {
        assertThat(portal.send("POST", SESSIONS, "{\"username\":\"" + "a".repeat(10_000_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_body_of_another_type_is_415() {
        var answer = portal.send(java.net.http.HttpRequest.newBuilder(portal.uri(SESSIONS))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username=bientap&password=x"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpResponse<String> signIn(String username, String password) {
        return signIn(username, password, network + "1");
    }

    private HttpResponse<String> signIn(String username, String password, String from) {
        var body = Json.createObjectBuilder()
                .add("username", username)
                .add("password", password)
                .build();
        return portal.send("POST", SESSIONS, body.toString(), "X-Forwarded-For", from);
    }

    private HttpResponse<String> asHolder(String method, String path, String token) {
        return portal.send(method, path, "", "Authorization", "Bearer " + token);
    }

    private static String token(HttpResponse<String> answer) {
        return object(answer).getString("token");
    }

    private static String path(String location) {
        return java.net.URI.create(location).getPath();
    }

    private static JsonObject object(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static String weakHash(String password) throws Exception {
        var salt = new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
        var key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 2048, 256));
        var base64 = java.util.Base64.getEncoder();
        return "PBKDF2WithHmacSHA256:2048:" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(key.getEncoded());
    }

    private String refusal(String sql) throws SQLException {
        try (var database = portal.database();
                var statement = database.createStatement()) {
            statement.executeUpdate(sql);
            return "nothing was refused";
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
