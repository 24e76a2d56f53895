package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChoosePoster;
import vn.loa.catalog.CorrectTrack;
import vn.loa.catalog.RemoveTrack;
import vn.loa.catalog.ReviewTrack;
import vn.loa.catalog.Step;
import vn.loa.catalog.TrackChange;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.TrackStatus;
import vn.loa.catalog.WorkingProducts;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Once;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;

/** One track of a product, and what its reviewer says. */
@Path("products/{slug}/tracks/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tracks")
public class TrackResource {
    private static final String APPROVED = "approved";
    private static final String REJECTED = "rejected";

    @Inject
    private WorkingProducts working;

    @Inject
    private ReviewTrack review;

    @Inject
    private RemoveTrack remove;

    @Inject
    private CorrectTrack correct;

    @Inject
    private ChoosePoster poster;

    @Inject
    private CurrentUser user;

    @Inject
    private Once once;

    /** @param note what must change; required with rejected */
    @Schema(name = "Verdict")
    public record Said(
            @Schema(
                    required = true,
                    enumeration = {APPROVED, REJECTED})
            String verdict,

            @Schema(maxLength = Step.LONGEST_NOTE) @Nullable String note) {}

    /**
     * @param kind subtitle or transcript; of other files it cannot change
     * @param language a code
     */
    @Schema(name = "CorrectedTrack")
    public record Correction(
            @Nullable String kind,
            @Nullable String language,
            @Nullable String role) {}

    /** @param percent of the film's length at which the picture was taken */
    @Schema(name = "ChosenPoster")
    public record Chosen(@Schema(required = true) int percent) {}

    @GET
    @Operation(
            summary = "Where a track stands",
            description = "Everybody sees approved tracks of public products; those who work on the product see all.")
    @APIResponse(
            responseCode = "200",
            description = "The track, for those who work on it with its version as ETag",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "404", description = "There is, for you, no such track")
    public Response one(@PathParam("slug") String slug, @PathParam("id") long id) {
        return working.track(slug, id, user.actor()).map(this::answer).orElseGet(TrackResource::unknown);
    }

    @DELETE
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Remove a track that is not approved",
            description =
                    "For editors. What was made for it is forgotten; its upload can be used again for a day. If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "It is not yours to edit this product")
    @APIResponse(responseCode = "404", description = "There is no such track")
    @APIResponse(
            responseCode = "409",
            description = "The track is approved, or has words that were saved and not handed in")
    @APIResponse(responseCode = "412", description = "The track has changed since the version of If-Match")
    public Response remove(@PathParam("slug") String slug, @PathParam("id") long id, @Context Request request) {
        return switch (remove.remove(slug, id, Versions.matching(request), user.require())) {
            case REMOVED -> Response.noContent().build();
            case STALE -> stale();
            case UNKNOWN -> unknown();
        };
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Put right what a track was taken for, as long as it is not approved",
            description =
                    "For editors. What is left out stays. The file stays as it is; a track that its reviewer sent back waits for a review again."
                            + " If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = Correction.class)))
    @APIResponse(
            responseCode = "200",
            description = "The track as it stands now, and its new version as ETag",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "400", description = "Fields that are unknown, or do not go together")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such track")
    @APIResponse(responseCode = "409", description = "The track is approved, or changes words that are")
    @APIResponse(responseCode = "412", description = "The track has changed since the version of If-Match")
    public Response correct(
            @PathParam("slug") String slug, @PathParam("id") long id, JsonBody body, @Context Request request) {
        var by = user.require();
        var fields = body.fields();
        var wanted = new CorrectTrack.Corrected(
                coded(fields, "kind", TrackKind.class),
                fields.optionalText("language").orElse(null),
                coded(fields, "role", TrackRole.class));
        fields.finish();
        return answer(correct.correct(slug, id, wanted, Versions.matching(request), by));
    }

    private static <T extends Enum<T> & Coded> @Nullable T coded(JsonFields fields, String field, Class<T> kind) {
        var code = fields.optionalText(field).orElse(null);
        try {
            return code == null ? null : Coded.of(kind, code);
        } catch (IllegalArgumentException unknown) {
            fields.violated(field, "is not known: " + code);
            return null;
        }
    }

    private Response answer(TrackChange change) {
        if (change instanceof TrackChange.Done done) {
            return answer(done.track());
        }
        return change instanceof TrackChange.Stale ? stale() : unknown();
    }

    @POST
    @Path("approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Approve a track, or send it back",
            description =
                    "For reviewers of its language. An approved track is public as soon as its product is. If-Match holds the ETag of the track as it was"
                            + " looked at, and is heeded when it is there; it must be there for subtitles and transcripts, whose words can become others while"
                            + " the track stays the same.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Said.class)))
    @APIResponse(
            responseCode = "200",
            description =
                    "The track where it stands now, with its new version as ETag; a change of approved words is the track that it changes from now on",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not a reviewer of this language, or not there")
    @APIResponse(responseCode = "404", description = "There is no such track")
    @APIResponse(
            responseCode = "409",
            description = "The track is not ready, or the note is missing; reason and detail say why")
    @APIResponse(responseCode = "412", description = "The track has changed since the version of If-Match")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key belongs to another request")
    @APIResponse(responseCode = "428", description = "If-Match is missing, and the track is one of words")
    public Response approve(
            @PathParam("slug") String slug,
            @PathParam("id") long id,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @HeaderParam(Once.KEY) @Nullable String key,
            @Context Request request) {
        var by = user.require();
        var verdict = verdict(body.fields());
        var isSeen = version == null || version.isBlank() ? null : Versions.matching(request);
        return once.answer(
                by.name(),
                key,
                "POST products/" + slug + "/tracks/" + id + "/approval",
                body,
                () -> answer(review.review(slug, id, verdict, isSeen, by)));
    }

    private Response answer(ReviewTrack.Outcome outcome) {
        if (outcome instanceof ReviewTrack.Judged judged) {
            return answer(judged.track());
        }
        if (outcome instanceof ReviewTrack.Stale) {
            return stale();
        }
        return outcome instanceof ReviewTrack.Unsaid ? Versions.required() : unknown();
    }

    @PUT
    @Path("poster")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Choose which picture of a film stands for it",
            description =
                    "For editors. Pictures are taken at 10, 30 and 50 % of a film and are among its sources. The chosen one is shown in lists,"
                            + " before the film plays, and where the page is shared, unless the product has a poster of its own. If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = Chosen.class)))
    @APIResponse(
            responseCode = "200",
            description = "The track with the chosen picture, and its new version as ETag",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "400", description = "No picture was taken there")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such track")
    @APIResponse(responseCode = "409", description = "No pictures have been taken of this track, or not yet")
    @APIResponse(responseCode = "412", description = "The track has changed since the version of If-Match")
    public Response choosePoster(
            @PathParam("slug") String slug, @PathParam("id") long id, JsonBody body, @Context Request request) {
        var by = user.require();
        var fields = body.fields();
        var percent = fields.integer("percent");
        fields.finish();
        return answer(poster.choose(slug, id, percent, Versions.matching(request), by));
    }

    @POST
    @Path("processing")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Try again what could not be made of a track",
            description = "For editors. What can be played already stays; a track of which nothing came is processed"
                    + " again. Nothing happens when nothing is missing.")
    @APIResponse(
            responseCode = "202",
            description = "The track with what is still missing, and its version as ETag",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "400", description = "The body is not {}")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such track")
    @APIResponse(responseCode = "409", description = "Its file was refused, so that there is nothing to try")
    public Response retry(@PathParam("slug") String slug, @PathParam("id") long id, JsonBody body) {
        body.fields().finish();
        return working.retry(slug, id, user.require())
                .map(track -> answer(Response.accepted(), track))
                .orElseGet(TrackResource::unknown);
    }

    private static ReviewTrack.Verdict verdict(JsonFields fields) {
        var verdict = fields.text("verdict");
        if (!verdict.equals(APPROVED) && !verdict.equals(REJECTED)) {
            fields.violated("verdict", "must be approved or rejected");
        }
        var note = fields.optionalLines("note", Step.LONGEST_NOTE);
        fields.finish();
        return new ReviewTrack.Verdict(verdict.equals(APPROVED), note.orElse(null));
    }

    private Response answer(TrackStatus track) {
        return answer(Response.ok(), track);
    }

    private Response answer(ResponseBuilder builder, TrackStatus track) {
        var answer = builder.entity(track).tag(Versions.tag(track.version()));
        return user.actor().isPresent()
                ? answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build()
                : answer.build();
    }

    private static Response stale() {
        return Problem.of(412, "The track has changed since; read it again");
    }

    private static Response unknown() {
        return Problem.of(404, "There is no such track");
    }
}
