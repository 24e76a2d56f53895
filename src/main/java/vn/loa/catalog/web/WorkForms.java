package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.KeepFilter;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Visit;

/** Takes what the forms of the list of products at work send, and says what came of it; what is done to many, {@link BulkDeeds} does. They are plain forms, which leave nothing in memory. */
@RequestScoped
public class WorkForms {
    @Inject
    private BulkDeeds deeds;

    @Inject
    private KeepFilter filters;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /**
     * What came of a form.
     *
     * @param text a sentence
     * @param done whether it was done, in part at least
     * @param refused what was not done, each with the reason
     * @param chosen addresses of the lines that stay marked
     * @param forgotten a list that is kept no longer, and can be again
     * @param undo what takes back what was done; null when nothing does
     * @param going how far it is; null when there is nothing more to be done
     */
    public record Told(
            String text,
            boolean done,
            List<Refused> refused,
            Set<String> chosen,
            KeepFilter.@Nullable Kept forgotten,
            @Nullable Undo undo,
            @Nullable Going going) {
        public Told {
            refused = List.copyOf(refused);
            chosen = Set.copyOf(chosen);
        }

        static Told done(String text) {
            return new Told(text, true, List.of(), Set.of(), null, null, null);
        }

        static Told problem(String text, Set<String> chosen) {
            return new Told(text, false, List.of(), chosen, null, null, null);
        }
    }

    /**
     * What takes back what was done to many.
     *
     * @param deed as forms send it
     * @param field that goes with it; empty when none does
     * @param chosen the lines, as forms send them
     */
    public record Undo(String deed, String field, String value, List<String> chosen) {
        public Undo {
            chosen = List.copyOf(chosen);
        }

        /** All of them in one field. */
        public String getLines() {
            return String.join(" ", chosen);
        }
    }

    /**
     * How far something is that is done to many.
     *
     * @param done so many
     * @param total of so many
     * @param left so many are still to be done
     * @param fields what goes on with it sends, by name
     */
    public record Going(long done, long total, int left, Map<String, String> fields) {
        public Going {
            fields = new LinkedHashMap<>(fields);
        }
    }

    /** @param title without any text when it has none */
    public record Refused(String slug, Texts title, String why) {}

    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    Told take() {
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            return Told.problem(visit.text("work.again"), deeds.slugs());
        }
        var deed = parameter("lam");
        if (deeds.knows(deed)) {
            return deeds.take(deed);
        }
        return switch (deed) {
            case "giu" -> keep();
            case "bo" -> forget();
            default -> Told.problem(visit.text("work.unknown"), deeds.slugs());
        };
    }

    private Told keep() {
        var name = PlainText.line(parameter("ten"));
        var query = WorkAddress.query(WorkAddress.of(parameter("loc")));
        return switch (filters.keep(name, query, user.require())) {
            case KEPT -> Told.done(visit.say("work.kept", name));
            case NAME -> Told.problem(visit.say("work.keep.name", KeepFilter.LONGEST_NAME), Set.of());
            case QUERY -> Told.problem(visit.text("work.keep.query"), Set.of());
            case TOO_MANY -> Told.problem(visit.say("work.keep.many", KeepFilter.MOST), Set.of());
        };
    }

    private Told forget() {
        var number = parameter("so");
        var forgotten = number.matches("[0-9]{1,18}")
                ? filters.forget(Long.parseLong(number), user.require())
                : Optional.<KeepFilter.Kept>empty();
        return forgotten
                .map(kept ->
                        new Told(visit.say("work.forgotten", kept.name()), true, List.of(), Set.of(), kept, null, null))
                .orElseGet(() -> Told.problem(visit.text("work.forgotten.already"), Set.of()));
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
