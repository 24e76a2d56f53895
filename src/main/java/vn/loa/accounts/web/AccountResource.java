package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountAdministration;
import vn.loa.accounts.AccountChange.Done;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.AccountSecrets;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.Actor;
import vn.loa.accounts.ChangeOwnPassword;
import vn.loa.accounts.ChangeOwnPassword.Result.Changed;
import vn.loa.accounts.ChangeOwnPassword.Result.Throttled;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Network;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;

/** One account. */
@Path("accounts/{username}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountResource {
    @Inject
    private AccountAdministration administration;

    @Inject
    private AccountSecrets secrets;

    @Inject
    private ChangeOwnPassword ownPassword;

    @Inject
    private Passwords passwords;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    /** @param current the present password, for one's own account */
    @Schema(name = "NewPassword")
    public record Password(String password, @Nullable String current) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "One account, with its version as ETag")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator, or not there")
    @APIResponse(responseCode = "404", description = "There is no account of this name")
    public Response one(@PathParam("username") String username) {
        return administration
                .find(user.require(), username)
                .map(account -> AccountAnswers.with(Response.ok(), account))
                .orElseGet(AccountAnswers::unknown);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Change what somebody may do, or close their account",
            description = "For administrators. Who is closed is signed out everywhere; accounts are never deleted.")
    @RequestBody(content = @Content(schema = @Schema(implementation = AccountContent.class)))
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator, or not there")
    @APIResponse(responseCode = "404", description = "There is no account of this name")
    @APIResponse(responseCode = "409", description = "Nobody could administer the portal any more")
    @APIResponse(responseCode = "412", description = "Somebody else has changed it since the version of If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("username") String username,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        var by = administrator();
        if (version == null) {
            return Versions.required();
        }
        var fields = body.fields();
        var content = AccountContent.read(fields);
        fields.finish();
        return AccountAnswers.of(
                administration.change(by, username, Versions.matching(request), content), Response.ok());
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Give an account another password",
            description =
                    "One's own, with the current one; others' for administrators. All sessions of the account end.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Password.class)))
    @APIResponse(responseCode = "204", description = "From now on the new password is the right one")
    @APIResponse(
            responseCode = "400",
            description = "The password is too short or guessed easily, or the current one is not right")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Neither one's own, nor an administrator there")
    @APIResponse(responseCode = "404", description = "There is no account of this name")
    @APIResponse(
            responseCode = "429",
            description = "Too many attempts; Retry-After says in how many seconds to come again")
    public Response password(
            @PathParam("username") String username, JsonBody body, @Context HttpServletRequest request) {
        var by = user.require();
        return by.name().equals(username) ? own(by, body, request) : anothers(username, body);
    }

    private Response own(Actor self, JsonBody body, HttpServletRequest request) {
        var fields = body.fields();
        var wanted = NewPassword.read(fields, "password", self.name());
        var current = fields.secret("current");
        if (current.length() > Passwords.LONGEST) {
            fields.violated("current", "must have at most " + Passwords.LONGEST + " characters");
        }
        fields.finish();
        var result = ownPassword.to(wanted, current, self, Network.of(client.of(request)));
        if (result instanceof Changed) {
            return Response.noContent().build();
        }
        return result instanceof Throttled throttled
                ? AccountAnswers.throttled(throttled.pause())
                : Problem.of(400, "The current password is not right");
    }

    private Response anothers(String username, JsonBody body) {
        var by = administrator();
        var fields = body.fields();
        var wanted = NewPassword.read(fields, "password", username);
        fields.finish();
        var change = secrets.rekey(by, username, passwords.hash(wanted.text()));
        return change instanceof Done ? Response.noContent().build() : AccountAnswers.unknown();
    }

    private Actor administrator() {
        var by = user.require();
        AccountAdministration.require(by);
        return by;
    }
}
