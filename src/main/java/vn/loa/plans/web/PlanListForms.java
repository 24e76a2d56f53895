package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Act;
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.common.PlainText;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.ListAddress;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Told;
import vn.loa.common.web.Visit;
import vn.loa.editorial.KeepFilter;
import vn.loa.editorial.SubjectKind;
import vn.loa.plans.ChosenPlans;
import vn.loa.plans.PlanLists;
import vn.loa.plans.PlanLists.Named;

/** Takes what the forms of the list of plans at work send, and says what came of it. */
@RequestScoped
public class PlanListForms {
    static final String WORDS = "q";
    static final String STATE = "trang-thai";
    static final String LEVEL = "cap";
    static final String AGENCY = "co-quan";
    static final String YEAR = "nam";
    static final String WHO = "nguoi";

    static final ListAddress LIST =
            new ListAddress(Addresses.PLAN_LIST, List.of(WORDS, STATE, LEVEL, AGENCY, YEAR, WHO));

    /** Marks lines; with {@link #ALL}, all those of the page at once. */
    static final String CHOSEN = "chon";

    static final String ALL = "het";

    /** The lines of what is taken back, in one field. */
    private static final String LEFT = "con-lai";

    private static final Pattern LINE = Pattern.compile("([a-z0-9-]{1,200})\\.([0-9]{1,18})");

    /** What takes back which deed. */
    private static final Map<String, String> UNDOING =
            Map.of("gui-duyet", "lay-ve", "lay-ve", "gui-duyet", "cat", "lay-ra", "lay-ra", "cat");

    @Inject
    private ChosenPlans plans;

    @Inject
    private PlanLists lists;

    @Inject
    private KeepFilter filters;

    @Inject
    private PlanForms forms;

    @Inject
    private SentOnce once;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    Told take() {
        var chosen = chosen();
        if (!forms.isGood(request.getParameter(FormTokens.PARAMETER))) {
            return Told.problem(visit.text("work.again"), slugs(chosen));
        }
        return switch (forms.parameter("lam")) {
            case "gui-duyet" -> many(chosen, "plan.done.review", plans.handIn(user.require()));
            case "lay-ve" -> many(chosen, "plan.done.back", plans.takeBack(user.require()));
            case "cat" -> many(chosen, "plan.done.away", plans.putAway(user.require()));
            case "lay-ra" ->
                many(chosen, "plan.done.out", plans.takeOut(visit.text("working.undo.reason"), user.require()));
            case "giu" -> keep();
            case "bo" -> forget();
            default -> Told.problem(visit.text("work.unknown"), slugs(chosen));
        };
    }

    private List<Chosen> chosen() {
        return Stream.concat(
                        Stream.of(Optional.ofNullable(request.getParameterValues(CHOSEN))
                                .orElseGet(() -> new String[0])),
                        Stream.of(Objects.requireNonNullElse(request.getParameter(LEFT), "")
                                .split(" ")))
                .map(LINE::matcher)
                .filter(found -> found.matches())
                .map(found -> new Chosen(found.group(1), Long.parseLong(found.group(2))))
                .distinct()
                .toList();
    }

    private static Set<String> slugs(List<Chosen> chosen) {
        return chosen.stream().map(Chosen::slug).collect(Collectors.toSet());
    }

    private Told many(List<Chosen> chosen, String key, Act act) {
        if (chosen.isEmpty()) {
            return Told.problem(visit.text("plan.none-chosen"), Set.of());
        }
        var outcomes = ChosenProducts.all(chosen, one -> once(one, act));
        var now = lists.named(slugs(chosen), user.require()).stream()
                .collect(Collectors.toMap(Named::slug, Function.identity()));
        var refused = outcomes.stream().filter(outcome -> !outcome.isDone()).toList();
        var done = outcomes.size() - refused.size();
        return new Told(
                done == 0 ? visit.text("plan.done.none") : visit.say(key, done),
                done > 0,
                refused.stream().map(outcome -> refused(outcome, now)).toList(),
                slugs(refused.stream().map(Outcome::chosen).toList()),
                null,
                undo(outcomes),
                null);
    }

    /** Though the form is sent again because its answer was lost. */
    private Outcome once(Chosen one, Act act) {
        return once.part(
                user.require().name(),
                forms.parameter("lam") + " " + one.written(),
                () -> act.to(one),
                Outcome::remembered,
                before -> Outcome.of(one, before));
    }

    private Told.Refused refused(Outcome outcome, Map<String, Named> now) {
        var slug = outcome.chosen().slug();
        var plan = now.get(slug);
        return new Told.Refused(
                slug,
                plan == null ? Texts.none() : Texts.of(Texts.FALLBACK, plan.subject()),
                visit.textOr("plan.many.refused." + outcome.code(), "work.refused.other"));
    }

    private Told.@Nullable Undo undo(List<Outcome> outcomes) {
        var deed = UNDOING.get(forms.parameter("lam"));
        var changed = outcomes.stream()
                .flatMap(outcome -> Stream.ofNullable(outcome.back())
                        .map(back -> new Chosen(outcome.chosen().slug(), back.version()).written()))
                .toList();
        return deed == null || changed.isEmpty() ? null : new Told.Undo(deed, "", "", changed);
    }

    private Told keep() {
        var name = PlainText.line(forms.parameter("ten"));
        var query = query(LIST.of(forms.parameter("loc")));
        return switch (filters.keep(SubjectKind.PLAN, name, query, user.require())) {
            case KEPT -> Told.done(visit.say("work.kept", name));
            case NAME -> Told.problem(visit.say("work.keep.name", KeepFilter.LONGEST_NAME), Set.of());
            case QUERY -> Told.problem(visit.text("work.keep.query"), Set.of());
            case TOO_MANY -> Told.problem(visit.say("work.keep.many", KeepFilter.MOST), Set.of());
        };
    }

    private Told forget() {
        var number = forms.parameter("so");
        var forgotten = number.matches("[0-9]{1,18}")
                ? filters.forget(SubjectKind.PLAN, Long.parseLong(number), user.require())
                : Optional.<KeepFilter.Kept>empty();
        return forgotten
                .map(kept -> Told.forgotten(visit.say("work.forgotten", kept.name()), kept.name(), kept.query()))
                .orElseGet(() -> Told.problem(visit.text("work.forgotten.already"), Set.of()));
    }

    /** The parameters of a list, as its address has them; empty for the whole list. */
    static String query(Address address) {
        return LIST.query(LIST.narrowed(address));
    }
}
