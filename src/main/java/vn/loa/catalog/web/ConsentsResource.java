package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.WithdrawConsent;
import vn.loa.catalog.WorkingProduct;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Once;

/** What people shown in a product say of it afterwards. Their consents themselves are part of its content. */
@Path("products/{slug}/consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "products")
public class ConsentsResource {
    @Inject
    private WithdrawConsent consents;

    @Inject
    private CurrentUser user;

    @Inject
    private Once once;

    /**
     * @param person as the consents of the product name them
     * @param withdrawnOn the day they said so; today when it is missing
     */
    @Schema(name = "ConsentWithdrawal")
    public record Said(
            @Schema(required = true) String person,
            @Nullable LocalDate withdrawnOn) {}

    @POST
    @Path("withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Note that a person shown has withdrawn their consent",
            description =
                    "For editors and publishers. The product is taken from the public at once, and is not published again before a consent"
                            + " that the same person gave on a later day stands beside the withdrawn one. Once more changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Said.class)))
    @APIResponse(
            responseCode = "200",
            description = "The product where it stands now",
            content = @Content(schema = @Schema(implementation = WorkingProduct.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Neither an editor nor a publisher, or not there")
    @APIResponse(responseCode = "404", description = "There is no such product")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key belongs to another request")
    public Response withdraw(
            @PathParam("slug") String slug, JsonBody body, @HeaderParam(Once.KEY) @Nullable String key) {
        var by = user.require();
        var fields = body.fields();
        var person = fields.text("person");
        var on = fields.optionalDay("withdrawnOn").orElse(null);
        fields.finish();
        return once.answer(
                by.name(),
                key,
                "POST products/" + slug + "/consents/withdrawals",
                body,
                () -> ProductAnswers.of(consents.withdraw(slug, person, on, by)));
    }
}
