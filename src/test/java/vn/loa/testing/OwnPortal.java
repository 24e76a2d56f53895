package vn.loa.testing;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A portal of its own for one test class, which breaks parts of it that other tests could not do without. */
public final class OwnPortal implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(OwnPortal.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Portal.class;
    }

    @Override
    public Portal resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var ofClass = context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .orElse(context);
        return ofClass.getStore(NAMESPACE).getOrComputeIfAbsent(Portal.class, type -> start(), Portal.class);
    }

    private static Portal start() {
        var project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        var data = project.resolve("target/portal-of-one-class");
        PortalExtension.deleteAll(data);
        return Portal.start(project, data, Map.of());
    }
}
