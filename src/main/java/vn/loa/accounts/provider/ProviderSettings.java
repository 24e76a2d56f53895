package vn.loa.accounts.provider;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** Which provider of OpenID Connect people may sign in by, and as what the portal is known there. Without an issuer there is none. */
@ApplicationScoped
class ProviderSettings {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String OPENID = "openid";

    @Inject
    @ConfigProperty(name = "loa.oidc.issuer")
    private Optional<String> issuer;

    @Inject
    @ConfigProperty(name = "loa.oidc.client.id")
    private Optional<String> client;

    @Inject
    @ConfigProperty(name = "loa.oidc.client.secret")
    private Optional<String> secret;

    @Inject
    @ConfigProperty(name = "loa.oidc.client.secret.file")
    private Optional<Path> secretFile;

    @Inject
    @ConfigProperty(name = "loa.oidc.name")
    private Optional<String> name;

    @Inject
    @ConfigProperty(name = "loa.oidc.scopes", defaultValue = "openid email")
    private String scopes;

    @Inject
    @ConfigProperty(name = "loa.oidc.two.steps")
    private Optional<String> twoSteps;

    @Inject
    @ConfigProperty(name = "loa.base.url")
    private Optional<String> address;

    boolean isOn() {
        return issuer.isPresent();
    }

    /** As the provider names itself, letter by letter. @throws java.util.NoSuchElementException when there is no provider */
    String issuer() {
        return issuer.orElseThrow();
    }

    /** What people know it as. */
    String name() {
        return name.map(String::strip)
                .or(() -> issuer.map(at -> URI.create(at).getHost()))
                .orElse("");
    }

    String client() {
        return client.orElseThrow();
    }

    String secret() {
        return secretFile
                .map(ProviderSettings::read)
                .or(() -> secret)
                .map(String::strip)
                .orElse("");
    }

    List<String> scopes() {
        return List.of(scopes.strip().split("[\\s,]+"));
    }

    /** Values of {@code acr} or {@code amr} by which the provider says that it has asked for two steps; empty when it is not believed in this. */
    Set<String> twoSteps() {
        return twoSteps.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (issuer.isEmpty()) {
            require(
                    client.isEmpty() && secret.isEmpty() && secretFile.isEmpty(),
                    "loa.oidc.issuer is not set, but others of it are");
            return;
        }
        require(isIssuer(issuer()), "loa.oidc.issuer must be an address that begins with https://, not " + issuer());
        require(client.isPresent(), "loa.oidc.issuer is set, but loa.oidc.client.id is not");
        require(!secret().isEmpty(), "loa.oidc.issuer is set, but neither loa.oidc.client.secret nor a file with it");
        require(scopes().contains(OPENID), "loa.oidc.scopes must contain openid");
        require(address.isPresent(), "loa.oidc.issuer needs loa.base.url, to which people come back");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException("The setting " + otherwise);
        }
    }

    private static boolean isIssuer(String text) {
        try {
            var at = new URI(text);
            return isProtected(at) && at.getRawQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Without TLS nobody could know who answers, but on this machine. */
    static boolean isProtected(URI at) {
        return at.getHost() != null
                && at.getRawUserInfo() == null
                && at.getRawFragment() == null
                && ("https".equalsIgnoreCase(at.getScheme())
                        || "http".equalsIgnoreCase(at.getScheme()) && THIS_MACHINE.contains(at.getHost()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("The setting loa.oidc.client.secret.file must name a readable file", e);
        }
    }
}
