package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Violation;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.programmes.log.AiredTime;
import vn.loa.programmes.log.CorrectBroadcast;
import vn.loa.programmes.log.CorrectBroadcast.Correction;
import vn.loa.programmes.log.CorrectBroadcast.Outcome;
import vn.loa.programmes.log.LogEntry;
import vn.loa.programmes.log.LogFault;
import vn.loa.programmes.log.StationLog;
import vn.loa.programmes.log.StationLog.Entry;

/** One entry of an as-run log, by the same rules as on its page in the back office. */
@Path("broadcasts/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class BroadcastResource {
    private static final String UNKNOWN = "There is no such entry";

    @Inject
    private StationLog log;

    @Inject
    private CorrectBroadcast correcting;

    @Inject
    private CurrentUser user;

    /**
     * What is left out stays as it is.
     *
     * @param at when it began: local time of Vietnam, or with an offset
     * @param product its slug
     * @param outcome aired, cut or missed
     * @param struck whether it was written by mistake, and counts for nothing
     * @param reason why it is corrected, at most 300 characters
     */
    @Schema(name = "BroadcastCorrection")
    public record Corrected(
            @Nullable String at,
            @Nullable String product,
            @Nullable String language,
            @Nullable Integer seconds,
            @Nullable String outcome,
            @Nullable String note,
            @Nullable Boolean struck,
            @Schema(required = true) String reason) {}

    @GET
    @SecurityRequirement(name = "token")
    @Operation(summary = "An entry of an as-run log, with its version as ETag")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content = @Content(schema = @Schema(implementation = BroadcastDocument.class)))
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    public Response read(@PathParam("id") long id) {
        return log.entry(id, user.require()).map(BroadcastResource::answer).orElseGet(() -> Problem.of(404, UNKNOWN));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Correct an entry of an as-run log, strike it out, or take that back",
            description =
                    "For the officer of the commune, publishers and administrators. What is left out stays; reason says why. What the entry said before is"
                            + " kept. If-Match is the ETag of the entry as it was read.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Corrected.class)))
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now, with its new version as ETag",
            content = @Content(schema = @Schema(implementation = BroadcastDocument.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "Fields that are missing, unknown, or say what cannot be: as for POST /broadcasts, each named by what is wrong with it")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "Not their commune")
    @APIResponse(responseCode = "404", description = UNKNOWN)
    @APIResponse(responseCode = "412", description = "Somebody has corrected it since the version of If-Match")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response correct(
            @PathParam("id") long id,
            JsonBody body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Context Request request) {
        var by = user.require();
        var found = log.entry(id, by);
        if (found.isEmpty()) {
            return Problem.of(404, UNKNOWN);
        }
        if (version == null) {
            return Versions.required();
        }
        var before = found.get();
        var faults = new ArrayList<LogFault>();
        var correction = read(body.fields(), before, faults);
        if (!faults.isEmpty()) {
            throw wrong(faults);
        }
        if (!Versions.matching(request).test(before.version())) {
            return stale();
        }
        var outcome = correcting.correct(id, before.version(), correction, by);
        if (outcome instanceof Outcome.Refused refused) {
            throw wrong(refused.faults());
        }
        if (outcome instanceof Outcome.NoReason) {
            throw InvalidInput.of("reason", "must be 1 to " + CorrectBroadcast.LONGEST_REASON + " characters");
        }
        return outcome instanceof Outcome.Stale ? stale() : read(id);
    }

    private static Correction read(JsonFields fields, Entry before, List<LogFault> faults) {
        var line = before.line();
        var at = fields.optionalText("at").map(AiredTime::of).orElse(null);
        if (at != null && at.fault() != null) {
            faults.add(at.fault());
        }
        var seconds = WrittenBroadcasts.seconds(fields, faults);
        var struck = fields.optionalFlag("struck").orElse(line.struck());
        var correction = new Correction(
                new LogEntry(
                        line.key(),
                        before.code(),
                        at == null ? line.at() : Objects.requireNonNullElse(at.moment(), line.at()),
                        fields.optionalText("product").orElse(line.slug()),
                        fields.optionalText("language").orElse(line.language()),
                        seconds == null ? line.seconds() : seconds,
                        WrittenBroadcasts.outcome(fields, line.outcome(), faults),
                        fields.optionalText("note").orElse(line.note())),
                struck,
                fields.text("reason"));
        fields.finish();
        return correction;
    }

    private static InvalidInput wrong(List<LogFault> faults) {
        return new InvalidInput(faults.stream()
                .map(fault -> new Violation(fault.field(), fault.message()))
                .toList());
    }

    private static Response stale() {
        return Problem.of(412, "Somebody has corrected it since; read it again");
    }

    private static Response answer(Entry entry) {
        return Response.ok(BroadcastDocument.of(entry))
                .tag(Versions.tag(entry.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
