package vn.loa.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A portal of its own for one test class, which keeps its media in an {@link ObjectStorage} of its own; both can be asked for. */
public final class ObjectStoragePortal implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(ObjectStoragePortal.class);

    private record Both(ObjectStorage storage, Portal portal) implements AutoCloseable {
        static Both start() {
            var project = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
            var folder = project.resolve("target/portal-over-object-storage");
            PortalExtension.deleteAll(folder);
            try {
                Files.createDirectories(folder);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            var storage = ObjectStorage.start(folder);
            try {
                return new Both(storage, Portal.start(project, folder.resolve("data"), storage.settings()));
            } catch (RuntimeException e) {
                storage.close();
                throw e;
            }
        }

        @Override
        public void close() {
            portal.close();
            storage.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Portal.class || type == ObjectStorage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var ofClass = context.getParent()
                .filter(parent -> parent.getTestClass().isPresent())
                .orElse(context);
        var both = ofClass.getStore(NAMESPACE).getOrComputeIfAbsent(Both.class, type -> Both.start(), Both.class);
        return parameter.getParameter().getType() == Portal.class ? both.portal() : both.storage();
    }
}
