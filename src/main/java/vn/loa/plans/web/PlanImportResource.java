package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Api;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.plans.ImportPlan;
import vn.loa.plans.PlanImport;
import vn.loa.plans.WorkingPlan;

/** Where plans begin that stand in documents. */
@Path("plans/import")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlanImportResource {
    static final String SECONDS = "5";

    @Inject
    private ImportPlan plans;

    @Inject
    private CurrentUser user;

    /** @param upload the last part of the address of an upload */
    @Schema(name = "PlanImport")
    public record Wanted(@Schema(required = true) String upload) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Make a draft of a document",
            description =
                    "For editors. Reads DOCX, ODT and PDF with text, laid out as Decree 30/2020/NĐ-CP says. The draft is to be checked: warnings"
                            + " tell where to look twice. The document is kept with it. Asking again for the same upload finds the same plan.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "201",
            description = "The draft; Location is its address, ETag its version",
            content = @Content(schema = @Schema(implementation = WorkingPlan.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor")
    @APIResponse(responseCode = "409", description = "The upload is incomplete, or in use")
    @APIResponse(responseCode = "422", description = "No plan can be read in it; reason and explanation say why")
    @APIResponse(responseCode = "503", description = "It could not be read now; Retry-After says when to come again")
    @APIResponse(responseCode = "507", description = "There is no room to keep the document")
    public Response read(JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var upload = fields.text("upload");
        fields.finish();
        try {
            return answer(plans.upload(upload, by));
        } catch (UploadRefused refused) {
            return Problem.because(
                    409, refused.reason().code(), String.valueOf(refused.getMessage()), refused.explanation());
        }
    }

    private static Response answer(PlanImport result) {
        if (result instanceof PlanImport.Drafted drafted) {
            var plan = drafted.plan();
            return PlanAnswers.with(Response.created(URI.create(Api.PATH + "/plans/" + plan.slug())), plan);
        }
        if (result instanceof PlanImport.Refused refused) {
            return Problem.because(422, refused.code(), refused.explanation().in("en"), refused.explanation());
        }
        var later = (PlanImport.Later) result;
        return Response.fromResponse(
                        Problem.because(503, "busy", later.explanation().in("en"), later.explanation()))
                .header("Retry-After", SECONDS)
                .build();
    }
}
