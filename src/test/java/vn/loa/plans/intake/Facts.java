package vn.loa.plans.intake;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.PlanContent;

/**
 * A document as single facts by field, so that what was found can be counted against what is there: a fact is right when it is the same but for case, marks
 * and signs.
 */
public final class Facts {
    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    private Facts() {}

    public Map<String, List<String>> byField() {
        return byField;
    }

    private void add(String field, @Nullable Object... parts) {
        List<String> facts = byField.computeIfAbsent(field, f -> new ArrayList<>());
        if (parts[parts.length - 1] != null) {
            facts.add(
                    Arrays.stream(parts).map(part -> fold(String.valueOf(part))).collect(Collectors.joining(" | ")));
        }
    }

    private static String fold(String text) {
        return Letters.fold(text).replaceAll("[^a-z0-9/+]+", " ").strip();
    }

    /** What a person found. */
    public static Facts of(Judgement judgement) {
        Facts facts = new Facts();
        facts.add("superior", judgement.text("superior").orElse(null));
        for (String field : List.of("agency", "number", "symbol", "town", "kind", "subject")) {
            facts.add(field, judgement.text(field).orElse(null));
        }
        Optional<JsonObject> issued = Judgement.object(judgement.facts(), "issued");
        facts.add(
                "issued",
                issued.map(i -> i.getString("date") + " " + i.getString("precision"))
                        .orElse(null));
        JsonObject period = judgement.facts().getJsonObject("period");
        facts.add("period", period.getInt("from") + " " + period.getInt("to"));
        Optional<JsonObject> signer = Judgement.object(judgement.facts(), "signer");
        facts.add("signer: name", signer.flatMap(s -> Judgement.text(s, "name")).orElse(null));
        facts.add(
                "signer: capacity",
                signer.flatMap(s -> Judgement.text(s, "capacity")).orElse(null));
        for (JsonObject basis : judgement.list("legalBases")) {
            String key = basis.getString("reference") + " in "
                    + Judgement.text(basis, "citedIn").orElse("preamble");
            facts.add("basis: kind, number, symbol, section", key, basis.getString("kind"));
            facts.add("basis: date", key, Judgement.text(basis, "date").orElse(null));
            facts.add("basis: agency", key, Judgement.text(basis, "issuer").orElse(null));
            facts.add(
                    "basis: relation",
                    key,
                    basis.getString("relation")
                            + Judgement.text(basis, "amends").orElse(""));
            facts.add(
                    "basis: subject",
                    key,
                    about(judgement, key)
                            .map(about -> String.join(" + ", about))
                            .orElse(null));
        }
        for (JsonObject section : judgement.list("sections")) {
            facts.add(
                    "section: address, number, depth",
                    section.getString("anchor"),
                    section.getString("number"),
                    section.getInt("depth"));
        }
        for (JsonObject recipient : judgement.list("recipients")) {
            facts.add("recipient: name", recipient.getString("name"));
            facts.add(
                    "recipient: role",
                    recipient.getString("name"),
                    Judgement.text(recipient, "role").orElse(null));
        }
        for (JsonObject promise : judgement.list("deliverables")) {
            String key = promise.getInt("quantity") + " " + promise.getString("genre");
            facts.add("deliverable: number and genre", key);
            facts.add(
                    "deliverable: languages",
                    key,
                    promise.getJsonArray("languages").isEmpty()
                            ? null
                            : promise.getJsonArray("languages").getValuesAs(JsonString.class).stream()
                                    .map(JsonString::getString)
                                    .collect(Collectors.joining(" ")));
            facts.add(
                    "deliverable: dub or subtitle",
                    key,
                    promise.getString("how").equals("none") ? null : promise.getString("how"));
            facts.add(
                    "deliverable: minutes",
                    key,
                    Judgement.object(promise, "minutes")
                            .map(m -> m.getInt("min") + " " + m.getInt("max"))
                            .orElse(null));
            facts.add("deliverable: replay", key, promise.getBoolean("replay") ? "replay" : null);
            facts.add(
                    "deliverable: threshold",
                    key,
                    Judgement.object(promise, "threshold")
                            .map(t -> t.getInt("subscribers") + " " + t.getInt("views"))
                            .orElse(null));
            facts.add(
                    "deliverable: deadline",
                    key,
                    Judgement.text(promise, "deadline")
                            .map(d -> d + (promise.getBoolean("dueBefore") ? " before" : ""))
                            .orElse(null));
            facts.add(
                    "deliverable: lead unit",
                    key,
                    Judgement.text(promise, "leadUnit").orElse(null));
        }
        judgement
                .facts()
                .getJsonArray("withoutNumber")
                .getValuesAs(JsonString.class)
                .forEach(genre -> facts.add("deliverable without number: genre", genre.getString()));
        return facts;
    }

    /** The first and the last words of what a document is about, by its key. */
    private static Optional<List<String>> about(Judgement judgement, String key) {
        return judgement.list("legalBases").stream()
                .filter(basis -> key.equals(basis.getString("reference") + " in "
                        + Judgement.text(basis, "citedIn").orElse("preamble")))
                .filter(basis -> basis.get("about") instanceof JsonArray)
                .map(basis -> basis.getJsonArray("about").getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList())
                .findFirst();
    }

    /** What was recognised. @param judgement whose words about subjects are looked for */
    public static Facts of(RecognisedPlan plan, Judgement judgement) {
        Facts facts = new Facts();
        facts.add("superior", value(plan.superior()));
        facts.add("agency", value(plan.agency()));
        facts.add("number", value(plan.number()));
        facts.add("symbol", value(plan.symbol()));
        facts.add("town", value(plan.town()));
        facts.add("kind", plan.kind().map(k -> k.value().abbreviation()).orElse(null));
        facts.add("subject", value(plan.subject()));
        facts.add(
                "issued",
                plan.issued()
                        .map(i -> i.value().date() + " " + i.value().precision().code())
                        .orElse(null));
        facts.add(
                "period",
                plan.period().map(p -> p.value().from() + " " + p.value().to()).orElse(null));
        facts.add("signer: name", plan.signer().map(s -> s.value().name()).orElse(null));
        facts.add(
                "signer: capacity", plan.signer().map(s -> s.value().capacity()).orElse(null));
        plan.legalBases().forEach(basis -> facts.addBasis(basis.value(), judgement));
        plan.sections()
                .forEach(section -> facts.add(
                        "section: address, number, depth",
                        section.value().anchor(),
                        section.value().number(),
                        section.value().depth()));
        plan.recipients().forEach(recipient -> {
            facts.add("recipient: name", recipient.value().name());
            facts.add(
                    "recipient: role",
                    recipient.value().name(),
                    recipient.value().role().map(role -> role.code()).orElse(null));
        });
        plan.deliverables().forEach(promise -> facts.addPromise(promise.value()));
        return facts;
    }

    private static <T> @Nullable T value(Optional<Finding<T>> finding) {
        return finding.map(Finding::value).orElse(null);
    }

    private void addBasis(PlanContent.Basis basis, Judgement judgement) {
        String key = basis.reference() + " in " + (basis.citedIn() == null ? "preamble" : basis.citedIn());
        add("basis: kind, number, symbol, section", key, basis.kind());
        add("basis: date", key, basis.date());
        add("basis: agency", key, basis.issuer());
        add("basis: relation", key, basis.relation().code() + (basis.amends() == null ? "" : basis.amends()));
        String title = basis.title();
        boolean same = title != null
                && about(judgement, key)
                        .filter(about -> fold(title).startsWith(fold(about.get(0)))
                                && fold(title).endsWith(fold(about.get(1))))
                        .isPresent();
        add(
                "basis: subject",
                key,
                same ? String.join(" + ", about(judgement, key).orElseThrow()) : title);
    }

    private void addPromise(PlanContent.Promise promise) {
        if (promise.quantity() == null) {
            add("deliverable without number: genre", promise.genre());
            return;
        }
        String key = promise.quantity() + " " + promise.genre();
        add("deliverable: number and genre", key);
        add(
                "deliverable: languages",
                key,
                promise.languages().isEmpty() ? null : String.join(" ", promise.languages()));
        add(
                "deliverable: dub or subtitle",
                key,
                promise.adaptation().code().equals("none")
                        ? null
                        : promise.adaptation().code());
        add(
                "deliverable: minutes",
                key,
                promise.minutesMin() == null ? null : promise.minutesMin() + " " + promise.minutesMax());
        add("deliverable: replay", key, promise.replay() ? "replay" : null);
        add(
                "deliverable: threshold",
                key,
                promise.thresholdSubscribers() == null
                        ? null
                        : promise.thresholdSubscribers() + " " + promise.thresholdViews());
        add(
                "deliverable: deadline",
                key,
                promise.deadline() == null ? null : promise.deadline() + (promise.dueBefore() ? " before" : ""));
        add("deliverable: lead unit", key, promise.leadUnit());
    }
}
