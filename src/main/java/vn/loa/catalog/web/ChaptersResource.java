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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Chapter;
import vn.loa.catalog.Chapters;
import vn.loa.catalog.DivideProduct;
import vn.loa.catalog.ProductDocument;
import vn.loa.catalog.PublicProducts;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.Messages;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.subtitles.SubtitlesRefused;

/** The chapters of a product: all at once as JSON, or with the titles in one language as WebVTT. They are read as part of the product, too. */
@Path("products/{slug}/chapters")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ChaptersResource {
    private static final String WEBVTT = "text/vtt";

    /** Far more than the most chapters with the longest titles. */
    private static final int MOST_BYTES = 1 << 18;

    @Inject
    private PublicProducts products;

    @Inject
    private DivideProduct divide;

    @Inject
    private CurrentUser user;

    /** In order of time; none for a work that is not divided. */
    @Schema(name = "Chapters")
    public record Division(@Schema(required = true) List<ProductDocument.Part> chapters) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Say which chapters a draft has",
            description = "For editors. The body holds all chapters, in order of time, each with a Vietnamese title.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Division.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(
            responseCode = "400",
            description = "Chapters that are out of order, after the end, or without a title")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "It is not a draft")
    @APIResponse(responseCode = "412", description = "Somebody else has changed it since the version of If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response divide(
            @PathParam("slug") String slug,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        user.require();
        var fields = body.fields();
        var chapters = Chapters.read(fields);
        fields.finish();
        return divided(slug, version, request, before -> chapters);
    }

    @PUT
    @Path("{language}")
    @Consumes(WEBVTT)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Take the chapters of a draft from a WebVTT file",
            description =
                    "For editors. The file holds all chapters with their titles in one language; a chapter that began at"
                            + " the same moment before keeps its titles in the others.")
    @RequestBody(content = @Content(mediaType = WEBVTT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(
            responseCode = "400",
            description = "Chapters that are out of order, after the end, or without a title")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an editor, or not there")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "It is not a draft")
    @APIResponse(responseCode = "412", description = "Somebody else has changed it since the version of If-Match")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "422", description = "It is no file that can be read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response take(
            @PathParam("slug") String slug,
            @PathParam("language") String language,
            InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request)
            throws IOException {
        user.require();
        var file = body.readNBytes(MOST_BYTES + 1);
        if (file.length > MOST_BYTES) {
            return Problem.of(413, "The file must have at most " + MOST_BYTES + " bytes");
        }
        try {
            return divided(slug, version, request, before -> Chapters.read(file, language, before));
        } catch (SubtitlesRefused refused) {
            return Problem.because(
                    422,
                    refused.reason().code(),
                    String.valueOf(refused.getMessage()),
                    Messages.complete(messages -> refused.reason().text(messages, refused.line())));
        }
    }

    private Response divided(
            String slug, @Nullable String version, Request request, UnaryOperator<List<Chapter>> division) {
        return version == null
                ? Versions.required()
                : ProductAnswers.of(divide.divide(slug, Versions.matching(request), division, user.require()));
    }

    @GET
    @Path("{language}")
    @Produces(WEBVTT)
    @Operation(summary = "The chapters of a public product as WebVTT, with their titles in one language")
    @APIResponse(
            responseCode = "200",
            description = "One cue for each chapter",
            content = @Content(mediaType = WEBVTT, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "There is no public product of this name, or it has no chapters in this language")
    public Response webVtt(@PathParam("slug") String slug, @PathParam("language") String language) {
        return products.chapters(slug, language)
                .map(file -> Response.ok(file, WEBVTT + "; charset=utf-8").build())
                .orElseGet(() -> Problem.of(404, "There are no public chapters in this language"));
    }
}
