package vn.loa.plans.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Sha256;
import vn.loa.plans.PlanDocument;

/** The rows of the lists of {@link PlanForm}. */
final class PlanRows {
    /** Fields by which a row is the same one, whatever else it says and wherever it stands. */
    static final Map<String, String> CALLED = Map.of(
            PlanForm.BASES, "reference",
            PlanForm.RECIPIENTS, "name",
            PlanForm.SECTIONS, "anchor",
            PlanForm.PROMISES, "id");

    /** Enough that no two texts have the same by chance. */
    private static final int MARK_DIGITS = 16;

    private PlanRows() {}

    /** By what they are called; of two of one name the second has a number behind it. */
    static Map<String, Map<String, String>> named(String list, List<Map<String, String>> all) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var row : all) {
            var called = called(list, row);
            var name = called;
            for (var number = 2; rows.containsKey(name); number++) {
                name = called + " " + number;
            }
            rows.put(name, row);
        }
        return rows;
    }

    private static String called(String list, Map<String, String> row) {
        return plain(row.getOrDefault(CALLED.getOrDefault(list, ""), ""));
    }

    /** The same by names that fit into forms: that of the list, and behind it a mark. */
    static Map<String, Map<String, String>> placed(String list, List<Map<String, String>> all) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        named(list, all).forEach((name, row) -> rows.put(list + "/" + digits(name), row));
        return rows;
    }

    /** The list of a place of a row; empty for a field. */
    static String list(String place) {
        var at = place.indexOf('/');
        return at < 0 ? "" : place.substring(0, at);
    }

    /** Of what stands in which field: nothing else has it by chance. */
    static String mark(Map<String, String> row) {
        return digits(new TreeMap<>(row)
                .entrySet().stream()
                        .map(field -> field.getKey() + "\n" + same(field.getKey(), field.getValue()))
                        .filter(said -> !said.endsWith("\n"))
                        .collect(Collectors.joining("\0")));
    }

    private static String digits(String text) {
        return Sha256.hex(text).substring(0, MARK_DIGITS);
    }

    /** As it would be saved: the same day or number can be written in several ways, and languages are ticked in whatever order. */
    static String same(String field, String value) {
        var text = plain(value);
        return switch (field) {
            case "languages" -> Arrays.stream(text.split("\\s+")).sorted().collect(Collectors.joining(" "));
            case "date", "deadline", "issued.date" -> PlanFormJson.iso(text);
            case "quantity", "minutes.min", "minutes.max", "threshold.subscribers", "threshold.views" ->
                PlanFormJson.bare(text);
            default -> text;
        };
    }

    /** Browsers end lines in their own way. */
    private static String plain(String text) {
        return text.replace("\r", "").strip();
    }

    /** Gives rows of the first, which have no name yet, that of a row of the other that says the same: who sent them has sent them before. */
    static void adopt(String list, List<Map<String, String>> mine, List<Map<String, String>> theirs) {
        var name = CALLED.getOrDefault(list, "");
        var known = mine.stream().map(row -> called(list, row)).collect(Collectors.toSet());
        for (var row : mine) {
            if (called(list, row).isEmpty()) {
                theirs.stream()
                        .filter(other -> !known.contains(called(list, other)) && isSame(row, other, name))
                        .findFirst()
                        .ifPresent(other -> {
                            row.put(name, called(list, other));
                            known.add(called(list, other));
                        });
            }
        }
    }

    private static boolean isSame(Map<String, String> one, Map<String, String> other, String butFor) {
        var renamed = new LinkedHashMap<>(one);
        renamed.put(butFor, other.getOrDefault(butFor, ""));
        return mark(renamed).equals(mark(other));
    }

    static Map<String, String> blank(String list) {
        var row = new LinkedHashMap<String, String>();
        PlanForm.LISTS.getOrDefault(list, List.of()).forEach(field -> row.put(field, ""));
        return row;
    }

    static Map<String, String> of(PlanDocument.Basis basis) {
        var row = blank(PlanForm.BASES);
        put(row, "kind", basis.kind());
        put(row, "reference", basis.reference());
        put(row, "date", basis.date());
        put(row, "issuer", basis.issuer());
        put(row, "title", basis.title());
        put(row, "relation", basis.relation());
        put(row, "amends", basis.amends());
        put(row, "citedIn", basis.citedIn());
        put(row, "plan", basis.plan());
        return row;
    }

    static Map<String, String> of(PlanDocument.Addressee recipient) {
        var row = blank(PlanForm.RECIPIENTS);
        put(row, "name", recipient.name());
        put(row, "role", recipient.role());
        return row;
    }

    static Map<String, String> of(PlanDocument.Part section) {
        var row = blank(PlanForm.SECTIONS);
        put(row, "number", section.number());
        put(row, "title", section.title());
        put(row, "depth", section.depth());
        put(row, "anchor", section.anchor());
        put(row, "text", section.text());
        return row;
    }

    static Map<String, String> of(PlanDocument.Promise promise) {
        var row = blank(PlanForm.PROMISES);
        put(row, "id", promise.id());
        promise.title().asMap().forEach((language, text) -> put(row, "title." + language, text));
        put(row, "genre", promise.genre());
        put(row, "quantity", promise.quantity());
        put(row, "languages", String.join(" ", promise.languages()));
        put(row, "how", promise.how());
        put(
                row,
                "minutes.min",
                promise.minutes() == null ? null : promise.minutes().min());
        put(
                row,
                "minutes.max",
                promise.minutes() == null ? null : promise.minutes().max());
        put(row, "replay", promise.replay() ? "true" : null);
        put(row, "channels", String.join("\n", promise.channels()));
        put(
                row,
                "threshold.subscribers",
                promise.threshold() == null ? null : promise.threshold().subscribers());
        put(
                row,
                "threshold.views",
                promise.threshold() == null ? null : promise.threshold().views());
        put(row, "deadline", promise.deadline());
        put(row, "dueBefore", promise.dueBefore() ? "true" : null);
        put(row, "leadUnit", promise.leadUnit());
        put(row, "supportingUnits", String.join("\n", promise.supportingUnits()));
        put(row, "budgetSource", promise.budgetSource());
        return row;
    }

    /** As people write it: 07/03/2026. */
    static String day(LocalDate date) {
        return "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private static void put(Map<String, String> row, String field, @Nullable Object value) {
        row.put(field, value instanceof LocalDate date ? day(date) : Objects.toString(value, ""));
    }
}
