package vn.loa.questions.web;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.JsonBody;
import vn.loa.common.web.Problem;
import vn.loa.questions.QuestionThrottle;
import vn.loa.questions.SendQuestion;
import vn.loa.questions.Sent;

/** What citizens ask, sent by a program: by a commune's portal, or a page of somebody else's. */
@Path("questions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "questions")
public class QuestionsResource {
    @Inject
    private SendQuestion send;

    @Inject
    private QuestionThrottle throttle;

    @Inject
    private ClientAddress client;

    /**
     * @param contact how to reach the sender
     * @param topic its code
     * @param locality code or name of a place
     * @param consent whether the sender agrees that what they wrote is read and kept to be answered; must be true
     * @param publishable whether they agree that question and answer are published without their data
     */
    @Schema(name = "Question")
    public record Asked(
            String text,
            @Nullable String contact,
            @Nullable String topic,
            @Nullable String locality,
            boolean consent,
            boolean publishable) {}

    /** @param code for the sender alone, shown only here: by it they follow the question, or take it back */
    @Schema(name = "QuestionCode")
    public record Taken(String code) {}

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ask a question; no account is needed")
    @RequestBody(content = @Content(schema = @Schema(implementation = Asked.class)))
    @APIResponse(
            responseCode = "201",
            description = "It has come in. Nothing else names it than the code, which /hoi-dap/tra-cuu?ma= takes",
            content = @Content(schema = @Schema(implementation = Taken.class)))
    @APIResponse(responseCode = "400", description = "Fields that are missing, unknown, or not as they must be")
    @APIResponse(
            responseCode = "429",
            description = "Too many questions from one network; Retry-After says in how many seconds to come again")
    public Response ask(JsonBody body, @Context HttpServletRequest request) {
        var fields = body.fields();
        var sent = new Sent(
                fields.lines("text"),
                fields.optionalText("contact").orElse(""),
                fields.optionalText("topic").orElse(""),
                fields.optionalText("locality").orElse(""),
                fields.flag("consent"),
                fields.flag("publishable"));
        fields.finish();
        var from = Network.of(client.of(request));
        var pause = throttle.send(from);
        if (pause.isPresent()) {
            return Response.fromResponse(Problem.of(429, "There were too many questions; come again later"))
                    .header(HttpHeaders.RETRY_AFTER, pause.get().toSeconds() + 1)
                    .build();
        }
        var outcome = send.send(sent, null);
        if (!outcome.isNew()) {
            throttle.nothingTaken(from);
        }
        if (outcome instanceof SendQuestion.Outcome.Refused refused) {
            refused.faults().forEach(fault -> fields.violated(fault.field(), fault.message()));
            fields.finish();
        }
        return outcome instanceof SendQuestion.Outcome.Taken taken
                ? Response.status(Response.Status.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(new Taken(taken.code().value()))
                        .build()
                : Problem.of(400, "Not a question");
    }
}
