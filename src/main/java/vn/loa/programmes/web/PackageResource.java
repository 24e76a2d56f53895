package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
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
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.common.web.Problem;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.Week;
import vn.loa.programmes.packages.PackProgramme;
import vn.loa.programmes.packages.PackProgramme.Outcome;
import vn.loa.programmes.packages.PackageProblem;
import vn.loa.programmes.packages.PackageState;
import vn.loa.programmes.packages.PackageView;

/** What a station without internet plays, as one file, for those who look after it. */
@Path("programmes/{locality}/package")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class PackageResource {
    private static final String SOON = "2";
    private static final String LATER = "120";

    @Inject
    private PackProgramme packing;

    @Inject
    private PublicAddress address;

    @Inject
    private CurrentUser user;

    @Context
    private UriInfo uri;

    @GET
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "A ZIP for a station without internet: sounds, playlists, a printed sheet, signed check sums",
            description =
                    "For the officer of the commune, publishers and administrators. It is made by a job: ask again until the answer leads"
                            + " to the file, which takes the same token, and can be had in ranges. The same programme and files are the"
                            + " same file. What is published must be playable; what no slot has room for any more is left out, counted"
                            + " as leftOut and named in the package.")
    @APIResponse(
            responseCode = "202",
            description = "It is being made; Retry-After says when to ask again, Location tells how far it is",
            content = @Content(schema = @Schema(implementation = PackageDocument.class)))
    @APIResponse(responseCode = "307", description = "It is at Location")
    @APIResponse(responseCode = "400", description = "No days, or the last one before the first")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(
            responseCode = "404",
            description = "There is no station of this commune, or nothing is published of these days")
    @APIResponse(
            responseCode = "409",
            description =
                    "The programme of a week is not published, or something in it is withdrawn or has no file for stations;"
                            + " violations name each")
    @APIResponse(responseCode = "422", description = "More than 35 days, too much to pack, or no such earlier package")
    @APIResponse(responseCode = "429", description = "Several of this station are being made")
    @APIResponse(responseCode = "503", description = "It could not be made; Retry-After says when to try again")
    public Response pack(
            @PathParam("locality") String locality,
            @Parameter(description = "The first day, which must be said") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last day; six days later when it is missing") @QueryParam("to") @Nullable String to,
            @Parameter(description = "Id of a package that the station has: its sounds are left out")
                    @QueryParam("since")
                    @Nullable String since) {
        var by = user.require();
        var first = Days.read("from", from == null ? "" : from);
        var last = to == null || to.isEmpty() ? first.plusDays(Days.WEEK - 1L) : Days.read("to", to);
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1) {
            throw InvalidInput.of("to", "must not be before the first day");
        }
        if (days > PackProgramme.MOST_DAYS) {
            return Problem.of(
                    422,
                    "A package has at most " + PackProgramme.MOST_DAYS + " days; pack fewer at once",
                    List.of(new Violation(
                            "to", "must be at most " + (PackProgramme.MOST_DAYS - 1) + " days after the first day")));
        }
        return answer(locality, packing.want(locality, first, last, number(since), by));
    }

    private static long number(@Nullable String since) {
        if (since == null || since.isEmpty()) {
            return 0;
        }
        if (!since.matches("[1-9][0-9]{0,17}")) {
            throw InvalidInput.of("since", "must be the id of a package");
        }
        return Long.parseLong(since);
    }

    private Response answer(String locality, Outcome outcome) {
        if (outcome instanceof Outcome.Wanted wanted) {
            return answer(locality, wanted.view());
        }
        if (outcome instanceof Outcome.Missing missing) {
            return Problem.of(
                    409,
                    "Publish the programmes of all weeks first; not published: "
                            + missing.weeks().stream().map(Week::code).collect(Collectors.joining(", ")));
        }
        if (outcome instanceof Outcome.Incomplete incomplete) {
            return Problem.of(
                    409,
                    "Not everything in the programme can be played: fill what is empty, publish it and pack again, or begin after days that are over",
                    incomplete.lost().stream().map(PackageResource::violation).toList());
        }
        if (outcome instanceof Outcome.UnknownSince) {
            return Problem.of(
                    422,
                    "There is no such earlier package of this station",
                    List.of(new Violation("since", "must be the id of a package of this station that was ready")));
        }
        if (outcome instanceof Outcome.TooLarge large) {
            return Problem.of(422, "It would have " + large.bytes() + " bytes; pack fewer days at once");
        }
        if (outcome instanceof Outcome.Busy) {
            return later(Problem.of(429, "Several packages of this station are being made; wait for them"), SOON);
        }
        return Problem.of(
                404,
                outcome instanceof Outcome.Nothing
                        ? "No programme is published of these days"
                        : "There is no station of this commune");
    }

    private static Violation violation(Lost lost) {
        return new Violation(
                "items",
                "%s: %s (%s) %s"
                        .formatted(
                                lost.at(),
                                lost.title().in(Texts.FALLBACK),
                                lost.language(),
                                switch (lost.why()) {
                                    case WITHDRAWN -> "is withdrawn or not published";
                                    case NO_VOICE -> "has no approved voice in this language";
                                    case NO_FILE -> "has no file for stations";
                                    case NO_ROOM -> "has no room in a slot any more; plan it anew";
                                }));
    }

    private Response answer(String locality, PackageView view) {
        if (view.isThere()) {
            return Response.temporaryRedirect(uri.getBaseUri().resolve("/").resolve(view.file()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (view.state() == PackageState.REFUSED) {
            var full = view.problem() == PackageProblem.NO_ROOM;
            return later(
                    Problem.of(503, full ? "There is no room for it now" : "It could not be made; try again later"),
                    LATER);
        }
        return Response.accepted(PackageDocument.of(view, address.root()))
                .location(uri.getBaseUriBuilder()
                        .path(PackagesResource.class)
                        .path(Long.toString(view.id()))
                        .build(locality))
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response later(Response answer, String seconds) {
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
