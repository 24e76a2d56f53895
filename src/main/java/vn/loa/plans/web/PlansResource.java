package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.common.web.PageParameters;
import vn.loa.common.web.PageShape;
import vn.loa.plans.PlanDocument;
import vn.loa.plans.PublicPlans;

/** Official plans, their promises and what has come of them. */
@Path("plans")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plans")
public class PlansResource {
    @Inject
    private PublicPlans plans;

    @GET
    @Operation(summary = "Public plans, the newest document first")
    @APIResponse(responseCode = "200", description = "A page of plans")
    @APIResponse(responseCode = "400", description = "A page that is none")
    public PageShape<PublicPlans.Line> list(@BeanParam PageParameters page) {
        var query = page.query();
        return PageShape.of(plans.list(query.page(), query.size()));
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One plan with legal bases, recipients, sections and deliverables")
    @APIResponse(responseCode = "200", description = "The plan")
    @APIResponse(responseCode = "404", description = "There is no public plan of this name")
    @APIResponse(responseCode = "410", description = "It has been withdrawn")
    public PlanDocument one(@PathParam("slug") String slug) {
        return plans.find(slug).orElseThrow(() -> absent(slug));
    }

    @GET
    @Path("{slug}/progress")
    @Operation(
            summary = "What has come of each deliverable, per language and channel",
            description =
                    "published counts works, those of the sample content (samples) among them; in a language it counts works with a"
                            + " version that the public has. What only stands in for a translation is no result: standIns counts it apart,"
                            + " and it keeps no promise from being overdue. channels names those that the plan asks for, without numbers:"
                            + " what was broadcast is not reported to the portal.")
    @APIResponse(responseCode = "200", description = "In the order of the plan")
    @APIResponse(responseCode = "404", description = "There is no public plan of this name")
    @APIResponse(responseCode = "410", description = "The plan has been withdrawn")
    public List<PublicPlans.PromiseProgress> progress(@PathParam("slug") String slug) {
        return plans.progress(slug).orElseThrow(() -> absent(slug));
    }

    private ClientErrorException absent(String slug) {
        return plans.isGone(slug) ? new ClientErrorException(Response.Status.GONE) : new NotFoundException();
    }
}
