package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.InvalidInput;
import vn.loa.common.web.PageParameters;
import vn.loa.programmes.Week;
import vn.loa.search.SearchTerms;
import vn.loa.search.SearchTerms.SearchTerm;

/** What people look for, for those who write. */
@Path("search/terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
public class SearchTermsResource {
    @Inject
    private SearchTerms terms;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    /** @param week as ISO 8601 has it */
    @Schema(name = "SearchTerms")
    public record Listed(String week, long total, int page, int size, List<SearchTerm> items) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "What was looked for in a week, the most frequent first",
            description =
                    "Weeks go from Monday to Sunday, in Vietnam. Only words that came from three networks or more in"
                            + " that week, counted from the third on with those before; turning pages and choosing filters do"
                            + " not count. Numbers of telephones and the like, addresses of mail, and what is longer than 60"
                            + " characters are never kept, nor is anything of who looked. At most 2,000 words of a week, for"
                            + " 53 weeks; new counts show within half a minute.")
    @APIResponse(
            responseCode = "200",
            description = "A page of terms",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "400", description = "A week or page that is none")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Neither an editor nor a publisher")
    public Response list(
            @Parameter(description = "Such as 2026-W48; this week without it") @QueryParam("week") @Nullable String week,
            @Parameter(description = "Whether to list only what found nothing") @QueryParam("unanswered")
                    boolean unanswered,
            @BeanParam PageParameters page) {
        var by = user.require();
        var wanted = week == null || week.isEmpty()
                ? Week.now(clock)
                : Week.find(week)
                        .filter(asked -> asked.compareTo(Week.now(clock)) <= 0)
                        .orElseThrow(() -> InvalidInput.of(
                                "week", "must be a week like 2026-W48, and not one that is still to come"));
        var query = page.query();
        var found = terms.of(wanted.monday(), unanswered, query.page(), query.size(), by);
        return Response.ok(new Listed(wanted.code(), found.total(), found.number(), found.size(), found.items()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
