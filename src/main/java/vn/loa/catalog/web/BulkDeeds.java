package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Act;
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.WorkLists;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
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

    /** How many the list held when all of it was chosen. */
    static final String WHOLE = "tat-ca";

    /** Lines of the page that was shown then: those without a mark are left out. */
    private static final String SHOWN = "hien";

    /** What is still to be done, and so far: fields of {@link Going}. */
    private static final String LEFT = "con-lai";

    private static final String TOTAL = "tong";
    private static final String DONE = "da-lam";
    private static final String KEPT = "giu-nguyen";
    private static final String UNDOING = "hoan";

    private static final Pattern LINE =
            Pattern.compile("([a-z0-9-]{1,200})\\.([0-9]{1,18})(?:\\.([A-Za-z0-9._-]{1,60}))?");
    private static final Pattern REFUSED = Pattern.compile("([a-z0-9-]{1,200}):([a-z-]{1,40})");

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
    private ActsOnce once;

    @Inject
    private WorkLists lists;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /** A product as a form sends it. @param value that goes with it alone, in the place of that of the form; empty when none does */
    private record Line(Chosen chosen, String value) {}

    /** Lines that cannot be done with as they were chosen. */
    private static final class NotChosen extends Exception {
        private static final long serialVersionUID = 1L;

        NotChosen(String why) {
            super(why);
        }
    }

    boolean knows(String deed) {
        return DEEDS.containsKey(deed);
    }

    /** Addresses of the lines that the form has sent. */
    Set<String> slugs() {
        return sent().map(line -> line.chosen().slug()).collect(Collectors.toSet());
    }

    /** What was written into the field of this deed, as it is sent on. */
    private record Value(String text, String problem) {}

    /** @param name of a deed that it {@link #knows} */
    Told take(String name) {
        var deed = Objects.requireNonNull(DEEDS.get(name), "somebody asks first");
        var value = value(deed);
        List<Line> lines;
        try {
            lines = lines();
        } catch (NotChosen why) {
            return Told.problem(Objects.requireNonNull(why.getMessage(), "it says why"), slugs());
        }
        if (lines.isEmpty()) {
            return Told.problem(visit.text("work.none-chosen"), Set.of());
        }
        if (!value.problem().isEmpty()) {
            return Told.problem(value.problem(), slugs());
        }
        try {
            return told(name, deed, value.text(), lines);
        } catch (InvalidInput unknown) {
            return Told.problem(visit.text("work." + deed.missing()), slugs());
        }
    }

    private Value value(Deed deed) {
        if (deed.field().isEmpty()) {
            return new Value("", "");
        }
        var text = parameter(deed.field());
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
                && sent().noneMatch(line -> line.value().isEmpty());
    }

    /** Whether each may have had something else before. */
    private static boolean isEachGivenItsOwnBack(Deed deed) {
        return deed.field().equals(GENRE) || deed.field().equals(ASSIGNEE);
    }

    private Stream<Line> sent() {
        return Stream.concat(
                        values(WorkAddress.CHOSEN), Stream.of(parameter(LEFT).split(" ")))
                .map(LINE::matcher)
                .filter(found -> found.matches())
                .map(found -> new Line(
                        new Chosen(found.group(1), Long.parseLong(found.group(2))),
                        Objects.requireNonNullElse(found.group(3), "")))
                .distinct();
    }

    private List<Line> lines() throws NotChosen {
        var whole = parameter(WHOLE);
        var all = whole.isEmpty() ? sent().toList() : wholeList(whole);
        if (all.size() > ChosenProducts.MOST_OF_A_LIST) {
            throw new NotChosen(visit.say("work.whole.many", ChosenProducts.MOST_OF_A_LIST));
        }
        return all;
    }

    /** What is chosen is what was counted before their eyes: neither more nor less. */
    private List<Line> wholeList(String counted) throws NotChosen {
        var found =
                lists.all(WorkAddress.filter(visit.getAddress()), ChosenProducts.MOST_OF_A_LIST + 1, user.require());
        if (found.size() <= ChosenProducts.MOST_OF_A_LIST && !counted.equals(String.valueOf(found.size()))) {
            throw new NotChosen(visit.text("work.whole.changed"));
        }
        var marked = slugs();
        var left = values(SHOWN).filter(slug -> !marked.contains(slug)).collect(Collectors.toSet());
        return found.stream()
                .filter(one -> !left.contains(one.slug()))
                .map(one -> new Line(one, ""))
                .toList();
    }

    private Told told(String name, Deed deed, String value, List<Line> lines) {
        var now = lines.subList(0, Math.min(ChosenProducts.MOST, lines.size()));
        var rest = lines.subList(now.size(), lines.size());
        var outcomes = act(name, deed, value, now);
        var refused = refused(outcomes);
        var undo = undoing();
        outcomes.stream().flatMap(outcome -> back(deed, outcome)).forEach(undo::add);
        var done = number(DONE) + outcomes.stream().filter(Outcome::isDone).count();
        var total = Math.max(number(TOTAL), lines.size());
        var back = undo.isEmpty() || deed.undo().isEmpty()
                ? null
                : new Undo(deed.undo(), deed.field(), isEachGivenItsOwnBack(deed) ? "" : value, undo);
        var going = rest.isEmpty()
                ? null
                : new Going(
                        total - rest.size(),
                        total,
                        rest.size(),
                        fields(name, deed, value, rest, done, total, refused, undo));
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
        var lines = parameter(LEFT).isEmpty() ? List.<Line>of() : sent().toList();
        if (deed == null || lines.isEmpty()) {
            return Told.problem(visit.text("work.again"), slugs());
        }
        var refused = refused(List.of());
        var total = Math.max(number(TOTAL), lines.size());
        var fields = fields(name, deed, parameter(deed.field()), lines, number(DONE), total, refused, undoing());
        return new Told(
                visit.text("work.again"),
                false,
                named(refused),
                slugs(),
                null,
                null,
                new Going(total - lines.size(), total, lines.size(), fields));
    }

    private List<String> undoing() {
        var undo = new ArrayList<>(List.of(parameter(UNDOING).split(" ")));
        undo.removeIf(String::isEmpty);
        return undo;
    }

    /** What the page carries, by the names of its fields. */
    private static Map<String, String> fields(
            String name,
            Deed deed,
            String value,
            List<Line> rest,
            long done,
            long total,
            Map<String, String> refused,
            List<String> undo) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("lam", name);
        if (!deed.field().isEmpty()) {
            fields.put(deed.field(), value);
        }
        fields.put(LEFT, rest.stream().map(BulkDeeds::written).collect(Collectors.joining(" ")));
        fields.put(TOTAL, String.valueOf(total));
        fields.put(DONE, String.valueOf(done));
        fields.put(
                KEPT,
                refused.entrySet().stream()
                        .map(each -> each.getKey() + ":" + each.getValue())
                        .collect(Collectors.joining(" ")));
        fields.put(UNDOING, String.join(" ", undo));
        return fields;
    }

    private static String written(Line line) {
        return line.chosen().slug() + "." + line.chosen().version()
                + (line.value().isEmpty() ? "" : "." + line.value());
    }

    private List<Outcome> act(String name, Deed deed, String value, List<Line> lines) {
        var own = lines.stream()
                .collect(Collectors.toMap(line -> line.chosen().slug(), Line::value, (one, other) -> one));
        var before = deed.field().equals(GENRE) ? lists.genres(own.keySet(), user.require()) : Map.<String, String>of();
        return ChosenProducts.all(lines.stream().map(Line::chosen).toList(), one -> {
            var its = own.getOrDefault(one.slug(), "");
            var wanted = its.isEmpty() ? value : its;
            var act = act(name, deed, wanted, before.getOrDefault(one.slug(), ""));
            try {
                return once.of(name + " " + wanted, act).to(one);
            } catch (InvalidInput unknown) {
                if (its.isEmpty()) {
                    throw unknown;
                }
                // What it had before is there no longer: that keeps none of the others from theirs.
                return new Outcome(one, "gone", null);
            }
        });
    }

    private Act act(String name, Deed deed, String value, String before) {
        var by = user.require();
        var isAdded = name.startsWith("them-");
        return switch (deed.field()) {
            case TOPIC -> products.categorise(value, isAdded, by);
            case AUDIENCE -> products.address(value, isAdded, by);
            case PLACE -> products.locate(value, isAdded, by);
            case GENRE -> products.sort(value, before, by);
            case ASSIGNEE -> products.assign(value.equals(NOBODY) ? "" : value, by);
            default -> name.equals("lay-ve") ? products.takeBack(by) : products.handIn(by);
        };
    }

    /** Those that were refused so far, each with the reason as a code. */
    private Map<String, String> refused(List<Outcome> outcomes) {
        var refused = new LinkedHashMap<String, String>();
        Stream.of(parameter(KEPT).split(" "))
                .map(REFUSED::matcher)
                .filter(found -> found.matches())
                .forEach(found -> refused.put(found.group(1), found.group(2)));
        outcomes.stream()
                .filter(outcome -> !outcome.isDone())
                .forEach(outcome -> refused.put(outcome.chosen().slug(), outcome.code()));
        return refused;
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

    /** The line that takes back what was changed: what was so before, stays so. */
    private static Stream<String> back(Deed deed, Outcome outcome) {
        return Stream.ofNullable(outcome.back()).map(back -> {
            var former = deed.field().equals(ASSIGNEE) && back.former().isEmpty() ? NOBODY : back.former();
            return outcome.chosen().slug() + "." + back.version() + (former.isEmpty() ? "" : "." + former);
        });
    }

    private long number(String name) {
        var text = parameter(name);
        return text.matches("[0-9]{1,4}") ? Long.parseLong(text) : 0;
    }

    private Stream<String> values(String name) {
        return Stream.of(Optional.ofNullable(request.getParameterValues(name)).orElseGet(() -> new String[0]));
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
