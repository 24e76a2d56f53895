package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Recognition;
import vn.loa.catalog.Recognitions;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.web.Problem;

/** What the name of a file says of it, before it is sent. */
@Path("products/{slug}/recognition")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class RecognitionResource {
    private static final int LONGEST_NAME = 255;

    @Inject
    private Recognitions recognitions;

    @Inject
    private CurrentUser user;

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "What a file seems to be for this product, by its name",
            description =
                    "For those who work on the product: kind, language and role as a new track could have them, and the track that it"
                            + " seems to be a newer version of. Names in Vietnamese with and without diacritics and codes of ISO 639 are understood.")
    @APIResponse(
            responseCode = "200",
            description = "What it seems to be",
            content = @Content(schema = @Schema(implementation = Recognition.class)))
    @APIResponse(responseCode = "400", description = "The name is missing or too long")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "404", description = "There is, for you, no such product")
    public Response of(@PathParam("slug") String slug, @QueryParam("name") @Nullable String name) {
        var by = user.require();
        var line = PlainText.line(Objects.requireNonNullElse(name, ""));
        if (line.isEmpty() || line.length() > LONGEST_NAME) {
            throw InvalidInput.of("name", "must have from 1 to " + LONGEST_NAME + " characters");
        }
        return recognitions
                .of(slug, line, by)
                .map(found ->
                        Response.ok(found).header("Cache-Control", "no-store").build())
                .orElseGet(() -> Problem.of(404, "There is no such product"));
    }
}
