package vn.loa.plans.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanDocument;

/** The rows of the lists of {@link PlanForm}. */
final class PlanRows {
    private PlanRows() {}

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
