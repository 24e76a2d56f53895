package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ProductDocument;
import vn.loa.catalog.PublicProducts;
import vn.loa.catalog.ReadContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.WorkingProduct;
import vn.loa.catalog.WorkingProducts;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;

/** One product: with everything the public may have of it, or as those see it who work on it. */
@Path("products/{slug}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ProductResource {
    @Inject
    private PublicProducts products;

    @Inject
    private WorkingProducts working;

    @Inject
    private RewriteProduct rewrite;

    @Inject
    private ReadContent contents;

    @Inject
    private CurrentUser user;

    @GET
    @Operation(
            summary = "One product with its tracks and their addresses",
            description =
                    "Who is signed in and works on it gets its newest revision instead, public or not, with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The product",
            content = @Content(schema = @Schema(oneOf = {ProductDocument.class, WorkingProduct.class})))
    @APIResponse(responseCode = "404", description = "There is no public product of this name")
    @APIResponse(responseCode = "410", description = "It has been withdrawn")
    public Response one(@PathParam("slug") String slug) {
        return user.actor()
                .flatMap(actor -> working.find(slug, actor))
                .map(product -> ProductAnswers.with(Response.ok(), product))
                .orElseGet(() -> publicOne(slug));
    }

    private Response publicOne(String slug) {
        return products.find(slug)
                .map(product -> Response.ok(product)
                        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                        .build())
                .orElseGet(() -> products.isGone(slug)
                        ? Problem.of(410, "This product has been withdrawn")
                        : Problem.of(404, "There is no public product of this name"));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Rewrite a draft",
            description =
                    "For editors. The body is the whole content. To rewrite a published product, first open its next revision.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProductContent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "It is not a draft")
    @APIResponse(responseCode = "412", description = "Somebody else has changed it since the version of If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response rewrite(
            @PathParam("slug") String slug,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        var by = user.require();
        if (version == null) {
            return Versions.required();
        }
        var fields = body.fields();
        var content = contents.from(fields);
        fields.finish();
        return ProductAnswers.of(rewrite.rewrite(slug, Versions.matching(request), content, by));
    }
}
