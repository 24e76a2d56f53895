package vn.loa.plans.web;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Jsons;
import vn.loa.common.Slug;

/** Writes a form as the API takes plans, so that both follow the same rules. What is no number stays the text that it is, for the rules to name it. */
final class PlanFormJson {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** How people write large numbers: 200.000, 200 000. */
    private static final Pattern PARTED = Pattern.compile("[0-9]{1,3}(?:[.\\s\\u00a0][0-9]{3})+");

    private PlanFormJson() {}

    static JsonObject of(PlanForm form) {
        var plan = Jsons.object();
        for (var field : List.of("number", "symbol", "agency", "programme", "parent")) {
            text(plan, field, form.get(field));
        }
        // Of these it is told when they are missing.
        for (var field : List.of("kind", "subject", "level", "locality")) {
            plan.add(field, form.get(field));
        }
        date(plan, form);
        texts(plan, "summary", form.summaries());
        numbers(plan, "period", Map.of("from", form.get("period.from"), "to", form.get("period.to")));
        signer(plan, form);
        plan.add("sections", sections(form));
        plan.add("legalBases", bases(form));
        plan.add("recipients", recipients(form));
        plan.add("deliverables", promises(form));
        return plan.build();
    }

    /** What was typed says how exactly it is known. */
    private static void date(JsonObjectBuilder plan, PlanForm form) {
        var date = iso(form.get("issued.date"));
        if (!date.isEmpty()) {
            var precision = date.length() == 4 ? "year" : date.length() == 7 ? "month" : "day";
            plan.add("issued", Jsons.object().add("date", date).add("precision", precision));
        }
    }

    /** {@code 7/3/2026} and {@code 3/2026} as people write them. */
    static String iso(String date) {
        var parts = date.strip().split("[/.]");
        if (parts.length == 0
                || Arrays.stream(parts).anyMatch(part -> !part.matches("[0-9]{1,4}"))
                || parts[parts.length - 1].length() != 4) {
            return date.strip();
        }
        return switch (parts.length) {
            case 2 -> "%s-%02d".formatted(parts[1], Integer.parseInt(parts[0]));
            case 3 -> "%s-%02d-%02d".formatted(parts[2], Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            default -> date.strip();
        };
    }

    private static void signer(JsonObjectBuilder plan, PlanForm form) {
        if (!form.get("signer.name").isBlank() || !form.get("signer.capacity").isBlank()) {
            var signer = Jsons.object();
            text(signer, "name", form.get("signer.name"));
            text(signer, "capacity", form.get("signer.capacity"));
            plan.add("signer", signer);
        }
    }

    private static JsonArrayBuilder bases(PlanForm form) {
        var all = Jsons.array();
        for (var row : filled(form, PlanForm.BASES)) {
            var basis = Jsons.object();
            basis.add("kind", row.getOrDefault("kind", ""));
            basis.add("reference", row.getOrDefault("reference", ""));
            basis.add("relation", or(row, "relation", "based-on"));
            text(basis, "date", iso(row.getOrDefault("date", "")));
            for (var field : List.of("issuer", "title", "amends", "citedIn", "plan")) {
                text(basis, field, row.getOrDefault(field, ""));
            }
            all.add(basis);
        }
        return all;
    }

    private static JsonArrayBuilder recipients(PlanForm form) {
        var all = Jsons.array();
        for (var row : filled(form, PlanForm.RECIPIENTS)) {
            var recipient = Jsons.object().add("name", row.getOrDefault("name", ""));
            text(recipient, "role", row.getOrDefault("role", ""));
            all.add(recipient);
        }
        return all;
    }

    private static JsonArrayBuilder sections(PlanForm form) {
        var taken = new HashSet<String>();
        form.rows(PlanForm.SECTIONS).forEach(row -> taken.add(row.getOrDefault("anchor", "")));
        var all = Jsons.array();
        for (var row : filled(form, PlanForm.SECTIONS)) {
            var section = Jsons.object();
            text(section, "number", row.getOrDefault("number", ""));
            section.add("title", row.getOrDefault("title", ""));
            section.add("anchor", anchor(row, taken));
            section.add("text", row.getOrDefault("text", ""));
            number(section, "depth", or(row, "depth", "1"));
            all.add(section);
        }
        return all;
    }

    /** Made from number and title the first time, and kept from then on: links lead there. */
    private static String anchor(Map<String, String> row, Set<String> taken) {
        var anchor = row.getOrDefault("anchor", "").strip();
        if (!anchor.isEmpty()) {
            return anchor;
        }
        var words = or(row, "number", row.getOrDefault("title", ""));
        Slug base;
        try {
            base = Slug.of(words);
        } catch (IllegalArgumentException nothingToRead) {
            base = new Slug("muc");
        }
        var free = base;
        for (var number = 2; !taken.add(free.value()); number++) {
            free = base.numbered(number);
        }
        row.put("anchor", free.value());
        return free.value();
    }

    private static JsonArrayBuilder promises(PlanForm form) {
        var all = Jsons.array();
        for (var row : filled(form, PlanForm.PROMISES)) {
            var promise = Jsons.object();
            text(promise, "id", row.getOrDefault("id", ""));
            texts(promise, "title", PlanForm.titles(row));
            promise.add("genre", row.getOrDefault("genre", ""));
            promise.add("how", or(row, "how", "none"));
            number(promise, "quantity", row.getOrDefault("quantity", ""));
            promise.add("languages", Jsons.array(words(row.getOrDefault("languages", ""))));
            numbers(
                    promise,
                    "minutes",
                    Map.of("min", row.getOrDefault("minutes.min", ""), "max", row.getOrDefault("minutes.max", "")));
            promise.add("replay", row.getOrDefault("replay", "").contains("true"));
            promise.add("channels", Jsons.array(PlanForm.lines(row.getOrDefault("channels", ""))));
            numbers(
                    promise,
                    "threshold",
                    Map.of(
                            "subscribers",
                            row.getOrDefault("threshold.subscribers", ""),
                            "views",
                            row.getOrDefault("threshold.views", "")));
            text(promise, "deadline", iso(row.getOrDefault("deadline", "")));
            promise.add("dueBefore", row.getOrDefault("dueBefore", "").contains("true"));
            text(promise, "leadUnit", row.getOrDefault("leadUnit", ""));
            promise.add("supportingUnits", Jsons.array(PlanForm.lines(row.getOrDefault("supportingUnits", ""))));
            text(promise, "budgetSource", row.getOrDefault("budgetSource", ""));
            all.add(promise);
        }
        return all;
    }

    /** A row in which nothing was written is none; it is taken from the form, too, so that places of problems hold. */
    private static List<Map<String, String>> filled(PlanForm form, String list) {
        var rows = form.rows(list);
        rows.removeIf(row -> row.entrySet().stream()
                .filter(field -> !Set.of("depth", "role", "relation", "how", "kind", "genre")
                        .contains(field.getKey()))
                .allMatch(field -> field.getValue().isBlank()));
        return rows;
    }

    private static String or(Map<String, String> row, String field, String otherwise) {
        var value = row.getOrDefault(field, "");
        return value.isBlank() ? otherwise : value;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static void text(JsonObjectBuilder object, String field, String value) {
        if (!value.isBlank()) {
            object.add(field, value);
        }
    }

    private static void texts(JsonObjectBuilder object, String field, Map<String, String> byLanguage) {
        var texts = Jsons.object();
        byLanguage.forEach((language, text) -> text(texts, language, text));
        object.add(field, texts);
    }

    /** Without what parts the digits of a large number; anything else as it is. */
    static String bare(String number) {
        return PARTED.matcher(number).matches() ? number.replaceAll("[^0-9]", "") : number;
    }

    private static void number(JsonObjectBuilder object, String field, String value) {
        var written = value.strip();
        var bare = bare(written);
        if (NUMBER.matcher(bare).matches()) {
            object.add(field, Long.parseLong(bare));
        } else {
            text(object, field, written);
        }
    }

    private static void numbers(JsonObjectBuilder object, String field, Map<String, String> values) {
        if (values.values().stream().anyMatch(value -> !value.isBlank())) {
            var numbers = Jsons.object();
            values.forEach((name, value) -> number(numbers, name, value));
            object.add(field, numbers);
        }
    }
}
