package vn.loa.programmes.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.common.Texts;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.programmes.log.WriteLog;
import vn.loa.programmes.playout.PairPlayout;
import vn.loa.programmes.playout.PairingThrottle;
import vn.loa.programmes.playout.PlayoutThrottle;

/** What the page asks for that plays the programme of a station: to be paired with it, and to write its as-run log. No account, no cookie. */
@Path("playout")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class PlayoutResource {
    private static final String SCHEME = "Station ";
    private static final int LONGEST_SECRET = 100;
    private static final int LONGEST_CODE = 40;

    @Inject
    private PairPlayout pairing;

    @Inject
    private PairingThrottle throttle;

    @Inject
    private PlayoutThrottle writing;

    @Inject
    private WriteLog log;

    @Inject
    private ClientAddress client;

    /**
     * @param code that an officer of the station has made
     * @param locality code of the commune whose programme is played
     * @param name how the station calls this browser
     */
    @Schema(name = "PlayoutPairing")
    public record Pairing(String code, String locality, String name) {}

    /** @param token what is shown when the log is written: {@code Authorization: Station …} @param locality code of the commune */
    @Schema(name = "PlayoutPaired")
    public record Paired(String token, String locality, Texts label) {}

    @POST
    @Path("pairings")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Pair a browser that plays with its station",
            description =
                    "By a code that is good once, for 15 minutes. The token is told once; it writes into the as-run log of this commune alone.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Pairing.class)))
    @APIResponse(
            responseCode = "201",
            description = "Paired",
            content = @Content(schema = @Schema(implementation = Paired.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "403", description = "The code is not, or no longer, good")
    @APIResponse(
            responseCode = "429",
            description = "Too many codes from one network; Retry-After says in how many seconds to come again")
    public Response pair(JsonBody body, @Context HttpServletRequest request) {
        var fields = body.fields();
        var code = fields.text("code");
        var place = fields.text("locality");
        var name = fields.text("name");
        if (code.length() > LONGEST_CODE) {
            fields.violated("code", "must have at most " + LONGEST_CODE + " characters");
        }
        if (name.isEmpty() || name.length() > PairPlayout.LONGEST_NAME) {
            fields.violated("name", "must have 1 to " + PairPlayout.LONGEST_NAME + " characters");
        }
        fields.finish();
        var from = Network.of(client.of(request));
        var pause = throttle.attempt(from);
        if (pause.isPresent()) {
            return Response.fromResponse(Problem.of(429, "There were too many codes; come again later"))
                    .header(HttpHeaders.RETRY_AFTER, pause.get().toSeconds() + 1)
                    .build();
        }
        return pairing.pair(code, place, name)
                .map(paired -> {
                    throttle.known(from);
                    return Response.status(201)
                            .entity(new Paired(paired.secret(), paired.place(), paired.label()))
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build();
                })
                .orElseGet(() ->
                        Problem.of(403, "The code is not, or no longer, good; make a new one in the back office"));
    }

    @GET
    @Path("pairing")
    @PermitAll
    @Operation(
            summary = "Whether a browser that plays is still paired with its station",
            description = "With the token of the pairing (Authorization: Station …): an officer may have revoked it.")
    @APIResponse(responseCode = "204", description = "It is")
    @APIResponse(responseCode = "401", description = "Not paired, or no longer")
    public Response isPaired(@Context HttpServletRequest request) {
        return known(request).isPresent()
                ? Response.noContent()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()
                : unpaired();
    }

    private Optional<PairPlayout.Known> known(HttpServletRequest request) {
        return secret(request.getHeader(HttpHeaders.AUTHORIZATION)).flatMap(pairing::known);
    }

    private static Response unpaired() {
        return Response.fromResponse(Problem.of(401, "This browser is not, or no longer, paired with a station"))
                .header(HttpHeaders.WWW_AUTHENTICATE, SCHEME.strip())
                .build();
    }

    @POST
    @Path("log")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write the as-run log of the station that the browser is paired with",
            description =
                    "As POST /broadcasts, with the token of the pairing (Authorization: Station …) and without a locality. What was played is never refused"
                            + " for its time: where the clock of the station said one that cannot be, the entry is kept at the planned moment, or"
                            + " at that of sending, and marked for somebody to correct.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WrittenBroadcasts.class)))
    @APIResponse(
            responseCode = "200",
            description = "What became of each entry, in their order",
            content = @Content(schema = @Schema(implementation = TakenBroadcasts.class)))
    @APIResponse(
            responseCode = "400",
            description = "Fields that are missing, unknown or of the wrong type; nothing was taken")
    @APIResponse(responseCode = "401", description = "Not paired, or no longer")
    @APIResponse(
            responseCode = "429",
            description = "More entries than any station plays; nothing was taken, Retry-After says when to go on")
    public Response append(JsonBody body, @Context HttpServletRequest request) {
        var known = known(request);
        if (known.isEmpty()) {
            return unpaired();
        }
        var fields = body.fields();
        var written = WrittenBroadcasts.read(fields, known.get().place());
        fields.finish();
        var pause = writing.write(known.get().player(), written.size());
        if (pause.isPresent()) {
            return Response.fromResponse(Problem.of(429, "There were too many entries; send the rest later"))
                    .header(HttpHeaders.RETRY_AFTER, pause.get().toSeconds() + 1)
                    .build();
        }
        var taken = WrittenBroadcasts.take(written, entries -> log.played(entries, known.get()));
        return Response.ok(TakenBroadcasts.of(taken))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Optional<String> secret(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(field -> field.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(field -> field.substring(SCHEME.length()).strip())
                .filter(secret -> !secret.isEmpty() && secret.length() <= LONGEST_SECRET);
    }
}
