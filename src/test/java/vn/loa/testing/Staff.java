package vn.loa.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Role;

/** Somebody who works with the portal in a test: an account of their own and a token, made in the database without a password. */
public final class Staff {
    /** What the cookie of the back office is called where there is no TLS. */
    public static final String COOKIE = "loa-phien";

    /** Of the sample accounts. */
    public static final String PASSWORD = "loa-mau-2025";

    /** Not a hash of anything: nobody can sign in with it. */
    private static final String NO_PASSWORD = "PBKDF2WithHmacSHA256:1:AA==:AA==";

    private final Portal portal;
    private final String username;
    private final String token;
    private @Nullable String session;

    /** Somebody who is there. @param token that the portal has given them */
    public Staff(Portal portal, String username, String token) {
        this.portal = portal;
        this.username = username;
        this.token = token;
    }

    /**
     * @param locality code of the unit they are confined to; null for the whole province
     * @param languages whose tracks they review
     */
    public static Staff make(Portal portal, Set<Role> roles, @Nullable String locality, Set<String> languages) {
        var staff =
                new Staff(portal, "thu-" + UUID.randomUUID(), UUID.randomUUID().toString());
        staff.insert(roles, locality, languages);
        return staff;
    }

    private void insert(Set<Role> roles, @Nullable String locality, Set<String> languages) {
        // At once: each statement would have a connection of its own, and there are thousands of people.
        portal.sql()
                .change(
                        "with made as (insert into account"
                                + " (username, display_name, password_hash, locality, enabled, sample, created_at)"
                                + " values (?, 'Người thử', ?, (select id from locality where code = ?"
                                + " order by valid_from desc limit 1), true, false, now()) returning id),"
                                + " roles as (insert into account_role"
                                + " select id, unnest(string_to_array(?, ',')) from made),"
                                + " languages as (insert into account_language"
                                + " select id, unnest(string_to_array(?, ',')) from made)"
                                + " insert into access_token (account, digest, created_at, expires_at)"
                                + " select id, ?, now(), now() + interval '1 hour' from made",
                        username,
                        NO_PASSWORD,
                        locality,
                        roles.stream().map(Role::name).collect(Collectors.joining(",")),
                        String.join(",", languages),
                        digest(token));
    }

    /** What the portal stores of a token. */
    public static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Portal portal() {
        return portal;
    }

    public String username() {
        return username;
    }

    /** That of a program of theirs. */
    public String token() {
        return token;
    }

    /**
     * Value of the header Cookie of the browser of this person. It is the same at each call, so that forms which were got with it can be
     * sent with it, unless that session was ended meanwhile: then they sign in anew.
     */
    public synchronized String cookie() {
        if (session == null || !isGood(session)) {
            session = signIn();
        }
        return COOKIE + "=" + session;
    }

    /** The same of another browser, in which this person signs in now. */
    public String cookieElsewhere() {
        return COOKIE + "=" + signIn();
    }

    /** Lets a browser go on as this person, in the session of {@link #cookie}. */
    public void enter(BrowserContext browser) {
        var value = cookie().substring(COOKIE.length() + 1);
        browser.addCookies(List.of(new Cookie(COOKIE, value).setUrl(portal.baseUrl())));
    }

    private String signIn() {
        var secret = UUID.randomUUID().toString();
        portal.sql()
                .execute(
                        "insert into access_token (account, digest, kind, created_at, expires_at)"
                                + " select id, ?, 'BROWSER', now(), now() + interval '1 hour' from account where username = ?",
                        digest(secret),
                        username);
        return secret;
    }

    private boolean isGood(String secret) {
        return portal.sql()
                        .number(
                                "select count(*) from access_token"
                                        + " where digest = ? and revoked_at is null and expires_at > now()",
                                digest(secret))
                > 0;
    }

    /** Gives this person the password of the sample accounts, so that they can sign in. */
    public Staff withPassword() {
        portal.sql()
                .execute(
                        "update account set password_hash = (select password_hash from account where username = 'bientap')"
                                + " where username = ?",
                        username);
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
