package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Problem;
import vn.loa.search.IndexRebuild;
import vn.loa.search.LookAfterIndex;

/** The search index built anew, for administrators. */
@Path("search/rebuild")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class IndexRebuildResource {
    @Inject
    private LookAfterIndex index;

    @Inject
    private CurrentUser user;

    @Context
    private UriInfo uri;

    /**
     * @param state idle, running, done or failed; then the index is as before
     * @param done of the works and plans
     * @param failure node-stopped, search-away or other; only when it has failed
     */
    @Schema(name = "IndexRebuild")
    public record Progress(
            String state,
            int done,
            int total,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String failure) {
        static Progress of(IndexRebuild.Progress now) {
            var failure = now.failure();
            return new Progress(
                    now.state().code(),
                    now.done(),
                    now.total(),
                    now.since(),
                    now.until(),
                    failure == null ? null : failure.code());
        }
    }

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "How far the last rebuild of the index is")
    @APIResponse(
            responseCode = "200",
            description = "On whichever node it goes on",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator of the whole province")
    public Response progress() {
        return answer(Response.ok(), user.require());
    }

    @POST
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Build the index anew",
            description = "A second index is filled and takes the place of the first, which is asked until then.")
    @APIResponse(
            responseCode = "202",
            description = "It has begun; Location tells how far it is",
            content = @Content(schema = @Schema(implementation = Progress.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator of the whole province")
    @APIResponse(responseCode = "409", description = "One is on its way")
    public Response begin() {
        var by = user.require();
        return index.rebuild(by)
                ? answer(Response.accepted().location(uri.getAbsolutePath()), by)
                : Problem.of(409, "The index is being built anew already; wait until that is done");
    }

    private Response answer(Response.ResponseBuilder answer, Actor by) {
        return answer.entity(Progress.of(index.progress(by)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
