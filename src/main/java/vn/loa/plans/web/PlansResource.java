package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.common.web.PageParameters;
import vn.loa.common.web.PageShape;
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
}
