package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.MoveProduct;
import vn.loa.catalog.Step;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.Failpoint;
import vn.loa.common.JsonFields;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Once;
import vn.loa.common.web.Versions;

/** The steps in the life of a product. */
@Path("products/{slug}/transitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class TransitionsResource {

    @Inject
    private MoveProduct products;

    @Inject
    private CurrentUser user;

    @Inject
    private Once once;

    /**
     * @param at only with scheduled
     * @param note with withdrawn, what its page says; with draft, what shall change
     */
    @Schema(name = "Transition")
    public record Wanted(
            @Schema(
                    required = true,
                    enumeration = {
                        "review",
                        "taken-back",
                        "approved",
                        "scheduled",
                        "unscheduled",
                        "published",
                        "withdrawn",
                        "archived",
                        "draft"
                    })
            String to,

            @Nullable Instant at,
            @Schema(maxLength = Step.LONGEST_NOTE) @Nullable String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Let a product take a step",
            description =
                    "Editors hand in for review, take back what nobody has approved yet (taken-back), and open the next revision of a published product (draft). Publishers approve,"
                            + " schedule or not after all (unscheduled), publish (also what was withdrawn and nobody has rewritten), withdraw, put away what is no longer or not yet public (archived), and send back or take out again"
                            + " (draft, with a note). Editors put away drafts of their own that were never public, and take them out again. If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The product where it stands now; its warnings say what is worth putting right all the same, such as a film that is"
                            + " spoken in a language in which it has no approved subtitles (no-captions)",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "It is not yours to take this step")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "It cannot take this step now; reason and detail say why")
    @APIResponse(responseCode = "412", description = "It has changed since the version of If-Match")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key belongs to another request")
    public Response take(
            @PathParam("slug") String slug,
            JsonBody body,
            @HeaderParam(Once.KEY) @Nullable String key,
            @Context Request request) {
        var by = user.require();
        var step = step(body.fields());
        var path = "POST products/" + slug + "/transitions";
        var answer = once.answer(
                by.name(),
                key,
                path,
                body,
                () -> ProductAnswers.of(products.move(slug, step, Versions.matching(request), by)));
        Failpoint.pass("transition-committed");
        return answer;
    }

    private static Step step(JsonFields fields) {
        var name = fields.text("to");
        var to = Step.To.find(name);
        if (to.isEmpty()) {
            fields.violated("to", "must be one of " + Step.To.codes());
        }
        var at = fields.optionalInstant("at");
        if (at.isPresent() != to.filter(Step.To.SCHEDULED::equals).isPresent()) {
            fields.violated("at", "goes with scheduled, and only with that");
        }
        var note = fields.optionalLines("note", Step.LONGEST_NOTE);
        fields.finish();
        return new Step(to.orElseThrow(), at.orElse(null), note.orElse(null));
    }
}
