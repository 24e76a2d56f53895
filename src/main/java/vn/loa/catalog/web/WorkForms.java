package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.WorkLists;
import vn.loa.common.InvalidInput;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Told;
import vn.loa.common.web.Visit;
import vn.loa.editorial.KeepFilter;
import vn.loa.editorial.SubjectKind;

/** Takes what the forms of the list of products at work send, and says what came of it. They are plain forms, which leave nothing in memory. */
@RequestScoped
public class WorkForms {
    /** Field of forms that say who sees something through; empty when nothing is chosen. */
    static final String ASSIGNEE = "giao-cho";

    private static final String TOPIC = "chu-de-chon";
    private static final String AUDIENCE = "doi-tuong-chon";

    /** Value of {@link #ASSIGNEE}; no account is called so. */
    static final String NOBODY = "-";

    private static final Pattern CHOSEN = Pattern.compile("([a-z0-9-]{1,200})\\.([0-9]{1,18})");

    @Inject
    private ChosenProducts products;

    @Inject
    private KeepFilter filters;

    @Inject
    private WorkLists lists;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /** What takes back which deed. */
    private static final Map<String, String> UNDOING = Map.of(
            "gui-duyet", "lay-ve",
            "lay-ve", "gui-duyet",
            "them-chu-de", "bo-chu-de",
            "bo-chu-de", "them-chu-de",
            "them-doi-tuong", "bo-doi-tuong",
            "bo-doi-tuong", "them-doi-tuong");

    String token() {
        return tokens.issue(purpose());
    }

    private String purpose() {
        return "products " + user.session();
    }

    Told take() {
        var chosen = chosen();
        var slugs = slugs(chosen.stream());
        if (!tokens.isGood(purpose(), request.getParameter(FormTokens.PARAMETER))) {
            return Told.problem(visit.text("work.again"), slugs);
        }
        return switch (parameter("lam")) {
            case "gui-duyet" ->
                chosen.isEmpty() ? nothingChosen() : told("work.done.review", products.handIn(chosen, user.require()));
            case "lay-ve" ->
                chosen.isEmpty() ? nothingChosen() : told("work.done.back", products.takeBack(chosen, user.require()));
            case "them-chu-de" -> chosen.isEmpty() ? nothingChosen() : categorise(chosen, true);
            case "bo-chu-de" -> chosen.isEmpty() ? nothingChosen() : categorise(chosen, false);
            case "them-doi-tuong" -> chosen.isEmpty() ? nothingChosen() : address(chosen, true);
            case "bo-doi-tuong" -> chosen.isEmpty() ? nothingChosen() : address(chosen, false);
            case "giao" -> chosen.isEmpty() ? nothingChosen() : assign(chosen);
            case "giu" -> keep();
            case "bo" -> forget();
            default -> Told.problem(visit.text("work.unknown"), slugs);
        };
    }

    private List<Chosen> chosen() {
        return Stream.of(Optional.ofNullable(request.getParameterValues(WorkAddress.CHOSEN))
                        .orElseGet(() -> new String[0]))
                .map(CHOSEN::matcher)
                .filter(found -> found.matches())
                .map(found -> new Chosen(found.group(1), Long.parseLong(found.group(2))))
                .distinct()
                .toList();
    }

    private static Set<String> slugs(Stream<Chosen> chosen) {
        return chosen.map(Chosen::slug).collect(Collectors.toSet());
    }

    private Told nothingChosen() {
        return Told.problem(visit.text("work.none-chosen"), Set.of());
    }

    private Told categorise(List<Chosen> chosen, boolean about) {
        try {
            var outcomes = products.categorise(chosen, parameter(TOPIC), about, user.require());
            return told(about ? "work.done.topic" : "work.done.no-topic", outcomes);
        } catch (InvalidInput unknown) {
            return Told.problem(visit.text("work.no-topic"), slugs(chosen.stream()));
        }
    }

    private Told address(List<Chosen> chosen, boolean isFor) {
        try {
            var outcomes = products.address(chosen, parameter(AUDIENCE), isFor, user.require());
            return told(isFor ? "work.done.audience" : "work.done.no-audience", outcomes);
        } catch (InvalidInput unknown) {
            return Told.problem(visit.text("work.no-audience"), slugs(chosen.stream()));
        }
    }

    /** Of what was changed: what was so before, stays so. */
    private Told.@Nullable Undo undo(List<Outcome> outcomes) {
        var deed = UNDOING.get(parameter("lam"));
        if (deed == null) {
            return null;
        }
        var done =
                outcomes.stream().filter(Outcome::isDone).map(Outcome::chosen).toList();
        var versions = lists.versions(done.stream().map(Chosen::slug).toList(), user.require());
        var changed = done.stream()
                .filter(one -> versions.getOrDefault(one.slug(), one.version()) != one.version())
                .map(one -> one.slug() + "." + versions.get(one.slug()))
                .toList();
        var field = deed.endsWith("chu-de") ? TOPIC : deed.endsWith("doi-tuong") ? AUDIENCE : "";
        return changed.isEmpty() ? null : new Told.Undo(deed, field, field.isEmpty() ? "" : parameter(field), changed);
    }

    private Told assign(List<Chosen> chosen) {
        var who = parameter(ASSIGNEE);
        if (who.isEmpty()) {
            return Told.problem(visit.text("work.no-assignee"), slugs(chosen.stream()));
        }
        var isNobody = who.equals(NOBODY);
        return told(
                isNobody ? "work.done.released" : "work.done.assigned",
                products.assign(chosen, isNobody ? null : who, user.require()));
    }

    private Told told(String key, List<Outcome> outcomes) {
        var refused = outcomes.stream().filter(outcome -> !outcome.isDone()).toList();
        var left = slugs(refused.stream().map(Outcome::chosen));
        var titles = lists.titles(
                refused.stream()
                        .filter(outcome -> !outcome.code().equals("not-permitted"))
                        .map(outcome -> outcome.chosen().slug())
                        .toList(),
                user.require());
        var done = outcomes.size() - refused.size();
        return new Told(
                done == 0 ? visit.text("work.done.none") : visit.say(key, done),
                done > 0,
                refused.stream()
                        .map(outcome -> new Told.Refused(
                                outcome.chosen().slug(),
                                titles.getOrDefault(outcome.chosen().slug(), Texts.none()),
                                visit.textOr("work.refused." + outcome.code(), "work.refused.other")))
                        .toList(),
                left,
                null,
                undo(outcomes));
    }

    private Told keep() {
        var name = PlainText.line(parameter("ten"));
        var query = WorkAddress.query(WorkAddress.of(parameter("loc")));
        return switch (filters.keep(SubjectKind.PRODUCT, name, query, user.require())) {
            case KEPT -> Told.done(visit.say("work.kept", name));
            case NAME -> Told.problem(visit.say("work.keep.name", KeepFilter.LONGEST_NAME), Set.of());
            case QUERY -> Told.problem(visit.text("work.keep.query"), Set.of());
            case TOO_MANY -> Told.problem(visit.say("work.keep.many", KeepFilter.MOST), Set.of());
        };
    }

    private Told forget() {
        var number = parameter("so");
        var forgotten = number.matches("[0-9]{1,18}")
                ? filters.forget(SubjectKind.PRODUCT, Long.parseLong(number), user.require())
                : Optional.<KeepFilter.Kept>empty();
        return forgotten
                .map(kept -> new Told(
                        visit.say("work.forgotten", kept.name()),
                        true,
                        List.of(),
                        Set.of(),
                        new Told.Forgotten(kept.name(), kept.query()),
                        null))
                .orElseGet(() -> Told.problem(visit.text("work.forgotten.already"), Set.of()));
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
