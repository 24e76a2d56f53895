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
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.WorkLists;
import vn.loa.common.Sha256;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Told.Going;
import vn.loa.common.web.Visit;

/** The lines of a list that a form of {@link BulkDeeds} is about, and what it carries of those that were done with before. */
@RequestScoped
class BulkLines {
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

    private static final Pattern LINE = Pattern.compile(
            "([a-z0-9-]{1,200})\\.([0-9]{1,18})(?:\\.([A-Za-z0-9._-]{1,60})(?:~([A-Za-z0-9._-]{1,60}))?)?");
    private static final Pattern REFUSED = Pattern.compile("([a-z0-9-]{1,200}):([a-z-]{1,40})");

    @Inject
    private WorkLists lists;

    @Inject
    private SentOnce once;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    /**
     * A product as a form sends it.
     *
     * @param value that goes with it alone, in the place of that of the form; empty when none does
     * @param expected what it must have, or nothing is done to it; empty when that does not matter
     */
    record Line(Chosen chosen, String value, String expected) {
        String or(String common) {
            return value.isEmpty() ? common : value;
        }

        String written() {
            return chosen.written() + (value.isEmpty() ? "" : "." + value) + (expected.isEmpty() ? "" : "~" + expected);
        }
    }

    /** What was chosen. @param problem why it cannot be done with; empty when it can */
    record Lines(List<Line> all, String problem) {}

    /** Addresses of the lines that the form has sent. */
    Set<String> slugs() {
        return sent().map(line -> line.chosen().slug()).collect(Collectors.toSet());
    }

    /** Those that the form has sent. */
    Stream<Line> sent() {
        return read(Stream.concat(
                values(WorkAddress.CHOSEN), Stream.of(parameter(LEFT).split(" "))));
    }

    /** What a form that goes on has left to do; empty when it begins. */
    List<Line> left() {
        return parameter(LEFT).isEmpty() ? List.of() : sent().toList();
    }

    /** Those that the form is about. */
    Lines chosen() {
        var counted = parameter(WHOLE);
        if (!counted.isEmpty()) {
            return wholeList(counted);
        }
        var all = sent().toList();
        return all.size() > ChosenProducts.MOST_OF_A_LIST ? tooMany() : new Lines(all, "");
    }

    /**
     * What is chosen is what was counted before their eyes: neither more nor less. Who sends it again, because the answer was lost, is told what came of the
     * same ones: some of them may have left the list by what was done to them.
     */
    private Lines wholeList(String counted) {
        var shown = values(SHOWN).collect(Collectors.joining(" "));
        var marked = values(WorkAddress.CHOSEN).collect(Collectors.joining(" "));
        return once.part(
                user.require().name(),
                WHOLE + " "
                        + Sha256.hex(
                                String.join("\n", counted, visit.getAddress().toString(), shown, marked)),
                () -> counted(counted),
                lines -> Optional.of(lines)
                        .filter(found -> found.problem().isEmpty())
                        .map(BulkLines::remembered),
                before -> new Lines(read(Stream.of(before.split(" "))).toList(), ""));
    }

    private static String remembered(Lines lines) {
        return lines.all().stream().map(Line::written).collect(Collectors.joining(" "));
    }

    private Lines counted(String counted) {
        var found =
                lists.all(WorkAddress.filter(visit.getAddress()), ChosenProducts.MOST_OF_A_LIST + 1, user.require());
        var marked = slugs();
        var left = values(SHOWN).filter(slug -> !marked.contains(slug)).collect(Collectors.toSet());
        var lines = found.stream()
                .filter(one -> !left.contains(one.slug()))
                .map(one -> new Line(one, "", ""))
                .toList();
        if (lines.size() > ChosenProducts.MOST_OF_A_LIST) {
            return tooMany();
        }
        return found.size() <= ChosenProducts.MOST_OF_A_LIST && !counted.equals(String.valueOf(found.size()))
                ? new Lines(List.of(), visit.text("work.whole.changed"))
                : new Lines(lines, "");
    }

    private Lines tooMany() {
        return new Lines(List.of(), visit.say("work.whole.many", ChosenProducts.MOST_OF_A_LIST));
    }

    private static Stream<Line> read(Stream<String> lines) {
        return lines.map(LINE::matcher)
                .filter(found -> found.matches())
                .map(found -> new Line(
                        new Chosen(found.group(1), Long.parseLong(found.group(2))),
                        Objects.requireNonNullElse(found.group(3), ""),
                        Objects.requireNonNullElse(found.group(4), "")))
                .distinct();
    }

    /** How many were done with before. */
    long done() {
        return number(DONE);
    }

    /** How many there are to do in all. @param left as many as this form is about */
    long total(int left) {
        return Math.max(number(TOTAL), left);
    }

    /** The lines by which what was done before is taken back. */
    List<String> undoing() {
        var undo = new ArrayList<>(List.of(parameter(UNDOING).split(" ")));
        undo.removeIf(String::isEmpty);
        return undo;
    }

    /** Those that were refused so far, each with the reason as a code. */
    Map<String, String> refused(List<Outcome> outcomes) {
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

    /** What the page carries, by the names of its fields. @param field that goes with the deed; empty when none does */
    static Map<String, String> fields(
            String deed,
            String field,
            String value,
            List<Line> rest,
            long done,
            long total,
            Map<String, String> refused,
            List<String> undo) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("lam", deed);
        if (!field.isEmpty()) {
            fields.put(field, value);
        }
        fields.put(LEFT, rest.stream().map(Line::written).collect(Collectors.joining(" ")));
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

    private long number(String name) {
        var text = parameter(name);
        return text.matches("[0-9]{1,4}") ? Long.parseLong(text) : 0;
    }

    private Stream<String> values(String name) {
        return Stream.of(Optional.ofNullable(request.getParameterValues(name)).orElseGet(() -> new String[0]));
    }

    /** Empty when it was not sent. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
