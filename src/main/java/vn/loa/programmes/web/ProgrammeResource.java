package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.StationSounds;
import vn.loa.common.InvalidInput;
import vn.loa.common.PublicAddress;
import vn.loa.common.Violation;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.programmes.EditProgramme;
import vn.loa.programmes.EditProgramme.Outcome;
import vn.loa.programmes.EditProgramme.Read;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.programmes.ScheduleProblem;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.WorkWeeks;

/** What the loudspeakers of a commune play: for programs that play it, and for those who plan it. */
@Path("programmes/{locality}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class ProgrammeResource {
    private static final int MOST_DAYS = 35;
    private static final String UNKNOWN = "There is no station of this commune";

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private WorkWeeks weeks;

    @Inject
    private EditProgramme editing;

    @Inject
    private StationSounds sounds;

    @Inject
    private PublicAddress address;

    @Inject
    private CurrentUser user;

    @GET
    @Operation(
            summary = "What a station plays, slot by slot, with the files made for stations and their checksums",
            description =
                    "What is withdrawn falls out at once. Who plans the programme may ask for a week instead of days, and is"
                            + " given what is worked on, public or not, with its version as ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The programme",
            content = @Content(schema = @Schema(oneOf = {ProgrammeDocument.class, WorkingProgramme.class})))
    @APIResponse(responseCode = "400", description = "No days, or more than 35")
    @APIResponse(responseCode = "404", description = "There is no station of this commune")
    public Response read(
            @PathParam("locality") String locality,
            @Parameter(description = "The first day; today when it is missing") @QueryParam("from") @Nullable String from,
            @Parameter(description = "The last day; six days later when it is missing") @QueryParam("to") @Nullable String to,
            @Parameter(description = "For those who plan it: a week as 2026-W48") @QueryParam("week") @Nullable String week) {
        if (week != null) {
            return working(locality, week(week));
        }
        var first = from == null || from.isEmpty() ? programmes.ahead(1).get(0) : Days.read("from", from);
        var last = to == null || to.isEmpty() ? first.plusDays(Days.WEEK - 1L) : Days.read("to", to);
        var days = ChronoUnit.DAYS.between(first, last) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw InvalidInput.of("to", "must be from 0 to " + (MOST_DAYS - 1) + " days after the first day");
        }
        return programmes
                .between(locality, first, last)
                .map(span -> Response.ok(
                                ProgrammeDocument.of(span, first, last, address.isKnown() ? address.root() : ""))
                        .build())
                .orElseGet(() -> Problem.of(404, UNKNOWN));
    }

    private Response working(String locality, Week week) {
        return weeks.find(locality, week, user.require())
                .map(ProgrammeResource::answer)
                .orElseGet(() -> Problem.of(404, UNKNOWN));
    }

    private static Response answer(WorkWeek week) {
        return Response.ok(WorkingProgramme.of(week))
                .tag(Versions.tag(week.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Write the programme of a week",
            description =
                    "For the officer of the commune, publishers and administrators. The body is the whole week; If-Match is the ETag of the"
                            + " week as it was read, \"0\" while there is none. Of a week that everybody sees, what has begun stays as it is; what is being"
                            + " heard may be left out.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WrittenProgramme.class)))
    @APIResponse(
            responseCode = "200",
            description = "The week as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = WorkingProgramme.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "Fields that are missing, unknown, or not as they must be; or things that are played at once, overrun"
                            + " their slot, or begin outside of any")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = "There is no station of this commune")
    @APIResponse(responseCode = "412", description = "Somebody else has changed it since the version of If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response write(
            @PathParam("locality") String locality,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        var by = user.require();
        if (version == null) {
            return Versions.required();
        }
        var fields = body.fields();
        var written = WrittenProgramme.read(fields);
        fields.finish();
        var week = written.requireWeek();
        var before = weeks.find(locality, week, by);
        if (before.isEmpty()) {
            return Problem.of(404, UNKNOWN);
        }
        if (!Versions.matching(request).test(before.get().version())) {
            return stale();
        }
        var read = new Read(locality, week, before.get().version());
        var outcome = editing.write(read, written.schedule(sounds), by);
        if (written.publish() && outcome instanceof Outcome.Done done) {
            outcome = editing.publish(new Read(locality, week, done.version()), by);
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw new InvalidInput(violations(refused.problems(), written));
        }
        if (outcome instanceof Outcome.Over) {
            throw InvalidInput.of("week", "must not be over since before last month");
        }
        if (outcome instanceof Outcome.Stale) {
            return stale();
        }
        return working(locality, week);
    }

    private static Response stale() {
        return Problem.of(412, "Somebody else has changed it since; read it again");
    }

    private static List<Violation> violations(List<ScheduleProblem> problems, WrittenProgramme written) {
        return problems.stream()
                .map(problem -> new Violation(
                        written.place(problem.at()),
                        switch (problem.kind()) {
                            case OVERLAP -> "overlap by %d seconds at %s".formatted(problem.seconds(), problem.at());
                            case OVERRUN ->
                                "overrun the slot by %d seconds at %s".formatted(problem.seconds(), problem.at());
                            default -> "must begin within a slot of the station: %s does not".formatted(problem.at());
                        }))
                .toList();
    }

    private static Week week(String code) {
        return Week.find(code).orElseThrow(() -> InvalidInput.of("week", "must be a week like 2026-W48"));
    }
}
