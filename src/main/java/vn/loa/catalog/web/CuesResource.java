package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import vn.loa.catalog.HandInSubtitles;
import vn.loa.catalog.SheetDeed;
import vn.loa.catalog.SubtitleChange;
import vn.loa.catalog.SubtitleDraft;
import vn.loa.catalog.SubtitleDrafts;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.subtitles.CueScript;

/** The cues of a subtitle or transcript while they are written: apart from what its reviewer and the public have, until they are handed in. */
@Path("products/{slug}/tracks/{id}/cues")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracks")
public class CuesResource {
    @Inject
    private SubtitleDrafts drafts;

    @Inject
    private HandInSubtitles handIn;

    @Inject
    private CurrentUser user;

    /**
     * @param start in milliseconds
     * @param end in milliseconds, later than start
     * @param text with the tags of WebVTT; may be empty as long as it is written
     * @param settings where it stands, in the words of WebVTT
     */
    @Schema(name = "WrittenCue")
    public record Written(
            @Schema(required = true) long start,
            @Schema(required = true) long end,
            @Nullable String text,
            @Nullable String settings) {}

    /** @param submit whether they go to the reviewer of their language; false when it is missing */
    @Schema(name = "WrittenCues")
    public record Script(
            @Schema(required = true) List<Written> cues,
            @Nullable Boolean submit) {}

    /** @param handedIn whether this is what its reviewer has, or has approved */
    @Schema(name = "Cues")
    public record Cues(String language, boolean handedIn, List<Written> cues, List<Noticed> warnings) {}

    /** @param cue its number, from 1; 0 when it is about the whole */
    @Schema(name = "CueWarning")
    public record Noticed(String code, int cue, List<Double> figures) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "The cues of a subtitle or transcript as they are being written",
            description = "For those who work on the product, with their version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The cues in order of time, with what an editor may want to put right",
            content = @Content(schema = @Schema(implementation = Cues.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "404", description = "There is, for you, no such track, or it has no cues")
    public Response read(@PathParam("slug") String slug, @PathParam("id") long id) {
        return drafts.find(slug, String.valueOf(id), user.require())
                .map(CuesResource::answer)
                .orElseGet(CuesResource::unknown);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Write the cues of a subtitle or transcript",
            description =
                    "For editors. The body holds all cues. With submit they go to the reviewer of their language; what is approved stays public"
                            + " until the change is approved, too. Times are in milliseconds, texts may hold the tags of WebVTT.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Script.class)))
    @APIResponse(
            responseCode = "200",
            description = "The cues as they are now, with their new version as ETag",
            content = @Content(schema = @Schema(implementation = Cues.class)))
    @APIResponse(responseCode = "400", description = "Cues that are not as they must be, or all of which say nothing")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such track, or it has no cues")
    @APIResponse(
            responseCode = "409",
            description = "Saved, but not handed in: a file that was sent in their place waits for its reviewer")
    @APIResponse(responseCode = "412", description = "Somebody else has changed them since the version of If-Match")
    @APIResponse(responseCode = "413", description = "The body is too large")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response write(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        var by = user.require();
        if (version == null) {
            return Versions.required();
        }
        var fields = body.fields();
        var cues = CueScript.read(fields);
        var submit = fields.flag("submit");
        if (submit && CueScript.said(cues).isEmpty()) {
            // Before anything is saved: what is refused leaves all as it was.
            fields.violated("cues", "must say something");
        }
        fields.finish();
        var name = String.valueOf(id);
        var saved = drafts.save(slug, name, Versions.matching(request)::test, cues, SheetDeed.EDIT, by);
        if (submit && saved instanceof SubtitleChange.Done done) {
            var revision = done.draft().revision();
            return answer(handIn.handIn(slug, name, now -> now == revision, by));
        }
        return answer(saved);
    }

    private static Response answer(SubtitleChange change) {
        if (change instanceof SubtitleChange.Done done) {
            return answer(done.draft());
        }
        return change instanceof SubtitleChange.Stale
                ? Problem.of(412, "Somebody else has changed them since; read them again")
                : unknown();
    }

    private static Response answer(SubtitleDraft draft) {
        var cues = draft.cues().stream()
                .map(cue -> new Written(cue.startMillis(), cue.endMillis(), CueScript.typed(cue), cue.settings()))
                .toList();
        var warnings = draft.warnings().stream()
                .map(warning -> new Noticed(
                        warning.kind().code(),
                        warning.place(),
                        warning.figures().stream().map(Number::doubleValue).toList()))
                .toList();
        return Response.ok(new Cues(draft.language(), draft.revision() == draft.handed(), cues, warnings))
                .tag(Versions.tag(draft.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response unknown() {
        return Problem.of(404, "There is no such track, or it has no cues");
    }
}
