package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
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
import vn.loa.catalog.PressProduct;
import vn.loa.catalog.Priority;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Versions;

/** How much a product presses. */
@Path("products/{slug}/priority")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class PriorityResource {
    @Inject
    private PressProduct products;

    @Inject
    private CurrentUser user;

    /** @param until when it presses no more; only with important and urgent */
    @Schema(name = "Pressing")
    public record Wanted(
            @Schema(
                    required = true,
                    enumeration = {"normal", "important", "urgent"})
            String priority,

            @Nullable Instant until) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Say how much a product presses",
            description =
                    "For publishers who are confined to no locality, since it concerns the whole province. What is important comes first in lists of what is new, for at most 30 days; what is urgent stands on top of every page besides, for at"
                            + " most 7 days. It holds while the product is public, ends by itself, and is over when the product is withdrawn. If-Match is heeded when it is there.")
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @RequestBody(content = @Content(schema = @Schema(implementation = Wanted.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product where it stands now",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "It is not yours to say so")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "409", description = "It cannot press, or not until then; reason and detail say why")
    @APIResponse(responseCode = "412", description = "It has changed since the version of If-Match")
    public Response press(@PathParam("slug") String slug, JsonBody body, @Context Request request) {
        var by = user.require();
        var fields = body.fields();
        var name = fields.text("priority");
        var level = Arrays.stream(Priority.values())
                .filter(one -> one.code().equals(name))
                .findFirst();
        if (level.isEmpty()) {
            fields.violated(
                    "priority",
                    "must be one of "
                            + Arrays.stream(Priority.values())
                                    .map(Priority::code)
                                    .collect(Collectors.joining(", ")));
        }
        var until = fields.optionalInstant("until");
        if (level.isPresent() && until.isPresent() == (level.get() == Priority.NORMAL)) {
            fields.violated("until", "goes with important and urgent, which need it, and not with normal");
        }
        fields.finish();
        return ProductAnswers.of(
                products.press(slug, level.orElseThrow(), until.orElse(null), Versions.matching(request), by));
    }
}
