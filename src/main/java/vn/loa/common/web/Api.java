package vn.loa.common.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.common.Violation;

/** Where programs read the portal. The description of it is at {@code /openapi}. */
@ApplicationPath(Api.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Loa",
                        version = "1",
                        description = "Products, plans and taxonomies of a province's poverty-reduction communication."
                                + " Reading needs no account; writing needs the token of a session. Errors are"
                                + " application/problem+json (RFC 9457)."),
        tags = {
            @Tag(name = "products", description = "Works: listed, read, begun, rewritten and moved through their life"),
            @Tag(name = "tracks", description = "The language versions and companions of a work"),
            @Tag(name = "uploads", description = "Files on their way in, by tus 1.0.0"),
            @Tag(name = "plans", description = "Official plans, their promises and what has come of them"),
            @Tag(name = "programmes", description = "What the loudspeakers of communes play, and when"),
            @Tag(name = "search", description = "Everything that is public, by words"),
            @Tag(name = "taxonomies", description = "Codes and labels of everything content is described with"),
            @Tag(name = "sessions", description = "Signing in and out"),
            @Tag(name = "accounts", description = "Who works with the portal, for administrators")
        },
        components =
                @Components(
                        schemas =
                                @Schema(
                                        name = "Problem",
                                        type = SchemaType.OBJECT,
                                        description = "RFC 9457",
                                        properties = {
                                            @SchemaProperty(name = "type", type = SchemaType.STRING),
                                            @SchemaProperty(name = "title", type = SchemaType.STRING),
                                            @SchemaProperty(name = "status", type = SchemaType.INTEGER),
                                            @SchemaProperty(name = "detail", type = SchemaType.STRING),
                                            @SchemaProperty(
                                                    name = "reason",
                                                    type = SchemaType.STRING,
                                                    description = "Which of the known reasons it is, for programs"),
                                            @SchemaProperty(
                                                    name = "explanation",
                                                    type = SchemaType.OBJECT,
                                                    description =
                                                            "Of refused files: why and what to do about it, for people, by language"),
                                            @SchemaProperty(
                                                    name = "violations",
                                                    type = SchemaType.ARRAY,
                                                    implementation = Violation.class)
                                        })))
@SecurityScheme(securitySchemeName = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
public class Api extends Application {
    /** The root of version 1; what changes incompatibly gets a new one. */
    public static final String PATH = "/api/v1";

    /**
     * Our own resources. Left to itself the server would also publish those that libraries carry, such as the administration
     * of the search server, which its client describes by the same annotations. What features add for all resources are beans too.
     */
    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Set.of(JsonShapes.class, JsonBodyReader.class, ProblemMapper.class));
        for (var bean : CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            Class<?> type = bean.getBeanClass();
            if (type.isAnnotationPresent(Path.class) || isOurProvider(type)) {
                classes.add(type);
            }
        }
        return classes;
    }

    /** Jersey would make the Location of an answer absolute with whatever host the request claims. Other servers ignore the property. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.headers.location.relative.resolution.disabled", true);
    }

    private static boolean isOurProvider(Class<?> type) {
        return type.isAnnotationPresent(Provider.class) && type.getName().startsWith("vn.loa.");
    }
}
