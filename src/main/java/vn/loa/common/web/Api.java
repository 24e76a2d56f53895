package vn.loa.common.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
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
}
