package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.plans.PlanDocument;
import vn.loa.plans.WorkingPlan;

/**
 * What stands in the form of a plan, as it was typed: fields by the paths that they have in the API, and lists of rows of such fields. So nothing that somebody has
 * typed is lost, however wrong it is. For one request.
 */
public final class PlanForm {
    static final String BASES = "legalBases";
    static final String RECIPIENTS = "recipients";
    static final String SECTIONS = "sections";
    static final String PROMISES = "deliverables";

    static final List<String> FIELDS = List.of(
            "number",
            "symbol",
            "kind",
            "issued.date",
            "agency",
            "subject",
            "summary.vi",
            "summary.en",
            "level",
            "locality",
            "period.from",
            "period.to",
            "programme",
            "parent",
            "signer.name",
            "signer.capacity");

    static final Map<String, List<String>> LISTS = lists();

    /** More rows than any plan has are not read. */
    private static final int MOST_ROWS = 2_000;

    private static final Pattern ROW = Pattern.compile("([a-zA-Z]+)\\[([0-9]{1,4})]\\.([a-zA-Z.-]+)");

    private static final String SUMMARY = "summary.";
    private static final String TITLE = "title.";

    /** The languages that have fields of their own; what stands in others is carried on. */
    private static final Set<String> WRITTEN = Set.of(Texts.FALLBACK, "en");

    private static final Pattern SUMMARIES = Pattern.compile("summary\\.[a-zA-Z-]{2,20}");
    private static final Pattern TITLES = Pattern.compile("title\\.[a-zA-Z-]{2,20}");

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    PlanForm() {
        FIELDS.forEach(field -> fields.put(field, ""));
        LISTS.keySet().forEach(list -> rows.put(list, new ArrayList<>()));
    }

    private static Map<String, List<String>> lists() {
        var lists = new LinkedHashMap<String, List<String>>();
        lists.put(
                BASES,
                List.of("kind", "reference", "date", "issuer", "title", "relation", "amends", "citedIn", "plan"));
        lists.put(RECIPIENTS, List.of("name", "role"));
        lists.put(SECTIONS, List.of("number", "title", "depth", "anchor", "text"));
        lists.put(
                PROMISES,
                List.of(
                        "id",
                        "title.vi",
                        "title.en",
                        "genre",
                        "quantity",
                        "languages",
                        "how",
                        "minutes.min",
                        "minutes.max",
                        "replay",
                        "channels",
                        "threshold.subscribers",
                        "threshold.views",
                        "deadline",
                        "dueBefore",
                        "leadUnit",
                        "supportingUnits",
                        "budgetSource"));
        return lists;
    }

    /** A plan that nobody has written yet. */
    static PlanForm blank(String locality) {
        var form = new PlanForm();
        form.fields.put("kind", "KH");
        form.fields.put("level", "province");
        form.fields.put("locality", locality);
        return form;
    }

    static PlanForm of(WorkingPlan plan) {
        var form = new PlanForm();
        form.put("number", plan.number());
        form.put("symbol", plan.symbol());
        form.put("kind", plan.kind());
        form.put("issued.date", plan.issued() == null ? null : date(plan.issued()));
        form.put("agency", plan.agency() == null ? null : plan.agency().code());
        form.put("subject", plan.subject());
        plan.summary().asMap().forEach((language, text) -> form.put(SUMMARY + language, text));
        form.put("level", plan.level());
        form.put("locality", plan.locality());
        form.put("period.from", plan.period().from());
        form.put("period.to", plan.period().to());
        form.put("programme", plan.programme());
        form.put("parent", plan.parent());
        form.put("signer.name", plan.signer() == null ? null : plan.signer().name());
        form.put("signer.capacity", plan.signer() == null ? null : plan.signer().capacity());
        plan.legalBases().forEach(basis -> form.rows(BASES).add(PlanRows.of(basis)));
        plan.recipients().forEach(recipient -> form.rows(RECIPIENTS).add(PlanRows.of(recipient)));
        plan.sections().forEach(section -> form.rows(SECTIONS).add(PlanRows.of(section)));
        plan.deliverables().forEach(promise -> form.rows(PROMISES).add(PlanRows.of(promise)));
        return form;
    }

    /** As exactly as it is known: 2024, 04/2024 or 15/04/2024. */
    private static String date(PlanDocument.Issued issued) {
        var day = PlanRows.day(issued.date());
        return switch (issued.precision()) {
            case "year" -> day.substring(6);
            case "month" -> day.substring(3);
            default -> day;
        };
    }

    /** What a form has sent. */
    static PlanForm sent(Map<String, String[]> parameters) {
        var form = new PlanForm();
        FIELDS.forEach(field -> form.put(field, first(parameters.get(field))));
        parameters.forEach((name, values) -> {
            if (SUMMARIES.matcher(name).matches()) {
                form.put(name, first(values));
            }
            var row = ROW.matcher(name);
            if (row.matches()) {
                form.put(row.group(1), Integer.parseInt(row.group(2)), row.group(3), values);
            }
        });
        return form;
    }

    private static @Nullable String first(String @Nullable [] values) {
        return values == null || values.length == 0 ? null : values[0];
    }

    private void put(String list, int number, String field, String[] values) {
        var all = rows.get(list);
        if (all == null
                || number >= MOST_ROWS
                || !LISTS.getOrDefault(list, List.of()).contains(field)
                        && !(list.equals(PROMISES) && TITLES.matcher(field).matches())) {
            return;
        }
        while (all.size() <= number) {
            all.add(PlanRows.blank(list));
        }
        all.get(number).put(field, String.join(" ", values));
    }

    private void put(String field, @Nullable Object value) {
        fields.put(field, Objects.toString(value, ""));
    }

    void set(String field, String value) {
        fields.put(field, value);
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** What stands at a path, of a field or of a field of a row; empty when there is no such place. */
    String at(String path) {
        var row = ROW.matcher(path);
        if (!row.matches()) {
            return get(path);
        }
        var all = rows(row.group(1));
        var number = Integer.parseInt(row.group(2));
        return number < all.size() ? all.get(number).getOrDefault(row.group(3), "") : "";
    }

    /** Addresses of plans, or what was written for them: of the one that this details, and of those it rests on. */
    List<String> plans() {
        return Stream.concat(Stream.of(get("parent")), rows(BASES).stream().map(row -> row.getOrDefault("plan", "")))
                .filter(written -> !written.isBlank())
                .distinct()
                .toList();
    }

    /** The rows of a list, which may be changed. */
    public List<Map<String, String>> rows(String list) {
        return rows.computeIfAbsent(list, name -> new ArrayList<>());
    }

    /** Does what a button at a row, or below a list, says. */
    void arrange(String act, String list, int number) {
        var all = rows.get(list);
        if (all == null) {
            return;
        }
        if (act.equals("them") && all.size() < MOST_ROWS) {
            all.add(PlanRows.blank(list));
        } else if (number >= 0 && number < all.size()) {
            switch (act) {
                case "bo" -> all.remove(number);
                case "len" -> swap(all, number, number - 1);
                case "xuong" -> swap(all, number, number + 1);
                default -> {}
            }
        }
    }

    private static void swap(List<Map<String, String>> all, int one, int other) {
        if (other >= 0 && other < all.size()) {
            java.util.Collections.swap(all, one, other);
        }
    }

    /** Fields of which two forms say different things; rows of lists are compared by {@link PlanListMerge}. */
    static List<String> differences(PlanForm mine, PlanForm theirs) {
        return Stream.of(mine, theirs)
                .flatMap(PlanForm::fields)
                .distinct()
                .filter(field -> !PlanRows.same(field, mine.get(field)).equals(PlanRows.same(field, theirs.get(field))))
                .toList();
    }

    /** Names of the fields that stand in no list. */
    Stream<String> fields() {
        return Stream.concat(FIELDS.stream(), getCarried().stream());
    }

    void take(String name, PlanForm from) {
        take(List.of(name), from);
    }

    /** Takes over fields, rows of lists by their places, and the order of rows by the name of their list. */
    void take(Collection<String> names, PlanForm from) {
        names.stream()
                .filter(name -> FIELDS.contains(name) || SUMMARIES.matcher(name).matches())
                .forEach(name -> fields.put(name, from.get(name)));
        for (var list : LISTS.keySet()) {
            if (names.stream()
                    .anyMatch(name -> name.equals(list) || PlanRows.list(name).equals(list))) {
                rows.put(
                        list,
                        new ArrayList<>(
                                PlanListMerge.of(list, this, from, Map.of()).taking(Set.copyOf(names))));
            }
        }
    }

    /** Rows that were sent before, and got their names then, have them from now on. */
    void adopt(PlanForm saved) {
        List.of(SECTIONS, PROMISES).forEach(list -> PlanRows.adopt(list, rows(list), saved.rows(list)));
    }

    /** Names of the fields of summaries in languages that have no field on the page. */
    public List<String> getCarried() {
        return carried(SUMMARY, fields);
    }

    /** The same of the titles of a promise. */
    static List<String> carried(Map<String, String> row) {
        return carried(TITLE, row);
    }

    private static List<String> carried(String prefix, Map<String, String> values) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(prefix) && !WRITTEN.contains(name.substring(prefix.length())))
                .toList();
    }

    /** The texts of a summary, by language. */
    Map<String, String> summaries() {
        return texts(SUMMARY, fields);
    }

    /** The titles of a promise, by language. */
    static Map<String, String> titles(Map<String, String> row) {
        return texts(TITLE, row);
    }

    private static Map<String, String> texts(String prefix, Map<String, String> values) {
        var texts = new LinkedHashMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                texts.put(name.substring(prefix.length()), value);
            }
        });
        return texts;
    }

    static List<String> lines(String text) {
        return Arrays.stream(text.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
