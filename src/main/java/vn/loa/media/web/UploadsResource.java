package vn.loa.media.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.web.Api;
import vn.loa.common.web.Problem;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.Checksum;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadLimits;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.media.uploads.UploadStatus;
import vn.loa.media.uploads.UploadedName;

/** Files from their owners, by tus 1.0.0: resumable for ten days. Each account sees its own alone. */
@Path("uploads")
@RequestScoped
@Tag(name = "uploads")
public class UploadsResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    @Inject
    private CurrentUser user;

    @Inject
    private AnnounceUpload announcements;

    @Inject
    private ReceiveUpload uploads;

    @Inject
    private UploadLimits limits;

    @Inject
    private HttpServletRequest request;

    @OPTIONS
    @Operation(summary = "What is spoken here: tus 1.0.0")
    @APIResponse(responseCode = "204", description = "Version, extensions and limits in headers")
    public Response options() {
        return spoken();
    }

    @OPTIONS
    @Path("{id}")
    @Operation(hidden = true)
    public Response optionsOfOne() {
        return spoken();
    }

    private Response spoken() {
        return Response.noContent()
                .header("Tus-Resumable", Tus.VERSION)
                .header("Tus-Version", Tus.VERSION)
                .header("Tus-Extension", Tus.EXTENSIONS)
                .header("Tus-Max-Size", limits.mostBytes())
                .header("Tus-Checksum-Algorithm", Checksum.ALGORITHMS)
                .build();
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
    @APIResponse(responseCode = "412", description = "Another version of tus")
    @APIResponse(responseCode = "413", description = "Larger than is taken")
    @APIResponse(responseCode = "507", description = "The account's quota is full, or the disk is")
    public Response announce(
            @HeaderParam("Upload-Length") @Nullable String length,
            @HeaderParam("Upload-Metadata") @Nullable String metadata,
            InputStream content)
            throws IOException {
        return limited(Tus.answer(String.valueOf(header("Tus-Resumable")), () -> {
            var owner = owner();
            var upload =
                    announcements.announce(owner, UploadedName.ofMetadata(metadata), number("Upload-Length", length));
            var answer = Response.status(201).header("Location", Api.PATH + "/uploads/" + upload.id());
            return isContent() ? begun(answer, owner, upload, content) : answered(answer, upload, 0);
        }));
    }

    /** What is announced stays so when its first bytes are refused: who announced it must know where it is. */
    private ResponseBuilder begun(ResponseBuilder answer, String owner, UploadStatus upload, InputStream content)
            throws IOException {
        try {
            return answered(answer, upload, receive(owner, upload.id(), 0, content));
        } catch (UploadRefused refused) {
            return Tus.refused(refused).header("Location", Api.PATH + "/uploads/" + upload.id());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Your uploads that count against your quota",
            description = "Newest first, at most 100. Whatever is not used can be continued, or ended by DELETE.")
    @APIResponse(
            responseCode = "200",
            description = "The uploads; an empty list when there are none",
            content = @Content(schema = @Schema(implementation = Waiting.class)))
    public Response all() {
        var found = uploads.all(owner()).stream().map(Listed::of).toList();
        return Response.ok(new Waiting(found))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** All of them. */
    @Schema(name = "Uploads")
    public record Waiting(List<Listed> items) {}

    /** One of the list. @param url where it is continued or ended */
    @Schema(name = "Upload")
    public record Listed(String url, String name, long length, long received, Instant expiresAt, boolean used) {
        static Listed of(UploadStatus upload) {
            return new Listed(
                    Api.PATH + "/uploads/" + upload.id(),
                    upload.name(),
                    upload.length(),
                    upload.received(),
                    upload.expiresAt(),
                    upload.used());
        }
    }

    private Response limited(Response answer) {
        return answer.getStatus() == 413
                ? Response.fromResponse(answer)
                        .header("Tus-Max-Size", limits.mostBytes())
                        .build()
                : answer;
    }

    @HEAD
    @Path("{id}")
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
        return Tus.answer(String.valueOf(header("Tus-Resumable")), () -> {
            var upload = uploads.look(owner(), id);
            return answered(Response.ok(), upload, upload.received())
                    .header("Upload-Length", upload.length())
                    .header("Upload-Metadata", Tus.metadata(upload));
        });
    }

    @PATCH
    @Path("{id}")
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
        return Tus.answer(String.valueOf(header("Tus-Resumable")), () -> {
            var owner = owner();
            if (!isContent()) {
                return Response.fromResponse(Problem.of(415, "Send " + Tus.CONTENT))
                        .header("Connection", "close");
            }
            var upload = uploads.look(owner, id);
            return answered(Response.noContent(), upload, receive(owner, id, number("Upload-Offset", offset), content));
        });
    }

    @DELETE
    @Path("{id}")
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
        return Tus.answer(String.valueOf(header("Tus-Resumable")), () -> {
            uploads.end(owner(), id);
            return Response.noContent();
        });
    }

    /** For clients that can only post. */
    @POST
    @Path("{id}")
    @Operation(hidden = true)
    public Response posted(
            @PathParam("id") String id, @HeaderParam("Upload-Offset") @Nullable String offset, InputStream content)
            throws IOException {
        return switch (String.valueOf(header("X-HTTP-Method-Override")).toUpperCase(Locale.ROOT)) {
            case "PATCH" -> send(id, offset, content);
            case "DELETE" -> end(id);
            case "HEAD" -> look(id);
            default -> Problem.of(405, "Uploads know HEAD, PATCH and DELETE");
        };
    }

    private long receive(String owner, String id, long offset, InputStream content) throws IOException {
        var checksum = header("Upload-Checksum");
        return uploads.receive(
                owner,
                id,
                offset,
                request.getContentLengthLong(),
                checksum == null ? null : Checksum.parse(checksum),
                content);
    }

    /** The name of the account that sends, if it may. */
    private String owner() {
        var by = user.require();
        if (!by.is(Role.EDITOR)) {
            throw new NotPermitted(by, "upload");
        }
        return by.name();
    }

    private boolean isContent() {
        // The server adds a charset to whatever is sent.
        var type = request.getContentType();
        return type != null && type.split(";", 2)[0].strip().equalsIgnoreCase(Tus.CONTENT);
    }

    private @Nullable String header(String name) {
        return request.getHeader(name);
    }

    private static ResponseBuilder answered(ResponseBuilder answer, UploadStatus upload, long offset) {
        return answer.header("Upload-Offset", offset).header("Upload-Expires", Tus.date(upload.expiresAt()));
    }

    private static long number(String header, @Nullable String value) {
        if (value == null || !NUMBER.matcher(value.strip()).matches()) {
            throw new UploadRefused(Reason.MALFORMED, header + " must be a whole number of bytes");
        }
        return Long.parseLong(value.strip());
    }
}
