package vn.loa.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Set;

/** What belongs to signing in by a provider of OpenID Connect, and makes sense only together; the application holds to the same. */
final class ProviderSettings {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ProviderSettings() {}

    /** @throws StartRefused if something of it is missing or makes no sense, naming it */
    static void require(Settings.Source source) {
        var issuer = source.text("loa.oidc.issuer");
        var client = source.text("loa.oidc.client.id");
        var secret = Settings.secret("loa.oidc.client.secret", "loa.oidc.client.secret.file", source);
        if (issuer.isEmpty()) {
            if (client.isPresent() || secret.isPresent()) {
                throw new StartRefused("LOA_OIDC_CLIENT_ID or its secret is set, but LOA_OIDC_ISSUER is not.");
            }
            return;
        }
        if (!isIssuer(issuer.get())) {
            throw new StartRefused(
                    "LOA_OIDC_ISSUER must be an address such as https://dang-nhap.example.vn, with TLS unless it is of this"
                            + " machine, but is \"" + issuer.get() + "\".");
        }
        if (client.isEmpty()) {
            throw missing("LOA_OIDC_CLIENT_ID");
        }
        if (secret.isEmpty()) {
            throw missing("LOA_OIDC_CLIENT_SECRET");
        }
        source.text("loa.oidc.scopes")
                .filter(text -> !Arrays.asList(text.split("[\\s,]+")).contains("openid"))
                .ifPresent(text -> {
                    throw new StartRefused("LOA_OIDC_SCOPES must contain openid, but is \"" + text + "\".");
                });
    }

    private static StartRefused missing(String name) {
        return new StartRefused("LOA_OIDC_ISSUER is set, but " + name + " is not.");
    }

    private static boolean isIssuer(String text) {
        try {
            URI at = new URI(text);
            return at.getHost() != null
                    && at.getRawUserInfo() == null
                    && at.getRawQuery() == null
                    && at.getRawFragment() == null
                    && ("https".equals(at.getScheme())
                            || "http".equals(at.getScheme()) && THIS_MACHINE.contains(at.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
