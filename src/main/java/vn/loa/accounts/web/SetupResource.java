package vn.loa.accounts.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.FoundPortal;
import vn.loa.accounts.FoundPortal.Result.Closed;
import vn.loa.accounts.FoundPortal.Result.Founded;
import vn.loa.accounts.FoundPortal.Result.Throttled;
import vn.loa.accounts.FoundPortal.Result.WrongSecret;
import vn.loa.accounts.Network;
import vn.loa.accounts.NewAccount;
import vn.loa.common.web.Api;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;

/** The first act on a new portal. */
@Path("setup")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class SetupResource {
    @Inject
    private FoundPortal portal;

    @Inject
    private ClientAddress client;

    /** @param secret what the setting LOA_SETUP_SECRET says */
    @Schema(name = "Setup")
    public record Body(String secret, String username, String displayName, String password) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make the first administrator",
            description = "With the secret of the settings, as long as nobody administers the portal.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The administrator, who may sign in now",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "403", description = "The secret is another")
    @APIResponse(responseCode = "404", description = "The settings of the portal hold no secret")
    @APIResponse(responseCode = "409", description = "Somebody administers the portal already")
    @APIResponse(
            responseCode = "429",
            description = "Too many attempts; Retry-After says in how many seconds to come again")
    public Response found(JsonBody body, @Context HttpServletRequest request) {
        var fields = body.fields();
        var secret = fields.secret("secret");
        var account = NewAccount.read(fields);
        var name = AccountContent.displayName(fields);
        fields.finish();
        var result = portal.with(secret, account, name, Network.of(client.of(request)));
        if (result instanceof Founded founded) {
            return AccountAnswers.with(
                    Response.created(URI.create(Api.PATH + "/accounts/" + account.username())),
                    founded.administrator());
        }
        if (result instanceof Throttled throttled) {
            return AccountAnswers.throttled(throttled.pause());
        }
        if (result instanceof Closed) {
            return Problem.of(404, "LOA_SETUP_SECRET is not set: nobody can be made an administrator this way");
        }
        return result instanceof WrongSecret
                ? Problem.of(403, "This is not the secret of this portal")
                : Problem.of(409, "Somebody administers this portal already; sign in and open accounts there");
    }
}
