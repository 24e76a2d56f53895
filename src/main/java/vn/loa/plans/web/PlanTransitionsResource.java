package vn.loa.plans.web;

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
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
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
import vn.loa.catalog.Step;
import vn.loa.common.JsonFields;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Once;
import vn.loa.common.web.Versions;
import vn.loa.plans.MovePlan;
import vn.loa.plans.WorkingPlan;

/** The steps in the life of a plan. */
@Path("plans/{slug}/transitions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlanTransitionsResource {
    /** Plans are not scheduled. */
    private static final Set<Step.To> TAKEN = EnumSet.complementOf(EnumSet.of(Step.To.SCHEDULED, Step.To.UNSCHEDULED));

    @Inject
    private MovePlan plans;

    @Inject
    private CurrentUser user;

    @Inject
    private Once once;

    /** @param note with withdrawn, what its page says; with draft, what shall change */
    @Schema(name = "PlanTransition")
    public record Wanted(
            @Schema(
                    required = true,
                    enumeration = {"review", "taken-back", "approved", "published", "withdrawn", "archived", "draft"})
            String to,

            @Schema(maxLength = Step.LONGEST_NOTE) @Nullable String note) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Let a plan take a step",
            description =
                    "As with products: editors hand in for review, take back what nobody has approved yet (taken-back), open the next revision of a published plan (draft), and put away a draft that was never public (archived), or take it out again (draft, with a note). Publishers"
                            + " approve, publish, withdraw, put away what is no longer or not yet public (archived), and send back or take out again"
                            + " (draft, with a note). Plans are not scheduled. If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "200",
            description = "The plan where it stands now",
            content = @Content(schema = @Schema(implementation = WorkingPlan.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "It is not yours to take this step")
    @APIResponse(responseCode = "404", description = "There is no such plan")
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
        return once.answer(
                by.name(),
                key,
                "POST plans/" + slug + "/transitions",
                body,
                () -> PlanAnswers.of(plans.move(slug, step, Versions.matching(request), by)));
    }

    private static Step step(JsonFields fields) {
        var to = Step.To.find(fields.text("to")).filter(TAKEN::contains);
        if (to.isEmpty()) {
            fields.violated(
                    "to", "must be one of " + TAKEN.stream().map(Step.To::code).collect(Collectors.joining(", ")));
        }
        var note = fields.optionalLines("note", Step.LONGEST_NOTE);
        fields.finish();
        return new Step(to.orElseThrow(), null, note.orElse(null));
    }
}
