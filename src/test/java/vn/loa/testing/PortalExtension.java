package vn.loa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts one portal when the first test asks for it, and stops it after the last test of the run. */
final class PortalExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);

    private static final String SOLR_MEMORY = "loa.solr.memory.mb";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Portal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .getOrComputeIfAbsent(Portal.class, type -> start(), Portal.class);
    }

    private static Portal start() {
        Path project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        Path data = project.resolve("target/portal-of-tests");
        deleteAll(data);
        deleteAll(Portal.delivered());
        // Made-up publishers need no telephone: who must have one is tested where a portal is set up.
        // Tests may come from other networks than this machine: they say so as a proxy does.
        var settings = new HashMap<>(Map.of(
                "loa.proxies",
                "127.0.0.1",
                "loa.second.factor",
                "offered",
                "loa.delivery.networks",
                "127.0.0.1",
                "loa.delivery.folder",
                folder(Portal.delivered()).toString(),
                "loa.websub.hub",
                Hub.shared().address(),
                "loa.oidc.issuer",
                SignInProvider.shared().issuer(),
                "loa.oidc.client.id",
                SignInProvider.CLIENT,
                "loa.oidc.client.secret",
                SignInProvider.SECRET,
                "loa.oidc.name",
                SignInProvider.NAME));
        settings.put("loa.oidc.two.steps", "urn:hai-buoc,mfa");
        // A measurement with much content gives its search server more.
        Optional.ofNullable(System.getProperty(SOLR_MEMORY)).ifPresent(memory -> settings.put(SOLR_MEMORY, memory));
        return Portal.start(project, data, settings);
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
