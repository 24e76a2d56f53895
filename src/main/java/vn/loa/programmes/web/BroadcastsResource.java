package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.JsonBody;
import vn.loa.programmes.log.LogOrigin;
import vn.loa.programmes.log.WriteLog;

/** The as-run logs of communes: what their loudspeakers have really aired. */
@Path("broadcasts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class BroadcastsResource {
    @Inject
    private WriteLog log;

    @Inject
    private CurrentUser user;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Write into the as-run log of a commune: one entry or many",
            description =
                    "For the officer of the commune, publishers and administrators. Each entry has a key that its sender chooses: sent again it is"
                            + " known and nothing is written twice, in whatever order entries come. What another way has told already, the same work"
                            + " and language within a minute, while it was heard, or planned for the same moment, is known as well, unless more of it was heard: that takes"
                            + " the place of what was told. An entry that cannot be taken says why and keeps no other from it: one of a commune"
                            + " of others, of a time before the work was public, or at which the station is told to have played something else."
                            + " Works that were withdrawn since are taken: what was aired was aired.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WrittenBroadcasts.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each entry, in their order",
            content = @Content(schema = @Schema(implementation = TakenBroadcasts.class)))
    @APIResponse(
            responseCode = "400",
            description = "Fields that are missing, unknown or of the wrong type; nothing was taken")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "All entries are of communes of others; nothing was taken")
    public Response append(JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var written = WrittenBroadcasts.read(fields, null);
        fields.finish();
        var taken = WrittenBroadcasts.take(written, entries -> log.append(entries, LogOrigin.API, by));
        return Response.ok(TakenBroadcasts.of(taken))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
