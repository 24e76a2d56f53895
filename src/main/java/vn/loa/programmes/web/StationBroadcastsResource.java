package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
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
import vn.loa.common.web.Problem;
import vn.loa.programmes.log.LogDays;
import vn.loa.programmes.log.StationLog;

/** The as-run log of a commune, for programs of those who keep it. */
@Path("programmes/{locality}/broadcasts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class StationBroadcastsResource {
    private static final int MOST_DAYS = 366;

    @Inject
    private StationLog log;

    @Inject
    private CurrentUser user;

    /** Some of them. */
    @Schema(name = "Broadcasts")
    public record Listed(long total, int page, int size, List<BroadcastDocument> items) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "The as-run log of a commune, the latest first",
            description =
                    "For the officer of the commune, publishers and administrators: each entry with its key, whoever has told it, also those that were"
                            + " struck out and count for nothing. What an entry says is corrected by PATCH /broadcasts/{id}.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the log",
            content = @Content(schema = @Schema(implementation = Listed.class)))
    @APIResponse(responseCode = "400", description = "No days, more than 366, or a page that is none")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = "There is no such commune")
    public Response list(
            @PathParam("locality") String locality,
            @Parameter(description = "The first day; the first of this month when it is missing")
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(description = "The last day; the last of the month of the first when it is missing")
                    @QueryParam("to")
                    @Nullable String to,
            @BeanParam PageParameters page) {
        var by = user.require();
        var first = from == null || from.isEmpty() ? log.thisMonth().atDay(1) : Days.read("from", from);
        var last = to == null || to.isEmpty() ? first.withDayOfMonth(first.lengthOfMonth()) : Days.read("to", to);
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw InvalidInput.of("to", "must be from 0 to " + (MOST_DAYS - 1) + " days after the first day");
        }
        var wanted = page.query();
        return log.lines(locality, new LogDays(first, last), wanted.page(), wanted.size(), by)
                .map(found -> Response.ok(new Listed(
                                found.total(),
                                found.number(),
                                found.size(),
                                found.items().stream()
                                        .map(line -> BroadcastDocument.of(locality, line))
                                        .toList()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problem.of(404, "There is no such commune"));
    }
}
