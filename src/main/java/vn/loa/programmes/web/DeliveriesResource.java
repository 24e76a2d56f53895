package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.PageParameters;
import vn.loa.common.web.Problem;
import vn.loa.programmes.delivery.DeliveryLog;

/** What was sent of a station to other systems, and what came of it, for those who look after it. */
@Path("programmes/{locality}/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class DeliveriesResource {
    @Inject
    private DeliveryLog logs;

    @Inject
    private CurrentUser user;

    /** Some of them. */
    @Schema(name = "ProgrammeDeliveries")
    public record Listed(long total, int page, int size, List<DeliveryDocument> items) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "What was sent of a station to other systems, the latest first",
            description = "Each time that a week was sent, what came of it, and what of the programme was not in it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the log",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "400", description = "A page that is none")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = "There is no station of this commune")
    public Response list(@PathParam("locality") String locality, @BeanParam PageParameters page) {
        var wanted = page.query();
        return logs.ofStation(locality, null, wanted.page(), wanted.size(), user.require())
                .map(log -> log.lines())
                .map(found -> Response.ok(new Listed(
                                found.total(),
                                found.number(),
                                found.size(),
                                found.items().stream().map(DeliveryDocument::of).toList()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problem.of(404, "There is no station of this commune"));
    }
}
