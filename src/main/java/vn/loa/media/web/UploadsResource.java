package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
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
import vn.loa.common.Texts;
import vn.loa.common.web.Api;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadLimits;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadStatus;

/** Files from their owners, by tus 1.0.0: resumable for ten days. Each account sees its own alone. */
@Path("uploads")
@RequestScoped
@SpeaksTus
@Tag(name = "uploads")
public class UploadsResource {
    @Inject
    private ReceiveUpload uploads;

    @Inject
    private UploadLimits limits;

    @Inject
    private TusRequest sent;

    @OPTIONS
    @Operation(summary = "What is spoken here: tus 1.0.0")
    @APIResponse(responseCode = "204", description = "Version, extensions and limits in headers")
    public Response options() {
        return Tus.spoken(limits);
    }

    @POST
    @SecurityRequirement(name = "token")
    @Operation(summary = "Announce an upload, with or without its first bytes", description = "For editors.")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "Upload-Checksum", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content = @Content(mediaType = Tus.CONTENT, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "201", description = "Location of the upload")
    @APIResponse(responseCode = "400", description = "Upload-Length or Upload-Metadata make no sense")
    @APIResponse(responseCode = "403", description = "Not an editor")
    @APIResponse(responseCode = "408", description = "Its first bytes broke off; what came can be continued")
    @APIResponse(responseCode = "412", description = "Another version of tus")
    @APIResponse(responseCode = "413", description = "Larger than is taken")
    @APIResponse(responseCode = "415", description = "The declared type is never taken")
    @APIResponse(responseCode = "507", description = "The account's quota is full, or the disk is")
    public Response announce(
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            InputStream content)
            throws IOException {
        return limited(Tus.answer(sent.version(), () -> {
            var owner = sent.owner();
            var upload = sent.announce(owner, metadata, length);
            var answer = Response.status(201).header("Location", Api.PATH + "/uploads/" + upload.id());
            return sent.isContent() ? begun(answer, owner, upload, content) : Tus.answered(answer, upload, 0);
        }));
    }

    /** What is announced stays so when its first bytes are refused: who announced it must know where it is. */
    private ResponseBuilder begun(ResponseBuilder answer, String owner, UploadStatus upload, InputStream content)
            throws IOException {
        try {
            return Tus.answered(answer, upload, sent.receive(owner, upload.id(), "0", content));
        } catch (UploadRefused refused) {
            return Tus.refused(refused).header("Location", Api.PATH + "/uploads/" + upload.id());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Your uploads that count against your quota",
            description = "Newest first, at most 100. Whatever is not used can be continued, or ended by DELETE."
                    + " With the parameter product, only those whose Upload-Metadata named it under the key product.")
    @APIResponse(
            responseCode = "200",
            description = "The uploads; an empty list when there are none",
            content = @Content(schema = @Schema(implementation = Waiting.class)))
    public Response all(@QueryParam("product") @Nullable String product) {
        var found = uploads.all(sent.owner(), product).stream().map(Listed::of).toList();
        return Response.ok(new Waiting(found))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** All of them. */
    @Schema(name = "Uploads")
    public record Waiting(List<Listed> items) {}

    /** One of the list. @param url where it is continued or ended @param product slug of what it is sent for; absent when for no product @param reason why it could not become a track, the last time that somebody tried, as a code; absent when nothing stands against it @param explanation the same for people, by language */
    @Schema(name = "Upload")
    public record Listed(
            String url,
            String name,
            long length,
            long received,
            Instant expiresAt,
            @Nullable String product,
            boolean used,
            @Nullable String reason,
            @Nullable Texts explanation) {
        static Listed of(UploadStatus upload) {
            return new Listed(
                    Api.PATH + "/uploads/" + upload.id(),
                    upload.name(),
                    upload.length(),
                    upload.received(),
                    upload.expiresAt(),
                    upload.product(),
                    upload.used(),
                    upload.reason(),
                    upload.explanation());
        }
    }

    private Response limited(Response answer) {
        return answer.getStatus() == 413
                ? Response.fromResponse(answer)
                        .header("Tus-Max-Size", limits.mostBytes())
                        .build()
                : answer;
    }
}
