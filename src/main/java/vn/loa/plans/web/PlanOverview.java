package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Visit;
import vn.loa.plans.SourceText;

/** What the form of a plan says of itself: each part with what is wrong, blank or doubtful in it, and each row in one line. For one request. */
final class PlanOverview {
    static final String HEAD = "chung";

    /** What a plan usually says of itself. */
    private static final List<String> EXPECTED = List.of(
            "subject",
            "number",
            "symbol",
            "issued.date",
            "agency",
            "locality",
            "period.from",
            "signer.name",
            "summary.vi");

    /** The same of the rows of a list. */
    private static final Map<String, List<String>> OF_ROWS = Map.of(
            PlanForm.PROMISES, List.of("title.vi", "genre", "quantity", "deadline"),
            PlanForm.SECTIONS, List.of("title", "text"),
            PlanForm.BASES, List.of("kind", "reference", "date", "issuer"),
            PlanForm.RECIPIENTS, List.of("name"));

    /** In the order of the page. */
    private static final List<String> PARTS =
            List.of(HEAD, PlanForm.PROMISES, PlanForm.SECTIONS, PlanForm.BASES, PlanForm.RECIPIENTS);

    private final PlanForm form;
    private final Set<String> wrong;
    private final Map<String, SourceText.Found> found;
    private final UnaryOperator<String> genres;
    private final UnaryOperator<String> languages;
    private final Visit visit;

    /** A field in which nothing stands. @param path to which a link leads */
    public record Blank(String path, String label) {}

    /**
     * A part of the page.
     *
     * @param name under which it stands
     * @param rows how many there are of a list; -1 where it is none
     */
    public record Part(String name, String label, int rows, int wrong, List<Blank> blank, int doubtful) {}

    /** A row in one line. @param meta the rest of it, in small @param lacks what it does not say, in words; empty when nothing */
    public record Line(String text, String meta, boolean wrong, String lacks, boolean doubtful) {}

    /** @param wrong paths of fields with which something is wrong @param genres what a genre is called, by code @param languages the same of languages, one after the other */
    PlanOverview(
            PlanForm form,
            Set<String> wrong,
            Map<String, SourceText.Found> found,
            UnaryOperator<String> genres,
            UnaryOperator<String> languages,
            Visit visit) {
        this.form = form;
        this.wrong = wrong;
        this.found = found;
        this.genres = genres;
        this.languages = languages;
        this.visit = visit;
    }

    List<Part> parts() {
        return PARTS.stream().map(this::part).toList();
    }

    private Part part(String name) {
        if (name.equals(HEAD)) {
            var blank = EXPECTED.stream()
                    .filter(field -> form.get(field).isBlank())
                    .map(field -> new Blank(field, visit.text("plan.field." + field)))
                    .toList();
            return new Part(name, visit.text("plan.work.head"), -1, wrong("", false), blank, doubtful("", false));
        }
        var rows = form.rows(name);
        var blank = IntStream.range(0, rows.size())
                .boxed()
                .flatMap(i -> blank(name, i)
                        .map(field -> new Blank(
                                name + "[" + i + "]." + field,
                                visit.say("plan.row." + name, i + 1) + ": "
                                        + visit.text("plan.field." + name + "." + field))))
                .toList();
        return new Part(
                name, visit.text("plan.work." + name), rows.size(), wrong(name, true), blank, doubtful(name, true));
    }

    private int wrong(String list, boolean isList) {
        return (int) wrong.stream().filter(path -> isOf(list, isList, path)).count();
    }

    private int doubtful(String list, boolean isList) {
        return (int) found.entrySet().stream()
                .filter(each -> isOf(list, isList, each.getKey())
                        && !each.getValue().doubts().isEmpty())
                .count();
    }

    /** @param isList else the path is of no list at all */
    private static boolean isOf(String list, boolean isList, String path) {
        return isList
                ? path.equals(list) || path.startsWith(list + "[")
                : PlanForm.LISTS.keySet().stream().noneMatch(each -> isOf(each, true, path));
    }

    /** A section may be nothing but a heading over others. */
    private Stream<String> blank(String list, int number) {
        var row = form.rows(list).get(number);
        return OF_ROWS.getOrDefault(list, List.of()).stream()
                .filter(field -> row.getOrDefault(field, "").isBlank())
                .filter(field -> !field.equals("text") || !isHeading(number));
    }

    private boolean isHeading(int number) {
        var sections = form.rows(PlanForm.SECTIONS);
        return number + 1 < sections.size()
                && depth(sections.get(number + 1)).compareTo(depth(sections.get(number))) > 0;
    }

    private static String depth(Map<String, String> section) {
        return section.getOrDefault("depth", "");
    }

    Line line(String list, int number) {
        var row = form.rows(list).get(number);
        var place = list + "[" + number + "]";
        var seen = found.get(place);
        var lacks = blank(list, number)
                .map(field -> visit.text("plan.field." + list + "." + field).toLowerCase(visit.getLocale()))
                .toList();
        return new Line(
                text(list, row),
                meta(list, row),
                wrong.stream().anyMatch(path -> path.equals(place) || path.startsWith(place + ".")),
                String.join(", ", lacks),
                seen != null && !seen.doubts().isEmpty());
    }

    private static String text(String list, Map<String, String> row) {
        return switch (list) {
            case PlanForm.PROMISES -> row.getOrDefault("title.vi", "");
            case PlanForm.SECTIONS -> joined(". ", row.getOrDefault("number", ""), row.getOrDefault("title", ""));
            case PlanForm.BASES -> joined(" ", row.getOrDefault("kind", ""), row.getOrDefault("reference", ""));
            default -> row.getOrDefault("name", "");
        };
    }

    private String meta(String list, Map<String, String> row) {
        return switch (list) {
            case PlanForm.PROMISES ->
                joined(
                        " · ",
                        joined(" ", row.getOrDefault("quantity", ""), genres.apply(row.getOrDefault("genre", ""))),
                        languages.apply(row.getOrDefault("languages", "")),
                        row.getOrDefault("deadline", ""));
            case PlanForm.BASES -> joined(" · ", row.getOrDefault("date", ""), row.getOrDefault("issuer", ""));
            case PlanForm.RECIPIENTS -> {
                var role = row.getOrDefault("role", "");
                yield role.isBlank() ? "" : visit.textOr("plan.recipient." + role, "plan.field.other");
            }
            default -> "";
        };
    }

    private static String joined(String between, String... parts) {
        var said = new ArrayList<String>();
        Stream.of(parts).map(String::strip).filter(part -> !part.isEmpty()).forEach(said::add);
        return String.join(between, said);
    }

    /** Whether a row is being written: new, or otherwise than it is saved. */
    static boolean isBeingWritten(PlanForm form, PlanForm saved, String list, int number) {
        var row = form.rows(list).get(number);
        return saved.rows(list).stream().noneMatch(other -> isSame(row, other));
    }

    private static boolean isSame(Map<String, String> one, Map<String, String> other) {
        return Stream.concat(one.keySet().stream(), other.keySet().stream())
                .distinct()
                .allMatch(field -> plain(one.get(field)).equals(plain(other.get(field))));
    }

    private static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").replace("\r", "").strip();
    }
}
