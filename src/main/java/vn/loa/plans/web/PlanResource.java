package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Versions;
import vn.loa.plans.PlanBody;
import vn.loa.plans.PlanDocument;
import vn.loa.plans.PublicPlans;
import vn.loa.plans.ReadPlan;
import vn.loa.plans.RewritePlan;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.WorkingPlans;

/** One plan: as the public may have it, or as those see it who work on it. */
@Path("plans/{slug}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlanResource {
    @Inject
    private PublicPlans plans;

    @Inject
    private WorkingPlans working;

    @Inject
    private RewritePlan rewrite;

    @Inject
    private ReadPlan contents;

    @Inject
    private CurrentUser user;

    @GET
    @Operation(
            summary = "One plan with legal bases, recipients, sections and deliverables",
            description =
                    "Who is signed in and works on it gets its newest revision instead, public or not, with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(oneOf = {PlanDocument.class, WorkingPlan.class})))
    @APIResponse(responseCode = "404", description = "There is no public plan of this name")
    @APIResponse(responseCode = "410", description = "It has been withdrawn")
    public Response one(@PathParam("slug") String slug) {
        return user.actor()
                .flatMap(actor -> working.find(slug, actor))
                .map(plan -> PlanAnswers.with(Response.ok(), plan))
                .orElseGet(() -> Response.ok(plans.find(slug).orElseThrow(() -> absent(slug)))
                        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                        .build());
    }

    @GET
    @Path("progress")
    @Operation(
            summary = "What has come of each deliverable, per language and channel",
            description =
                    "published counts works, those of the sample content (samples) among them; in a language it counts works with a"
                            + " version that the public has. What only stands in for a translation is no result: standIns counts it apart,"
                            + " and it keeps no promise from being overdue. channels names those that the plan asks for, without numbers."
                            + " broadcasts counts what loudspeakers of communes have aired to the end, by their as-run logs.")
    @APIResponse(responseCode = "200", description = "In the order of the plan")
    @APIResponse(responseCode = "404", description = "There is no public plan of this name")
    @APIResponse(responseCode = "410", description = "The plan has been withdrawn")
    public List<PublicPlans.PromiseProgress> progress(@PathParam("slug") String slug) {
        return plans.progress(slug).orElseThrow(() -> absent(slug));
    }

    private ClientErrorException absent(String slug) {
        return plans.isGone(slug) ? new ClientErrorException(Response.Status.GONE) : new NotFoundException();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Rewrite a draft",
            description =
                    "For editors. The body is the whole content. To rewrite a published plan, first open its next revision.")
    @RequestBody(content = @Content(schema = @Schema(implementation = PlanBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = WorkingPlan.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such plan")
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
        var content = contents.of(slug, fields, by);
        fields.finish();
        return PlanAnswers.of(rewrite.rewrite(slug, Versions.matching(request), content, by));
    }
}
