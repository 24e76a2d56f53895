package vn.loa.plans;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.JsonFields;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Level;

/**
 * Everything an editor writes about a plan: the "plan" of the API without what the portal adds.
 *
 * @param number as published; null when the plan was published without
 * @param symbol for example {@code KH-UBND}
 * @param kind of document: KH, QĐ …
 * @param issued null when nothing is known of it
 * @param agency code; null while nobody has found out, which is for drafts alone
 * @param subject trích yếu
 * @param summary in the portal's own words
 * @param locality code, with {@code @validFrom} where it has been reused
 * @param parent address of the plan that this one details
 */
public record PlanContent(
        @Nullable String number,
        @Nullable String symbol,
        String kind,
        @Nullable ImpreciseDate issued,
        @Nullable String agency,
        String subject,
        Texts summary,
        Level level,
        String locality,
        @Nullable Integer periodFrom,
        @Nullable Integer periodTo,
        @Nullable String programme,
        @Nullable String parent,
        @Nullable Signer signer,
        List<Basis> legalBases,
        List<Recipient> recipients,
        List<Part> sections,
        List<Promise> deliverables) {

    public PlanContent {
        legalBases = List.copyOf(legalBases);
        recipients = List.copyOf(recipients);
        sections = List.copyOf(sections);
        deliverables = List.copyOf(deliverables);
    }

    /** Who signed, and in what capacity ({@code KT. CHỦ TỊCH, PHÓ CHỦ TỊCH}); either may be unknown. */
    public record Signer(@Nullable String name, @Nullable String capacity) {}

    /** See {@link LegalBasis}. @param plan address of the same document in the portal */
    public record Basis(
            String reference,
            String kind,
            @Nullable LocalDate date,
            @Nullable String issuer,
            @Nullable String title,
            Relation relation,
            @Nullable String amends,
            @Nullable String citedIn,
            @Nullable String plan) {}

    /** See {@link Section}. */
    public record Part(int depth, @Nullable String number, String title, String anchor, String text) {}

    /** See {@link Deliverable}. @param key empty where one is to be made */
    public record Promise(
            String key,
            Texts title,
            String genre,
            @Nullable Integer quantity,
            List<String> languages,
            Adaptation adaptation,
            @Nullable Integer minutesMin,
            @Nullable Integer minutesMax,
            boolean replay,
            List<String> channels,
            @Nullable Long thresholdSubscribers,
            @Nullable Long thresholdViews,
            @Nullable LocalDate deadline,
            boolean dueBefore,
            @Nullable String leadUnit,
            List<String> supportingUnits,
            @Nullable String budgetSource) {

        Promise withKey(String chosen) {
            return new Promise(
                    chosen,
                    title,
                    genre,
                    quantity,
                    languages,
                    adaptation,
                    minutesMin,
                    minutesMax,
                    replay,
                    channels,
                    thresholdSubscribers,
                    thresholdViews,
                    deadline,
                    dueBefore,
                    leadUnit,
                    supportingUnits,
                    budgetSource);
        }
    }

    PlanContent withPromises(List<Promise> promises) {
        return new PlanContent(
                number,
                symbol,
                kind,
                issued,
                agency,
                subject,
                summary,
                level,
                locality,
                periodFrom,
                periodTo,
                programme,
                parent,
                signer,
                legalBases,
                recipients,
                sections,
                promises);
    }

    /** Reads the fields that can be written; what is wrong is left with the reader, which the caller finishes. */
    public static PlanContent read(JsonFields fields) {
        var period = fields.optionalObject("period", PlanContent::readPeriod);
        var anchors = new HashSet<String>();
        // Before the legal bases, which name them.
        var sections = PlanRules.few(fields, "sections", fields.objects("sections", part -> readPart(part, anchors)));
        var keys = new HashSet<String>();
        return new PlanContent(
                PlanRules.line(fields, "number"),
                PlanRules.line(fields, "symbol"),
                PlanRules.requiredLine(fields, "kind"),
                fields.optionalObject("issued", PlanContent::readDate).orElse(null),
                readAgency(fields),
                PlanRules.subject(fields),
                PlanRules.summary(fields),
                coded(fields, "level", Level.PROVINCE),
                PlanRules.requiredLine(fields, "locality"),
                period.flatMap(Period::from).orElse(null),
                period.flatMap(Period::to).orElse(null),
                PlanRules.line(fields, "programme"),
                fields.optionalText("parent").orElse(null),
                fields.optionalObject(
                                "signer", s -> new Signer(PlanRules.line(s, "name"), PlanRules.line(s, "capacity")))
                        .orElse(null),
                PlanRules.few(fields, "legalBases", fields.objects("legalBases", basis -> readBasis(basis, anchors))),
                PlanRules.few(fields, "recipients", fields.objects("recipients", PlanContent::readRecipient)),
                sections,
                PlanRules.few(
                        fields, "deliverables", fields.objects("deliverables", promise -> readPromise(promise, keys))));
    }

    /** What is written in several languages, by the names of the fields. */
    Map<String, Texts> texts() {
        var texts = new LinkedHashMap<String, Texts>();
        texts.put("summary", summary);
        for (var i = 0; i < deliverables.size(); i++) {
            texts.put("deliverables[" + i + "].title", deliverables.get(i).title());
        }
        return texts;
    }

    private record Period(Optional<Integer> from, Optional<Integer> to) {}

    private static Period readPeriod(JsonFields fields) {
        var period = new Period(fields.optionalInt("from"), fields.optionalInt("to"));
        PlanRules.inOrder(fields, "to", period.from(), period.to(), "must not be before its beginning");
        PlanRules.year(fields, "from", period.from());
        PlanRules.year(fields, "to", period.to());
        return period;
    }

    /** An agency reads {code, name}, or the code alone; only the code counts. */
    private static @Nullable String readAgency(JsonFields fields) {
        if (!fields.holdsObject("agency")) {
            return PlanRules.line(fields, "agency");
        }
        return fields.optionalObject("agency", agency -> {
                    agency.optionalText("name");
                    return agency.text("code");
                })
                .orElse(null);
    }

    private static ImpreciseDate readDate(JsonFields issued) {
        var precision = coded(issued, "precision", Precision.DAY);
        var text = issued.text("date");
        // A date known to the month may be written 2024-04, one known to the year 2024.
        var day = text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
        try {
            var date = LocalDate.parse(day);
            PlanRules.year(issued, "date", Optional.of(date.getYear()));
            return new ImpreciseDate(date, precision);
        } catch (java.time.format.DateTimeParseException e) {
            issued.violated("date", "must be a date like 2025-05-22");
            return new ImpreciseDate(LocalDate.EPOCH, precision);
        }
    }

    private static Basis readBasis(JsonFields basis, Set<String> anchors) {
        return new Basis(
                PlanRules.requiredLine(basis, "reference"),
                PlanRules.requiredLine(basis, "kind"),
                basis.optionalDay("date").orElse(null),
                PlanRules.line(basis, "issuer"),
                PlanRules.line(basis, "title"),
                coded(basis, "relation", Relation.BASED_ON),
                PlanRules.line(basis, "amends"),
                citedIn(basis, anchors),
                basis.optionalText("plan").orElse(null));
    }

    /** The section that cites it; one that the plan does not have would make it a basis of the whole plan. */
    private static @Nullable String citedIn(JsonFields basis, Set<String> anchors) {
        var anchor = basis.optionalText("citedIn").orElse(null);
        if (anchor != null && !anchors.contains(anchor)) {
            basis.violated("citedIn", "must be the anchor of a section of the plan");
        }
        return anchor;
    }

    private static Recipient readRecipient(JsonFields recipient) {
        var name = PlanRules.requiredLine(recipient, "name");
        return recipient.optionalText("role").isPresent()
                ? new Recipient(name, coded(recipient, "role", RecipientRole.REPORT))
                : new Recipient(name, null);
    }

    private static Part readPart(JsonFields part, Set<String> anchors) {
        var anchor = PlanRules.anchor(part);
        if (!anchors.add(anchor)) {
            part.violated("anchor", "stands twice in the plan");
        }
        return new Part(
                PlanRules.depth(part),
                PlanRules.line(part, "number"),
                PlanRules.requiredLine(part, "title"),
                anchor,
                PlanRules.body(part));
    }

    private static Promise readPromise(JsonFields promise, Set<String> keys) {
        var minutes = promise.optionalObject("minutes", PlanContent::readMinutes);
        var threshold = promise.optionalObject(
                "threshold", t -> new Threshold(PlanRules.positive(t, "subscribers"), PlanRules.positive(t, "views")));
        var deadline = promise.optionalDay("deadline");
        var dueBefore = promise.flag("dueBefore");
        if (dueBefore && deadline.isEmpty()) {
            promise.violated("dueBefore", "needs the deadline that it is about");
        }
        return new Promise(
                PlanRules.key(promise, keys),
                PlanRules.title(promise),
                PlanRules.requiredLine(promise, "genre"),
                PlanRules.positive(promise, "quantity").map(Long::intValue).orElse(null),
                PlanRules.once(promise, "languages"),
                coded(promise, "how", Adaptation.NONE),
                minutes.flatMap(Period::from).orElse(null),
                minutes.flatMap(Period::to).orElse(null),
                promise.flag("replay"),
                PlanRules.names(promise, "channels"),
                threshold.flatMap(Threshold::subscribers).orElse(null),
                threshold.flatMap(Threshold::views).orElse(null),
                deadline.orElse(null),
                dueBefore,
                PlanRules.line(promise, "leadUnit"),
                PlanRules.names(promise, "supportingUnits"),
                PlanRules.line(promise, "budgetSource"));
    }

    private static Period readMinutes(JsonFields fields) {
        var minutes = new Period(
                PlanRules.positive(fields, "min").map(Long::intValue),
                PlanRules.positive(fields, "max").map(Long::intValue));
        PlanRules.inOrder(fields, "max", minutes.from(), minutes.to(), "must not be less than the least");
        return minutes;
    }

    private record Threshold(Optional<Long> subscribers, Optional<Long> views) {}

    private static <E extends Enum<E> & Coded> E coded(JsonFields fields, String field, E otherwise) {
        try {
            return Coded.of(otherwise.getDeclaringClass(), fields.text(field));
        } catch (IllegalArgumentException e) {
            fields.violated(field, "is not one of the known codes");
            return otherwise;
        }
    }
}
