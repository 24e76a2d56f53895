package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.RememberedAnswers;
import vn.loa.common.RememberedAnswers.Answer;

/**
 * Lets callers repeat a request of which they do not know whether it arrived: with the header {@value #KEY} the same request is carried
 * out once and answered alike for a day. Refusals are not remembered, since nothing was done.
 */
@ApplicationScoped
@Transactional
public class Once {
    public static final String KEY = "Idempotency-Key";

    /** Begins the keys of forms, which no program sends. */
    private static final String FORM_KEYS = "form ";

    private static final int SEE_OTHER = 303;
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    @Inject
    private RememberedAnswers answers;

    private final Jsonb jsonb = new JsonShapes().getContext(Object.class);

    /**
     * Answers by what the deed answers, or by what was answered before. The deed joins the transaction in which its answer is kept.
     *
     * @param caller whose key it is
     * @param key null when the caller sent none: then the deed is simply done
     * @param request method and path
     * @throws InvalidInput when the key is not 1 to 200 visible characters of ASCII
     */
    public Response answer(
            String caller, @Nullable String key, String request, JsonBody body, Supplier<Response> deed) {
        if (key == null) {
            return deed.get();
        }
        if (!FORM.matcher(key).matches()) {
            throw InvalidInput.of(KEY, "must be 1 to 200 visible characters of ASCII");
        }
        var asked = request + " " + body.digest();
        var before = answers.claim(caller, key, asked);
        if (before.isPresent()) {
            return before.get().request().equals(asked)
                    ? response(before.get().answer())
                    : Problem.of(422, KEY + " belongs to another request; make a new one for each");
        }
        var response = deed.get();
        if (response.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            answers.release(caller, key);
            return response;
        }
        var answer = answer(response);
        answers.keep(caller, key, answer);
        return response(answer);
    }

    /**
     * The same for a form: makes something, or tells what was made before.
     *
     * @param request what is asked, in a form to compare
     * @param deed answers the name of what it made; empty when it made nothing, which is not remembered
     */
    SentOnce.Outcome make(String caller, String key, String request, Supplier<Optional<String>> deed) {
        var before = answers.claim(caller, FORM_KEYS + key, request);
        if (before.isPresent()) {
            var name = Objects.requireNonNullElse(before.get().answer().location(), "");
            return before.get().request().equals(request)
                    ? new SentOnce.Outcome.Made(name)
                    : new SentOnce.Outcome.Otherwise(name);
        }
        var made = deed.get();
        if (made.isEmpty()) {
            answers.release(caller, FORM_KEYS + key);
            return new SentOnce.Outcome.Nothing();
        }
        answers.keep(caller, FORM_KEYS + key, new Answer(SEE_OTHER, made.get(), null, null));
        return new SentOnce.Outcome.Made(made.get());
    }

    private Answer answer(Response response) {
        return new Answer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                Optional.ofNullable(response.getEntity()).map(jsonb::toJson).orElse(null));
    }

    private static Response response(Answer answer) {
        var response = Response.status(answer.status()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        Optional.ofNullable(answer.location()).ifPresent(value -> response.header(HttpHeaders.LOCATION, value));
        Optional.ofNullable(answer.entityTag()).ifPresent(value -> response.header(HttpHeaders.ETAG, value));
        Optional.ofNullable(answer.body())
                .ifPresent(
                        json -> response.type(MediaType.APPLICATION_JSON_TYPE).entity(json));
        return response.build();
    }
}
