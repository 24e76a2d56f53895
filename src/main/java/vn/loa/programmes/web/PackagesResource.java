package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Problem;
import vn.loa.programmes.packages.PackProgramme;

/** The packages that were made for a station, and how far each is, for those who look after it. */
@Path("programmes/{locality}/packages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class PackagesResource {
    private static final String UNKNOWN = "There is no station of this commune, or no such package of it";

    @Inject
    private PackProgramme packing;

    @Inject
    private PublicAddress address;

    @Inject
    private CurrentUser user;

    /** @param items the newest first */
    @Schema(name = "StationPackages")
    public record Listed(int total, List<PackageDocument> items) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "The newest packages of a station")
    @APIResponse(
            responseCode = "200",
            description = "At most 20",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = "There is no station of this commune")
    public Response list(@PathParam("locality") String locality) {
        return packing.list(locality, user.require())
                .map(found -> found.stream()
                        .map(view -> PackageDocument.of(view, address.root()))
                        .toList())
                .map(items -> answer(new Listed(items.size(), items)))
                .orElseGet(() -> Problem.of(404, UNKNOWN));
    }

    @GET
    @Path("{id}")
    @SecurityRequirement(name = "token")
    @Operation(summary = "How far a package is, and where it can be had")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content = @Content(schema = @Schema(implementation = PackageDocument.class)))
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = "There is no such package of this commune")
    public Response read(@PathParam("locality") String locality, @PathParam("id") String id) {
        return packing.find(locality, id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0, user.require())
                .map(view -> answer(PackageDocument.of(view, address.root())))
                .orElseGet(() -> Problem.of(404, UNKNOWN));
    }

    private static Response answer(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
