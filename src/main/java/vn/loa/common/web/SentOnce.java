package vn.loa.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.loa.common.Sha256;

/**
 * Lets a form of the back office that makes something be sent again when its answer was lost: it holds a key, by which it makes that once, and leads to it
 * each time.
 */
@Named("once")
@RequestScoped
public class SentOnce {
    /** The parameter that holds the key. */
    public static final String PARAMETER = "khoa";

    /** The header in which scripts send it that send no form. */
    public static final String HEADER = "X-Form-Key";

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    /** What is sent otherwise, by another sign-in or another button, though it means the same; and what must leave no trace, not even a digest. */
    private static final Set<String> NOT_MEANT = Set.of(PARAMETER, FormTokens.PARAMETER, "lam", SentForm.SECRET);

    @Inject
    private Once once;

    @Inject
    private HttpServletRequest request;

    private boolean used;

    /** What came of a form. */
    public sealed interface Outcome {
        /** @param name of what it made, now or when it was sent before */
        record Made(String name) implements Outcome {}

        /** It made nothing. */
        record Nothing() implements Outcome {}

        /** Something was made by a form with this key that held something else. @param name of that */
        record Otherwise(String name) implements Outcome {}
    }

    /** For the form: the one that was sent, while nothing was made by it. */
    public String getKey() {
        return used || sent().isEmpty() ? UUID.randomUUID().toString() : sent().get();
    }

    /** Whether a text has the form of a key. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    private Optional<String> sent() {
        return Optional.ofNullable(request.getParameter(PARAMETER)).filter(SentOnce::isKey);
    }

    /**
     * Does what a form asks for, unless it was done before. A form without a key does it each time.
     *
     * @param by whose form it is
     * @param deed answers the name of what it made; empty when it made nothing. It joins the transaction in which its answer is kept, so that what it throws
     *     undoes both
     */
    public Outcome make(String by, Supplier<Optional<String>> deed) {
        var key = sent();
        var outcome = key.isEmpty()
                ? deed.get().<Outcome>map(Outcome.Made::new).orElseGet(Outcome.Nothing::new)
                : once.make(by, key.get(), request.getRequestURI() + " " + digest(request.getParameterMap()), deed);
        used = !(outcome instanceof Outcome.Nothing);
        return outcome;
    }

    /**
     * The same in the words of a feature.
     *
     * @param made the name of what was made; empty when nothing was
     * @param before says of what was made by this form before
     * @param otherwise says that another content was sent with this form before
     */
    public <T> T make(
            String by,
            Supplier<T> deed,
            Function<T, Optional<String>> made,
            Function<String, T> before,
            Supplier<T> otherwise) {
        var done = new AtomicReference<T>();
        var outcome = make(by, () -> {
            var answer = deed.get();
            done.set(answer);
            return made.apply(answer);
        });
        var answer = done.get();
        if (answer != null) {
            return answer;
        }
        return outcome instanceof Outcome.Made again ? before.apply(again.name()) : otherwise.get();
    }

    /**
     * Does one of several things that a form asks for, each by itself, unless it was done before.
     *
     * @param what says which, and how, in full: nothing else of the form matters to it
     * @param deed joins the transaction in which its answer is kept
     * @param made what is to be remembered of it; empty when nothing was done
     * @param before says what came of it before
     */
    public <T> T part(
            String by, String what, Supplier<T> deed, Function<T, Optional<String>> made, Function<String, T> before) {
        var key = sent();
        if (key.isEmpty()) {
            return deed.get();
        }
        var done = new AtomicReference<T>();
        var outcome = once.make(by, key.get() + " " + what, what, () -> {
            var answer = deed.get();
            done.set(answer);
            return made.apply(answer);
        });
        used |= !(outcome instanceof Outcome.Nothing);
        var answer = done.get();
        return answer == null && outcome instanceof Outcome.Made again
                ? before.apply(again.name())
                : Objects.requireNonNull(answer, "what is asked alike is the same");
    }

    private static String digest(Map<String, String[]> fields) {
        var all = new StringBuilder();
        new TreeMap<>(fields).forEach((name, values) -> {
            if (!NOT_MEANT.contains(name)) {
                for (var value : values) {
                    all.append(name.length()).append(' ').append(name);
                    all.append(value.length()).append(' ').append(value);
                }
            }
        });
        return Sha256.hex(all.toString());
    }
}
