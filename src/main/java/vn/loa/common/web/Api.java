package vn.loa.common.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** Where programs read the portal. The description of it is at {@code /openapi}. */
@ApplicationPath(Api.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Loa",
                        version = "1",
                        description = "Products, plans and taxonomies of a province's poverty-reduction communication."
                                + " Reading needs no account. Errors are application/problem+json (RFC 9457)."))
public class Api extends Application {
    /** The root of version 1; what changes incompatibly gets a new one. */
    public static final String PATH = "/api/v1";

    /**
     * Our own resources. Left to itself the server would also publish those that libraries carry, such as the administration
     * of the search server, which its client describes by the same annotations.
     */
    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Set.of(JsonShapes.class, ProblemMapper.class));
        for (var bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                classes.add(bean.getBeanClass());
            }
        }
        return classes;
    }
}
