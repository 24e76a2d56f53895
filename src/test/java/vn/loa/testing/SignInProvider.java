package vn.loa.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect on loopback that the portal of the tests lets people sign in by. It asks nobody for a password: a test says who comes next, and may let it sign
 * what no honest provider would. It holds to the rules that the portal relies on: a code is good once, for its client, its address and its verifier.
 */
public final class SignInProvider {
    public static final String CLIENT = "loa";
    public static final String SECRET = "bí-mật của cổng";
    public static final String NAME = "Cổng đăng nhập tỉnh";

    private static final SignInProvider SHARED = new SignInProvider();

    private final HttpServer server;
    private final RSAKey key = newKey("1");
    private final RSAKey foreignKey = newKey("1");
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();
    private volatile Person next = Person.of("nobody", null);
    private volatile boolean away;

    /** What a code was given for. */
    private record Granted(Person person, Map<String, List<String>> request) {}

    /**
     * Who comes next.
     *
     * @param claims what the token says besides; null values take a claim away
     * @param foreign whether it is signed by somebody else's key
     */
    public record Person(String subject, Map<String, @Nullable Object> claims, boolean foreign) {
        /** @param email verified; null for none */
        public static Person of(String subject, @Nullable String email) {
            return new Person(
                    subject, email == null ? Map.of() : Map.of("email", email, "email_verified", true), false);
        }

        public Person with(String claim, Object value) {
            var all = new ConcurrentHashMap<String, Object>(claims);
            all.put(claim, value);
            return new Person(subject, Map.copyOf(all), foreign);
        }

        public Person signedByAnother() {
            return new Person(subject, claims, true);
        }
    }

    private SignInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        on("/.well-known/openid-configuration", exchange -> json(exchange, 200, description()));
        on("/keys", exchange -> json(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        on("/authorize", this::authorize);
        on("/token", this::token);
        on(
                "/end",
                exchange -> redirect(
                        exchange,
                        query(exchange).get("post_logout_redirect_uri").get(0)));
        server.start();
    }

    /** That of the portal that all tests share. */
    public static SignInProvider shared() {
        return SHARED;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in from now on. */
    public void comes(Person person) {
        next = person;
    }

    /** Whether it is out of order. */
    public void isAway(boolean isAway) {
        away = isAway;
    }

    /** What a browser is sent back to that was sent here. @param address in {@code Location} of the portal's answer */
    public URI signIn(String address) {
        return authorized(URI.create(address));
    }

    private URI authorized(URI address) {
        var request = URLUtils.parseParameters(address.getRawQuery());
        var code = UUID.randomUUID().toString();
        codes.put(code, new Granted(next, request));
        return URI.create(request.get("redirect_uri").get(0) + "?code=" + code + "&state="
                + URLEncoder.encode(request.get("state").get(0), StandardCharsets.UTF_8) + "&iss="
                + URLEncoder.encode(issuer(), StandardCharsets.UTF_8));
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"], "authorization_response_iss_parameter_supported": true}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        redirect(exchange, authorized(exchange.getRequestURI()).toString());
    }

    private void token(HttpExchange exchange) throws IOException {
        var body =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var expected = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        var granted = codes.remove(body.getOrDefault("code", List.of("")).get(0));
        if (!shown.equals(expected)) {
            json(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (granted == null || !isFor(granted.request(), body)) {
            json(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            json(
                    exchange,
                    200,
                    "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \""
                            + sign(granted) + "\"}");
        }
    }

    private static boolean isFor(Map<String, List<String>> request, Map<String, List<String>> body) {
        var verifier = new CodeVerifier(body.get("code_verifier").get(0));
        return request.get("redirect_uri").equals(body.get("redirect_uri"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(request.get("code_challenge").get(0));
    }

    private String sign(Granted granted) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject(granted.person().subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", granted.request().get("nonce").get(0));
        granted.person().claims().forEach(claims::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), claims.build());
        try {
            token.sign(new RSASSASigner(granted.person().foreign() ? foreignKey : key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<String>> query(HttpExchange exchange) {
        return URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Answering answering) {
        server.createContext(path, exchange -> {
            if (away) {
                exchange.sendResponseHeaders(503, -1);
            } else {
                answering.answer(exchange);
            }
            exchange.close();
        });
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
