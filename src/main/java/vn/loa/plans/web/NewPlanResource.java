package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Api;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Once;
import vn.loa.plans.PlanBody;
import vn.loa.plans.ReadPlan;
import vn.loa.plans.StartPlan;
import vn.loa.plans.WorkingPlan;

/** Where plans begin that somebody types. */
@Path("plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class NewPlanResource {
    @Inject
    private StartPlan start;

    @Inject
    private ReadPlan contents;

    @Inject
    private CurrentUser user;

    @Inject
    private Once once;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Start a plan as a draft",
            description =
                    "For editors. Its address is made from its number and subject. The agency may be missing until it is handed in.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanBody.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft; Location is its address, ETag its version",
            content = @Content(schema = @Schema(implementation = WorkingPlan.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key belongs to another request")
    public Response create(JsonBody body, @HeaderParam(Once.KEY) @Nullable String key) {
        var by = user.require();
        return once.answer(by.name(), key, "POST plans", body, () -> created(body, by));
    }

    private Response created(JsonBody body, Actor by) {
        var fields = body.fields();
        var content = contents.begun(fields, by);
        fields.finish();
        var plan = start.start(content, by);
        return PlanAnswers.with(Response.created(URI.create(Api.PATH + "/plans/" + plan.slug())), plan);
    }
}
