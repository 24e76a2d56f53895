package vn.loa.accounts.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Network;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Sessions;
import vn.loa.accounts.SignIn;
import vn.loa.accounts.SignIn.Result.Admitted;
import vn.loa.accounts.SignIn.Result.CodeWanted;
import vn.loa.accounts.SignIn.Result.SecondFactorOwed;
import vn.loa.accounts.SignIn.Result.Throttled;
import vn.loa.accounts.SignIn.Result.WrongCode;
import vn.loa.accounts.TokenKind;
import vn.loa.common.web.Api;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.PageParameters;
import vn.loa.common.web.Problem;

/** Signing in and out. A session is a token: it lies with its holder, who sends it with every request. */
@Path("sessions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sessions")
public class SessionsResource {
    private static final String NO_STORE = "no-store";
    private static final int LONGEST_CODE = 100;

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    /** @param code of the second step, of those who have one */
    @Schema(name = "SignIn")
    public record Credentials(
            String username, String password, @Nullable String code) {}

    public record Opened(String token, Instant expiresAt) {}

    /**
     * @param kind browser or program
     * @param current whether it is the one whose token this request shows
     */
    public record Session(
            long id,
            String kind,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            boolean current) {}

    /** Some of them. */
    @Schema(name = "Sessions")
    public record Listed(long total, int page, int size, List<Session> items) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign in: a bearer token for a name and a password")
    @RequestBody(content = @Content(schema = @Schema(implementation = Credentials.class)))
    @APIResponse(
            responseCode = "201",
            description = "The token, which is shown only here; Location is the address at which to revoke it",
            content = @Content(schema = @Schema(implementation = Opened.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(
            responseCode = "401",
            description = "No account has this name and password; or the code of the second step is missing"
                    + " (reason second-step) or not right (reason wrong-code)")
    @APIResponse(
            responseCode = "403",
            description =
                    "The account needs a second step, which its holder sets up in the back office (reason no-second-step)")
    @APIResponse(
            responseCode = "429",
            description = "Too many attempts; Retry-After says in how many seconds to come again")
    public Response open(JsonBody body, @Context HttpServletRequest request) {
        var fields = body.fields();
        var username = fields.text("username");
        var password = fields.secret("password");
        if (password.length() > Passwords.LONGEST) {
            fields.violated("password", "must have at most " + Passwords.LONGEST + " characters");
        }
        var code = fields.optionalText("code", LONGEST_CODE);
        fields.finish();
        var result = signIn.with(username, password, code, Network.of(client.of(request)), TokenKind.PROGRAM);
        if (result instanceof Admitted admitted) {
            return Response.created(URI.create(Api.PATH + "/sessions/" + admitted.id()))
                    .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .entity(new Opened(admitted.secret().value(), admitted.expiresAt()))
                    .build();
        }
        return refusal(result);
    }

    private static Response refusal(SignIn.Result result) {
        if (result instanceof Throttled throttled) {
            return AccountAnswers.throttled(throttled.pause());
        }
        if (result instanceof CodeWanted) {
            return Problem.because(401, "second-step", "Send the code that the telephone shows now as code");
        }
        if (result instanceof WrongCode) {
            return Problem.because(401, "wrong-code", "This is not the code, or it has been used: send the next one");
        }
        return result instanceof SecondFactorOwed
                ? Problem.because(
                        403,
                        "no-second-step",
                        "This account needs a second step: sign in to the back office and set it up there")
                : Problem.of(401, "No account has this name and password");
    }

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "One's own sessions that are open, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of sessions",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "400", description = "A page that is none")
    public Response list(@BeanParam PageParameters page) {
        var actor = user.require();
        var query = page.query();
        var open = sessions.of(actor, query.page(), query.size()).map(this::shape);
        return Response.ok(new Listed(open.total(), open.number(), open.size(), open.items()))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    @DELETE
    @Path("current")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Sign out: the token of this request is good no longer")
    @APIResponse(responseCode = "204", description = "Signed out")
    public void closeCurrent() {
        sessions.close(user.require(), user.session());
    }

    @DELETE
    @Path("{id}")
    @SecurityRequirement(name = "token")
    @Operation(summary = "Revoke the token of one of one's own sessions")
    @APIResponse(responseCode = "204", description = "The token is good no longer")
    @APIResponse(responseCode = "404", description = "One has no such session open")
    public void close(@PathParam("id") long id) {
        if (!sessions.close(user.require(), id)) {
            throw new NotFoundException();
        }
    }

    private Session shape(Sessions.Session open) {
        return new Session(
                open.id(),
                open.kind().code(),
                open.createdAt(),
                open.expiresAt(),
                open.lastUsedAt(),
                open.id() == user.session());
    }
}
