package vn.loa.testing;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Role;

/** Somebody who works with the portal in a test: an account of their own and a token, made in the database without a password. */
public record Staff(Portal portal, String username, String token) {
    /** What the cookie of the back office is called where there is no TLS. */
    public static final String COOKIE = "loa-phien";

    /** Of the sample accounts. */
    public static final String PASSWORD = "loa-mau-2025";

    /** Not a hash of anything: nobody can sign in with it. */
    private static final String NO_PASSWORD = "PBKDF2WithHmacSHA256:1:AA==:AA==";

    /**
     * @param locality code of the unit they are confined to; null for the whole province
     * @param languages whose tracks they review
     */
    public static Staff make(Portal portal, Set<Role> roles, @Nullable String locality, Set<String> languages) {
        var staff =
                new Staff(portal, "thu-" + UUID.randomUUID(), UUID.randomUUID().toString());
        try (var database = portal.database()) {
            staff.insert(database, roles, locality, languages);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return staff;
    }

    private void insert(Connection database, Set<Role> roles, @Nullable String locality, Set<String> languages)
            throws Exception {
        run(
                database,
                "insert into account (username, display_name, password_hash, locality, enabled, sample, created_at)"
                        + " values (?, 'Người thử', ?, (select id from locality where code = ? order by valid_from desc"
                        + " limit 1), true, false, now())",
                username,
                NO_PASSWORD,
                locality);
        for (var role : roles) {
            run(
                    database,
                    "insert into account_role select id, ? from account where username = ?",
                    role.name(),
                    username);
        }
        for (var language : languages) {
            run(
                    database,
                    "insert into account_language select id, ? from account where username = ?",
                    language,
                    username);
        }
        run(
                database,
                "insert into access_token (account, digest, created_at, expires_at)"
                        + " select id, ?, now(), now() + interval '1 hour' from account where username = ?",
                digest(token),
                username);
    }

    private static void run(Connection database, String sql, @Nullable String... values) throws Exception {
        try (var statement = database.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** What the portal stores of a token. */
    public static String digest(String token) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Value of the header Cookie of a browser in which this person has signed in, with a token of its own. */
    public String cookie() {
        var secret = UUID.randomUUID().toString();
        try (var database = portal.database()) {
            run(
                    database,
                    "insert into access_token (account, digest, kind, created_at, expires_at)"
                            + " select id, ?, 'BROWSER', now(), now() + interval '1 hour' from account where username = ?",
                    digest(secret),
                    username);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return COOKIE + "=" + secret;
    }

    /** Gives this person the password of the sample accounts, so that they can sign in. */
    public Staff withPassword() {
        try (var database = portal.database()) {
            run(
                    database,
                    "update account set password_hash = (select password_hash from account where username = 'bientap')"
                            + " where username = ?",
                    username);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Value of the header Authorization. */
    public String bearer() {
        return "Bearer " + token;
    }

    public HttpResponse<String> get(String path) {
        return portal.get(path, "Authorization", bearer());
    }

    /** Sends JSON as this person. @param headers names and values, further ones */
    public HttpResponse<String> send(String method, String path, String json, String... headers) {
        var all = new String[headers.length + 2];
        all[0] = "Authorization";
        all[1] = bearer();
        System.arraycopy(headers, 0, all, 2, headers.length);
        return portal.send(method, path, json, all);
    }
}
