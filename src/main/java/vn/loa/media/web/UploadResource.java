package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import vn.loa.common.web.Problem;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadLimits;

/** One upload, whose bytes come piece by piece. */
@Path("uploads/{id}")
@RequestScoped
@SpeaksTus
@Tag(name = "uploads")
public class UploadResource {
    @Inject
    private ReceiveUpload uploads;

    @Inject
    private UploadLimits limits;

    @Inject
    private TusRequest sent;

    @OPTIONS
    @Operation(hidden = true)
    public Response options() {
        return Tus.spoken(limits);
    }

    @HEAD
    @SecurityRequirement(name = "token")
    @Operation(summary = "How much of an upload is here")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "Upload-Offset and Upload-Length")
    @APIResponse(responseCode = "404", description = "You have no such upload")
    @APIResponse(responseCode = "410", description = "Its ten days are over")
    @APIResponse(responseCode = "412", description = "Another version of tus")
    public Response look(@PathParam("id") String id) throws IOException {
        return Tus.answer(sent.version(), () -> {
            var upload = uploads.look(sent.owner(), id);
            return Tus.answered(Response.ok(), upload, upload.received())
                    .header("Upload-Length", upload.length())
                    .header("Upload-Metadata", Tus.metadata(upload));
        });
    }

    @PATCH
    @SecurityRequirement(name = "token")
    @Operation(summary = "Send the next bytes of an upload")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "Upload-Checksum", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            content = @Content(mediaType = Tus.CONTENT, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "204", description = "They are safe; Upload-Offset says where the next begin")
    @APIResponse(responseCode = "400", description = "Upload-Offset makes no sense")
    @APIResponse(responseCode = "404", description = "You have no such upload")
    @APIResponse(responseCode = "408", description = "They broke off; what came can be continued")
    @APIResponse(responseCode = "409", description = "They do not begin where the last ended")
    @APIResponse(responseCode = "410", description = "Its ten days are over")
    @APIResponse(responseCode = "412", description = "Another version of tus")
    @APIResponse(responseCode = "413", description = "More than was announced")
    @APIResponse(responseCode = "415", description = "Another type than application/offset+octet-stream")
    @APIResponse(responseCode = "423", description = "Another request is sending")
    @APIResponse(responseCode = "460", description = "Wrong checksum; nothing was kept")
    @APIResponse(responseCode = "507", description = "The disk is full")
    public Response send(
            @PathParam("id") String id, @HeaderParam("Upload-Offset") @Nullable String offset, InputStream content)
            throws IOException {
        return Tus.answer(sent.version(), () -> {
            var owner = sent.owner();
            if (!sent.isContent()) {
                return Response.fromResponse(Problem.of(415, "Send " + Tus.CONTENT))
                        .header("Connection", "close");
            }
            var upload = uploads.look(owner, id);
            return Tus.answered(Response.noContent(), upload, sent.receive(owner, id, offset, content));
        });
    }

    @DELETE
    @SecurityRequirement(name = "token")
    @Operation(summary = "End an upload")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "It has been forgotten")
    @APIResponse(responseCode = "404", description = "You have no such upload")
    @APIResponse(responseCode = "409", description = "It is the master of a track already")
    @APIResponse(responseCode = "412", description = "Another version of tus")
    @APIResponse(responseCode = "423", description = "Another request is sending")
    public Response end(@PathParam("id") String id) throws IOException {
        return Tus.answer(sent.version(), () -> {
            uploads.end(sent.owner(), id);
            return Response.noContent();
        });
    }

    /** For clients that can only post. */
    @POST
    @Operation(hidden = true)
    public Response posted(
            @PathParam("id") String id, @HeaderParam("Upload-Offset") @Nullable String offset, InputStream content)
            throws IOException {
        return switch (sent.meantMethod()) {
            case "PATCH" -> send(id, offset, content);
            case "DELETE" -> end(id);
            case "HEAD" -> look(id);
            default -> Problem.of(405, "Uploads know HEAD, PATCH and DELETE");
        };
    }
}
