package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Act;
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.WorkLists;
import vn.loa.catalog.web.BulkLines.Line;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Told;
import vn.loa.common.web.Told.Going;
import vn.loa.common.web.Told.Refused;
import vn.loa.common.web.Told.Undo;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/**
 * Does with many products what the form of their list asks for: some at a time, so that nobody waits long without a word. The page that says how far it is carries the
 * rest, and sends it; the portal keeps nothing of it.
 */
@RequestScoped
public class BulkDeeds {
    /** Field of forms that say who sees something through; empty when nothing is chosen. */
    static final String ASSIGNEE = "giao-cho";

    static final String TOPIC = "chu-de-chon";
    static final String AUDIENCE = "doi-tuong-chon";
    static final String GENRE = "the-loai-chon";
    static final String PLACE = "dia-ban-chon";

    /** Value of {@link #ASSIGNEE}; no account is called so. */
    static final String NOBODY = "-";

    /**
     * Something that can be done with many.
     *
     * @param field that goes with it; empty when none does
     * @param done key of what is said when it was done
     * @param missing key of what is said when the field names nothing
     * @param undo the deed that takes it back; empty when none does
     */
    private record Deed(String field, String done, String missing, String undo) {}

    private static final Map<String, Deed> DEEDS = Map.ofEntries(
            Map.entry("gui-duyet", new Deed("", "review", "", "lay-ve")),
            Map.entry("lay-ve", new Deed("", "back", "", "gui-duyet")),
            Map.entry("them-chu-de", new Deed(TOPIC, "topic", "no-topic", "bo-chu-de")),
            Map.entry("bo-chu-de", new Deed(TOPIC, "no-topic", "no-topic", "them-chu-de")),
            Map.entry("them-doi-tuong", new Deed(AUDIENCE, "audience", "no-audience", "bo-doi-tuong")),
            Map.entry("bo-doi-tuong", new Deed(AUDIENCE, "no-audience", "no-audience", "them-doi-tuong")),
            Map.entry("them-dia-ban", new Deed(PLACE, "place", "no-place", "bo-dia-ban")),
            Map.entry("bo-dia-ban", new Deed(PLACE, "no-place", "no-place", "them-dia-ban")),
            Map.entry("doi-the-loai", new Deed(GENRE, "genre", "no-genre", "doi-the-loai")),
            Map.entry("giao", new Deed(ASSIGNEE, "assigned", "no-assignee", "giao")));

    @Inject
    private ChosenProducts products;

    @Inject
    private SentOnce once;

    @Inject
    private WorkLists lists;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private BulkLines form;

    boolean knows(String deed) {
        return DEEDS.containsKey(deed);
    }

    /** What was written into the field of this deed, as it is sent on. */
    private record Value(String text, String problem) {}

    /** @param name of a deed that it {@link #knows} */
    Told take(String name) {
        var deed = Objects.requireNonNull(DEEDS.get(name), "somebody asks first");
        var value = value(deed);
        var lines = form.chosen();
        if (!lines.problem().isEmpty()) {
            return Told.problem(lines.problem(), form.slugs());
        }
        if (lines.all().isEmpty()) {
            return Told.problem(visit.text("work.none-chosen"), Set.of());
        }
        if (!value.problem().isEmpty()) {
            return Told.problem(value.problem(), form.slugs());
        }
        try {
            return told(name, deed, value.text(), lines.all());
        } catch (InvalidInput unknown) {
            return Told.problem(visit.text("work." + deed.missing()), form.slugs());
        }
    }

    private Value value(Deed deed) {
        if (deed.field().isEmpty()) {
            return new Value("", "");
        }
        var text = form.parameter(deed.field());
        if (deed.field().equals(PLACE)) {
            var place = picks.code(Kind.UNIT, text, visit.getWords());
            return place.isEmpty()
                            || !picks.trouble(Kind.UNIT, place, visit.getWords())
                                    .isEmpty()
                    ? new Value("", visit.text("work.no-place"))
                    : new Value(place, "");
        }
        return new Value(text, text.isEmpty() && !isEachItsOwn(deed) ? visit.text("work." + deed.missing()) : "");
    }

    /** Whether what is sent says of each line what it gets. */
    private boolean isEachItsOwn(Deed deed) {
        return isEachGivenItsOwnBack(deed)
                && form.sent().noneMatch(line -> line.value().isEmpty());
    }

    /** Whether each may have had something else before. */
    private static boolean isEachGivenItsOwnBack(Deed deed) {
        return deed.field().equals(GENRE) || deed.field().equals(ASSIGNEE);
    }

    private Told told(String name, Deed deed, String value, List<Line> lines) {
        var now = lines.subList(0, Math.min(ChosenProducts.MOST, lines.size()));
        var rest = lines.subList(now.size(), lines.size());
        var outcomes = act(name, deed, value, now);
        var refused = form.refused(outcomes);
        var undo = form.undoing();
        var wanted = now.stream()
                .collect(Collectors.toMap(line -> line.chosen().slug(), line -> line.or(value), (one, other) -> one));
        outcomes.stream()
                .flatMap(outcome ->
                        back(deed, outcome, wanted.getOrDefault(outcome.chosen().slug(), value)))
                .map(Line::written)
                .forEach(undo::add);
        var done = form.done() + outcomes.stream().filter(Outcome::isDone).count();
        var total = form.total(lines.size());
        var back = undo.isEmpty() || deed.undo().isEmpty()
                ? null
                : new Undo(deed.undo(), deed.field(), isEachGivenItsOwnBack(deed) ? "" : value, undo);
        var going = rest.isEmpty()
                ? null
                : new Going(
                        total - rest.size(),
                        total,
                        rest.size(),
                        BulkLines.fields(name, deed.field(), value, rest, done, total, refused, undo));
        return new Told(
                going != null
                        ? visit.say("work.going", total - rest.size(), total)
                        : done == 0 ? visit.text("work.done.none") : visit.say("work.done." + said(deed, value), done),
                done > 0 || going != null,
                named(refused),
                refused.keySet(),
                null,
                back,
                going);
    }

    private static String said(Deed deed, String value) {
        if (!deed.field().equals(ASSIGNEE)) {
            return deed.done();
        }
        return value.isEmpty() ? "reassigned" : value.equals(NOBODY) ? "released" : deed.done();
    }

    /** Of a form that has expired: nothing is done, and what it carried of something that is done to many is not lost. */
    Told expired(String name) {
        var deed = DEEDS.get(name);
        var lines = form.left();
        if (deed == null || lines.isEmpty()) {
            return Told.problem(visit.text("work.again"), form.slugs());
        }
        var refused = form.refused(List.of());
        var total = form.total(lines.size());
        var fields = BulkLines.fields(
                name, deed.field(), form.parameter(deed.field()), lines, form.done(), total, refused, form.undoing());
        return new Told(
                visit.text("work.again"),
                false,
                named(refused),
                form.slugs(),
                null,
                null,
                new Going(total - lines.size(), total, lines.size(), fields));
    }

    private List<Outcome> act(String name, Deed deed, String value, List<Line> lines) {
        var own = lines.stream()
                .collect(Collectors.toMap(line -> line.chosen().slug(), Function.identity(), (one, other) -> one));
        var genres = deed.field().equals(GENRE) ? lists.genres(own.keySet(), user.require()) : Map.<String, String>of();
        return ChosenProducts.all(lines.stream().map(Line::chosen).toList(), one -> {
            var its = Objects.requireNonNull(own.get(one.slug()), "it is one of them");
            var act = act(name, deed, its.or(value), its.expected(), genres.getOrDefault(one.slug(), ""));
            try {
                return once.part(
                        user.require().name(),
                        name + " " + its.or(value) + " " + one.written(),
                        () -> act.to(one),
                        Outcome::remembered,
                        before -> Outcome.of(one, before));
            } catch (InvalidInput unknown) {
                if (its.value().isEmpty()) {
                    throw unknown;
                }
                // What it had before is there no longer: that keeps none of the others from theirs.
                return new Outcome(one, "gone", null);
            }
        });
    }

    private Act act(String name, Deed deed, String value, String expected, String before) {
        var by = user.require();
        var isAdded = name.startsWith("them-");
        return switch (deed.field()) {
            case TOPIC -> products.categorise(value, isAdded, by);
            case AUDIENCE -> products.address(value, isAdded, by);
            case PLACE -> products.locate(value, isAdded, by);
            case GENRE -> products.sort(value, before, by);
            case ASSIGNEE -> products.assign(account(value), expected.isEmpty() ? null : account(expected), by);
            default -> name.equals("lay-ve") ? products.takeBack(by) : products.handIn(by);
        };
    }

    private List<Refused> named(Map<String, String> refused) {
        var titles = lists.titles(
                refused.entrySet().stream()
                        .filter(each -> !each.getValue().equals("not-permitted"))
                        .map(Map.Entry::getKey)
                        .toList(),
                user.require());
        return refused.entrySet().stream()
                .map(each -> new Refused(
                        each.getKey(),
                        titles.getOrDefault(each.getKey(), Texts.none()),
                        visit.textOr("work.refused." + each.getValue(), "work.refused.other")))
                .toList();
    }

    /** Empty for nobody. */
    private static String account(String assignee) {
        return assignee.equals(NOBODY) ? "" : assignee;
    }

    /** The line that takes back what was changed: what was so before, stays so. Who was given something since keeps it. */
    private static Stream<Line> back(Deed deed, Outcome outcome, String wanted) {
        return Stream.ofNullable(outcome.back()).map(back -> {
            var chosen = new Chosen(outcome.chosen().slug(), back.version());
            return deed.field().equals(ASSIGNEE)
                    ? new Line(chosen, back.former().isEmpty() ? NOBODY : back.former(), wanted)
                    : new Line(chosen, back.former(), "");
        });
    }
}
