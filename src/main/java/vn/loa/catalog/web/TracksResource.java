package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.AddTrack;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.TrackStatus;
import vn.loa.catalog.UploadedTracks;
import vn.loa.catalog.WorkingProducts;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.common.web.Api;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.media.MediaRefused;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.subtitles.SubtitlesBusy;

/** The tracks of a product: made of uploads, and followed until they are ready. */
@Path("products/{slug}/tracks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class TracksResource {
    private static final int LONGEST_LABEL = 200;

    @Inject
    private CurrentUser user;

    @Inject
    private AddTrack tracks;

    @Inject
    private WorkingProducts working;

    /**
     * @param upload last segment of the address of the upload
     * @param kind audio, video, subtitle, transcript, description, document, image
     * @param label for people, when there are several alike
     * @param replaces id of a track of the same kind, language and role, which stays as it is until this one is approved, and goes then; one that was sent back goes at once
     */
    public record NewTrack(
            @Schema(required = true) String upload,
            @Schema(required = true) String kind,
            @Schema(required = true) String language,
            @Schema(required = true) String role,
            @Nullable String label,
            @Nullable Long replaces) {}

    /** In order. */
    @Schema(name = "Tracks")
    public record Listed(List<TrackStatus> items) {}

    @GET
    @Operation(
            summary = "Where the tracks of a product stand",
            description =
                    "Everybody sees approved tracks of public products; those who work on the product see all. The files of one are told by its own address.")
    @APIResponse(
            responseCode = "200",
            description = "The tracks",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "404", description = "There is, for you, no such product")
    public Response all(@PathParam("slug") String slug) {
        return working.tracks(slug, user.actor())
                .map(tracks -> Response.ok(new Listed(tracks))
                        .header("Cache-Control", user.actor().isPresent() ? "no-store" : "no-cache")
                        .build())
                .orElseGet(TracksResource::nowhere);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Make a track of an upload; processing goes on in a job",
            description =
                    "For editors. What a file is, its bytes tell. Films come as MP4, MOV, 3GP, Matroska, WebM, Ogg, AVI, MPEG"
                            + " transport or program streams; sounds as MP3, MP4, AAC, WAV, AIFF, FLAC, Ogg, Opus, or as the sound of a film;"
                            + " subtitles as SRT, WebVTT, SBV, ASS; pictures as JPEG, PNG, WebP, GIF, AVIF; documents as PDF or of office programs.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewTrack.class)))
    @APIResponse(
            responseCode = "202",
            description = "The track with its version as ETag; Location is its address",
            content = @Content(schema = @Schema(implementation = TrackStatus.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "The upload is incomplete, in use, or already another track here")
    @APIResponse(responseCode = "415", description = "The upload is of another kind than the track")
    @APIResponse(responseCode = "422", description = "It holds no subtitles that can be read")
    @APIResponse(
            responseCode = "503",
            description = "Others are being read, or a part of the portal is away; Retry-After says when to come again")
    @APIResponse(responseCode = "507", description = "There is no room to keep the subtitles")
    public Response add(@PathParam("slug") String slug, JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var upload = fields.text("upload");
        var kind = code(fields, "kind", TrackKind.class);
        var language = fields.text("language");
        var role = code(fields, "role", TrackRole.class);
        var label = fields.optionalText("label", LONGEST_LABEL).orElse(null);
        var replaces = fields.optionalNumber("replaces").orElse(null);
        tracks.faults(kind.orElse(null), language, role.orElse(null))
                .forEach(fault -> fields.violated(fault.field(), fault.message()));
        fields.finish();
        var wanted =
                new UploadedTracks.Wanted(upload, kind.orElseThrow(), language, role.orElseThrow(), label, replaces);
        try {
            return answer(slug, tracks.add(slug, wanted, by));
        } catch (UploadRefused refused) {
            return Problem.because(
                    409, refused.reason().code(), String.valueOf(refused.getMessage()), refused.explanation());
        } catch (MediaRefused refused) {
            return Problem.because(415, refused.code(), String.valueOf(refused.getMessage()), refused.explanation());
        } catch (SubtitlesBusy busy) {
            return Response.fromResponse(
                            Problem.because(503, "busy", String.valueOf(busy.getMessage()), busy.explanation()))
                    .header("Retry-After", SubtitlesBusy.SECONDS)
                    .build();
        }
    }

    private Response answer(String slug, UploadedTracks.Result result) {
        if (result instanceof UploadedTracks.Added added) {
            return Response.accepted(added.track())
                    .tag(Versions.tag(added.track().version()))
                    .header(
                            "Location",
                            "%s/products/%s/tracks/%d"
                                    .formatted(Api.PATH, slug, added.track().id()))
                    .build();
        }
        if (result instanceof UploadedTracks.Different different) {
            return Problem.of(
                    409,
                    "The upload is track %d already, of another kind, language, role or label; remove that one first"
                            .formatted(different.track().id()));
        }
        return result instanceof UploadedTracks.Unreadable unreadable ? unreadable(unreadable) : nowhere();
    }

    private static Response unreadable(UploadedTracks.Unreadable file) {
        var why = file.explanation();
        return Problem.because(422, file.reason().code(), why.in("en"), why);
    }

    private static Response nowhere() {
        return Problem.of(404, "There is no such product");
    }

    private static <T extends Enum<T> & Coded> Optional<T> code(JsonFields fields, String field, Class<T> kind) {
        var code = fields.text(field);
        try {
            return Optional.of(Coded.of(kind, code));
        } catch (IllegalArgumentException unknown) {
            fields.violated(field, "is not known: " + code);
            return Optional.empty();
        }
    }
}
