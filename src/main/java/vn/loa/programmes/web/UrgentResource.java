package vn.loa.programmes.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
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
import vn.loa.catalog.HeardWorks;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.InvalidInput;
import vn.loa.common.TimeSource;
import vn.loa.common.web.JsonBody;
import vn.loa.programmes.InsertEverywhere;
import vn.loa.programmes.InsertEverywhere.Result;
import vn.loa.programmes.InsertEverywhere.Told;
import vn.loa.programmes.InsertUrgently.Wanted;
import vn.loa.programmes.StopEverywhere;
import vn.loa.programmes.UrgentReach;

/** What cannot wait: a work that is played at once on several stations. */
@Path("urgent-broadcasts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "programmes")
public class UrgentResource {
    @Inject
    private InsertEverywhere inserting;

    @Inject
    private StopEverywhere stopping;

    @Inject
    private UrgentReach reach;

    @Inject
    private HeardWorks works;

    @Inject
    private StationSounds sounds;

    @Inject
    private CurrentUser user;

    /**
     * @param product its slug
     * @param language in which it is heard everywhere; when it is missing, each station plays it in the language of its greatest share that there is a file in
     * @param locality code of a commune, or of a unit that holds communes; all stations of the account when it is missing
     */
    @Schema(name = "UrgentBroadcastWriting")
    public record Written(
            String product,
            @Nullable String language,
            @Nullable String locality) {}

    /** @param inserted at how many stations @param already at how many it stood before @param failed at how many it is not played */
    @Schema(name = "UrgentBroadcast")
    public record Answer(long inserted, long already, long failed, List<Item> stations) {}

    /**
     * @param locality code of the commune
     * @param result inserted, already, unplayable or failed (it can be sent again)
     * @param at when it is played; missing when it is not
     * @param dropped how many things have no room in the programme any more
     */
    @Schema(name = "UrgentBroadcastAtStation")
    public record Item(
            String locality,
            String result,
            @Nullable String at,
            @Nullable String language,
            @Nullable Integer dropped) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Play a work at once on several stations",
            description =
                    "For publishers and administrators, on stations whose programmes they plan. It is played within minutes, before all else and also"
                            + " outside of slots, and published at once. Each station is told of by itself: where it fails, the others play it. Sent again"
                            + " within half an hour, it is played only where it was not.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Written.class)))
    @APIResponse(
            responseCode = "200",
            description = "What came of it at each station",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "400",
            description = "Fields that are missing, unknown, or not as they must be; or no station can play the work")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "They do not plan the programmes of these stations")
    public Response insert(JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var product = fields.text("product");
        var language = fields.optionalText("language").orElse(null);
        var locality = fields.optionalText("locality").orElse(null);
        fields.finish();
        if (reach.stations(locality, by).filter(places -> !places.isEmpty()).isEmpty()) {
            throw InvalidInput.of("locality", "must be of a unit in which there are stations");
        }
        var voices = sounds.at(List.of(product));
        if (voices.isEmpty()) {
            throw InvalidInput.of("product", "must be of a public product with a file for stations");
        }
        if (language != null && voices.stream().map(StationSound::language).noneMatch(language::equals)) {
            throw InvalidInput.of("language", "must be one in which the product has a file for stations");
        }
        var told = inserting
                .insert(new Wanted(voices.get(0).product(), language), locality, by)
                .orElse(List.of());
        return Response.ok(answer(told))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * @param product its slug
     * @param locality code of a commune, or of a unit that holds communes; all stations of the account when it is missing
     */
    @Schema(name = "UrgentStopWriting")
    public record Stopping(String product, @Nullable String locality) {}

    /** @param stopped at how many stations @param nothing at how many it was over, or never there @param failed at how many it goes on (it can be sent again) */
    @Schema(name = "UrgentStop")
    public record Stopped(long stopped, long nothing, long failed, List<StoppedItem> stations) {}

    /** @param locality code of the commune @param result stopped, nothing or failed */
    @Schema(name = "UrgentStopAtStation")
    public record StoppedItem(String locality, String result) {}

    @POST
    @Path("stops")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "token")
    @Operation(
            summary = "Stop a work that is played at once",
            description =
                    "In all languages, on stations whose programmes the account plans; an officer names their commune. Stations that are online"
                            + " go silent within a minute and go on with their programme, which is published at once as it is then. Sent again,"
                            + " it does nothing more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Stopping.class)))
    @APIResponse(
            responseCode = "200",
            description = "What came of it at each station",
            content = @Content(schema = @Schema(implementation = Stopped.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(responseCode = "401", description = "Nobody is signed in")
    @APIResponse(responseCode = "403", description = "They do not plan the programmes of these stations")
    public Response stop(JsonBody body) {
        var by = user.require();
        var fields = body.fields();
        var product = fields.text("product");
        var locality = fields.optionalText("locality").orElse(null);
        fields.finish();
        if (reach.within(locality, by).filter(places -> !places.isEmpty()).isEmpty()) {
            throw InvalidInput.of("locality", "must be of a unit in which there are stations");
        }
        // Also one that was withdrawn meanwhile.
        var found = works.at(List.of(product));
        if (found.isEmpty()) {
            throw InvalidInput.of("product", "must be the slug of a product that is public, or was once");
        }
        var told = stopping.stop(found.get(0).product(), locality, by).orElse(List.of());
        return Response.ok(new Stopped(
                        told.stream()
                                .filter(each -> each.result() == StopEverywhere.Result.STOPPED)
                                .count(),
                        told.stream()
                                .filter(each -> each.result() == StopEverywhere.Result.NOTHING)
                                .count(),
                        told.stream()
                                .filter(each -> each.result() == StopEverywhere.Result.FAILED)
                                .count(),
                        told.stream()
                                .map(each -> new StoppedItem(
                                        each.code(), each.result().code()))
                                .toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Answer answer(List<Told> told) {
        var inserted = count(told, Result.INSERTED);
        var already = count(told, Result.ALREADY);
        return new Answer(
                inserted,
                already,
                told.size() - inserted - already,
                told.stream().map(UrgentResource::item).toList());
    }

    private static long count(List<Told> told, Result result) {
        return told.stream().filter(each -> each.result() == result).count();
    }

    private static Item item(Told told) {
        var done = told.inserted();
        return done == null
                ? new Item(told.code(), told.result().code(), null, null, null)
                : new Item(
                        told.code(),
                        told.result().code(),
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(done.at().atZone(TimeSource.ZONE)),
                        done.language(),
                        done.dropped());
    }
}
