package vn.loa.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;

/**
 * Saves a form of the back office beside what others have saved since its page was made. The page holds what its fields held at first, so that it is known
 * what somebody has changed. What both have changed is saved only after who sent it has seen the other's.
 */
@Named("both")
@RequestScoped
public class BothWrote {
    /** The field that holds what all others held at first. */
    public static final String BASE = "goc";

    /** The field with the version that the page was made of. */
    private static final String VERSION = "ban";

    private static final int ATTEMPTS = 3;

    @Inject
    private SentForm sent;

    private @Nullable Reconciled met;

    /** What there is of something by now. @param fields by the names of the form */
    public record Stored(long version, Map<String, String> fields) {
        public Stored {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /** What the other has saved. @param value as the field holds it @param said as people read it */
    public record Theirs(String value, String said) {}

    /**
     * Saves what was sent together with what there is.
     *
     * @param mine what was sent
     * @param now reads what there is; empty when it is gone
     * @param save saves fields over a version
     * @param isOvertaken whether somebody has saved something between reading and saving, so that it is tried again
     * @return empty when it is gone or when both have written something, which {@link #isClash} tells
     */
    public <O> Optional<O> save(
            Map<String, String> mine,
            Supplier<Optional<Stored>> now,
            BiFunction<Long, Map<String, String>, O> save,
            Predicate<O> isOvertaken) {
        Optional<O> outcome = Optional.empty();
        for (var i = 0; i < ATTEMPTS && (i == 0 || outcome.filter(isOvertaken).isPresent()); i++) {
            var there = now.get();
            if (there.isEmpty()) {
                return Optional.empty();
            }
            var meeting = Reconciled.of(base(there.get()), mine, there.get().fields());
            met = meeting;
            outcome = meeting.isClash()
                    ? Optional.empty()
                    : Optional.of(save.apply(there.get().version(), meeting.values()));
        }
        return outcome;
    }

    private Map<String, String> base(Stored there) {
        var known = read(sent.text(BASE));
        return known.isPresent() || sent.number(VERSION) != there.version() ? known.orElse(Map.of()) : there.fields();
    }

    /** What a page has held at first, as its field {@link #BASE} says it; empty when it says nothing that can be read. */
    public static Optional<Map<String, String>> read(String written) {
        try (var reader = Jsons.reader(new StringReader(written))) {
            var held = new LinkedHashMap<String, String>();
            reader.readObject().forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    held.put(name, text.getString());
                }
            });
            return Optional.of(held);
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    /** What {@link #read} reads. */
    public static String written(Map<String, String> fields) {
        var json = Jsons.object();
        fields.forEach(json::add);
        return json.build().toString();
    }

    /** What the page shall hold in {@link #BASE}: what there is, unless nobody has yet compared that with what was sent. */
    public String base(Map<String, String> there) {
        return sent.has(BASE) && !sent.isDone() && met == null ? sent.text(BASE) : written(there);
    }

    /** Whether something has been written by both, so that nothing was saved. */
    public boolean isClash() {
        return met != null && met.isClash();
    }

    /** The fields that both have written. */
    public Set<String> clashes() {
        return met == null ? Set.of() : met.theirs().keySet();
    }

    /** Whether something of the other was saved along. */
    public boolean isJoined() {
        return met != null && !met.taken().isEmpty();
    }

    /** What a field holds: what was written and not taken, else what there is. @param button that the form is sent by */
    public String field(String button, String name, String there) {
        if (!sent.isRefused(button)) {
            return there;
        }
        return met == null ? sent.text(name) : met.values().getOrDefault(name, there);
    }

    /** What the other has saved in a field; null when not both have written there. @param said makes it readable, @param value puts it as fields hold it */
    public @Nullable Theirs theirs(String name, UnaryOperator<String> value, UnaryOperator<String> said) {
        var other = met == null || sent.isDone() ? null : met.theirs().get(name);
        return other == null ? null : new Theirs(value.apply(other), said.apply(other));
    }
}
