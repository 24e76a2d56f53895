package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.catalog.PublicProducts;
import vn.loa.common.web.Problem;

/** One product with everything the public may have of it. */
@Path("products/{slug}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ProductResource {
    @Inject
    private PublicProducts products;

    @GET
    @Operation(summary = "One product with its tracks and their addresses")
    @APIResponse(responseCode = "200", description = "The product")
    @APIResponse(responseCode = "404", description = "There is no public product of this name")
    @APIResponse(responseCode = "410", description = "It has been withdrawn")
    public Response one(@PathParam("slug") String slug) {
        return products.find(slug)
                .map(product -> Response.ok(product).build())
                .orElseGet(() -> products.isGone(slug)
                        ? Problem.of(410, "This product has been withdrawn")
                        : Problem.of(404, "There is no public product of this name"));
    }
}
