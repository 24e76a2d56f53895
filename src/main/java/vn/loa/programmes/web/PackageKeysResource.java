package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.programmes.packages.SignPackages;
import vn.loa.programmes.packages.SignPackages.Key;

/** The public keys by which anybody checks, also without internet, that nobody has changed a package. */
@Path("package-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class PackageKeysResource {
    @Inject
    private SignPackages signing;

    @Inject
    private CurrentUser user;

    @Context
    private UriInfo uri;

    /** @param items the newest first; one without retiredAt signs */
    @Schema(name = "PackageKeys")
    public record Keys(int total, List<Key> items) {}

    /** @param distrusted whether somebody else may have had the key that is replaced: then what it has signed proves nothing */
    @Schema(name = "NewPackageKey")
    public record Replaced(boolean distrusted) {}

    @GET
    @Operation(summary = "The keys with which packages are signed, and have been")
    @APIResponse(
            responseCode = "200",
            description = "All of them; what one that is not trusted has signed proves nothing",
            content = @Content(schema = @Schema(implementation = Keys.class)))
    public Response list() {
        var keys = signing.all();
        return Response.ok(new Keys(keys.size(), keys))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}.pem")
    @Produces("application/x-pem-file")
    @Operation(summary = "A public key as openssl reads it")
    @APIResponse(
            responseCode = "200",
            description = "PEM",
            content = @Content(mediaType = "application/x-pem-file", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "There has been no such key, or it is not trusted any more")
    public Response read(@PathParam("id") String id) {
        return signing.find(id)
                .filter(Key::trusted)
                .map(key -> Response.ok(key.pem())
                        .header("Content-Disposition", "attachment; filename=\"loa-" + key.id() + ".pem\"")
                        // Nobody may be given it from a cache once it is distrusted.
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problem.of(404, "There is no such key, or it is not trusted any more"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Sign with another key from now on",
            description =
                    "For administrators of the whole province. The private half of the former key is forgotten; what it has signed can still"
                            + " be checked, unless it is said to be distrusted: then its packages are given to nobody any more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Replaced.class)))
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "400", description = "Fields that are unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator of the whole province")
    public Response replace(JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var distrusted = fields.flag("distrusted");
        fields.finish();
        var key = signing.replace(distrusted, by);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(key.id() + ".pem").build())
                .entity(key)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
