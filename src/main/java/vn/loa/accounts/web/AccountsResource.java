package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.AccountAdministration;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.AccountFilter;
import vn.loa.accounts.AccountLists;
import vn.loa.accounts.AccountView;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NewAccount;
import vn.loa.accounts.Passwords;
import vn.loa.common.web.Api;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.PageParameters;

/** The accounts of those who work with the portal, for administrators. */
@Path("accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountsResource {
    @Inject
    private AccountAdministration administration;

    @Inject
    private AccountLists lists;

    @Inject
    private Passwords passwords;

    @Inject
    private CurrentUser user;

    /** What a new account is made of. */
    @Schema(name = "NewAccount")
    public record Body(
            String username,
            String password,
            String displayName,
            List<String> roles,
            @Nullable String locality,
            List<String> languages,
            boolean enabled) {}

    /** Some of them. */
    @Schema(name = "Accounts")
    public record Listed(long total, int page, int size, List<AccountView> items) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "The accounts within one's place, by name")
    @APIResponse(
            responseCode = "200",
            description = "A page of accounts",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "400", description = "A page that is none")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator")
    public Response list(@BeanParam PageParameters page) {
        var query = page.query();
        var found = lists.page(AccountFilter.none(), query.page(), query.size(), user.require())
                .map(AccountLists.Line::account);
        return Response.ok(new Listed(found.total(), found.number(), found.size(), found.items()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(summary = "Open an account")
    @RequestBody(content = @Content(schema = @Schema(implementation = Body.class)))
    @APIResponse(
            responseCode = "201",
            description = "The account; Location is its address",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not an administrator, or not there")
    @APIResponse(responseCode = "409", description = "Another account has this name")
    public Response open(JsonBody body) {
        var by = user.require();
        AccountAdministration.require(by);
        var fields = body.fields();
        var account = NewAccount.read(fields);
        var content = AccountContent.read(fields);
        fields.finish();
        var hash = passwords.hash(account.password().text());
        return AccountAnswers.of(
                administration.open(by, account.username(), content, hash),
                Response.created(URI.create(Api.PATH + "/accounts/" + account.username())));
    }
}
