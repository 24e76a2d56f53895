package vn.loa.plans;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
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
 * @param agency code
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
        String agency,
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

    /** See {@link Deliverable}. */
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
            @Nullable String budgetSource) {}

    /** Reads the fields that can be written; what is wrong is left with the reader, which the caller finishes. */
    public static PlanContent read(JsonFields fields) {
        var period = fields.optionalObject("period", p -> new Period(p.optionalInt("from"), p.optionalInt("to")));
        var anchors = new HashSet<String>();
        // Before the legal bases, which name them.
        var sections = fields.objects("sections", part -> readPart(part, anchors));
        return new PlanContent(
                fields.optionalText("number").orElse(null),
                fields.optionalText("symbol").orElse(null),
                fields.text("kind"),
                fields.optionalObject("issued", PlanContent::readDate).orElse(null),
                readAgency(fields),
                fields.text("subject"),
                fields.texts("summary"),
                coded(fields, "level", Level.PROVINCE),
                fields.text("locality"),
                period.flatMap(Period::from).orElse(null),
                period.flatMap(Period::to).orElse(null),
                fields.optionalText("programme").orElse(null),
                fields.optionalText("parent").orElse(null),
                fields.optionalObject(
                                "signer",
                                s -> new Signer(
                                        s.optionalText("name").orElse(null),
                                        s.optionalText("capacity").orElse(null)))
                        .orElse(null),
                fields.objects("legalBases", basis -> readBasis(basis, anchors)),
                fields.objects("recipients", PlanContent::readRecipient),
                sections,
                fields.objects("deliverables", PlanContent::readPromise));
    }

    private record Period(Optional<Integer> from, Optional<Integer> to) {}

    /** An agency reads {code, name}; only the code counts. */
    private static String readAgency(JsonFields fields) {
        return fields.optionalObject("agency", agency -> {
                    agency.optionalText("name");
                    return agency.text("code");
                })
                .orElseGet(() -> fields.text("agency"));
    }

    private static ImpreciseDate readDate(JsonFields issued) {
        var precision = coded(issued, "precision", Precision.DAY);
        var text = issued.text("date");
        // A date known to the month may be written 2024-04, one known to the year 2024.
        var day = text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
        try {
            return new ImpreciseDate(LocalDate.parse(day), precision);
        } catch (java.time.format.DateTimeParseException e) {
            issued.violated("date", "must be a date like 2025-05-22");
            return new ImpreciseDate(LocalDate.EPOCH, precision);
        }
    }

    private static Basis readBasis(JsonFields basis, Set<String> anchors) {
        return new Basis(
                basis.text("reference"),
                basis.text("kind"),
                basis.optionalDay("date").orElse(null),
                basis.optionalText("issuer").orElse(null),
                basis.optionalText("title").orElse(null),
                coded(basis, "relation", Relation.BASED_ON),
                basis.optionalText("amends").orElse(null),
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
        var name = recipient.text("name");
        return recipient.optionalText("role").isPresent()
                ? new Recipient(name, coded(recipient, "role", RecipientRole.REPORT))
                : new Recipient(name, null);
    }

    private static Part readPart(JsonFields part, Set<String> anchors) {
        var anchor = part.text("anchor");
        if (!anchors.add(anchor)) {
            part.violated("anchor", "stands twice in the plan");
        }
        return new Part(
                part.optionalInt("depth").orElse(1),
                part.optionalText("number").orElse(null),
                part.text("title"),
                anchor,
                part.lines("text"));
    }

    private static Promise readPromise(JsonFields promise) {
        var minutes = promise.optionalObject("minutes", m -> new Period(m.optionalInt("min"), m.optionalInt("max")));
        var threshold = promise.optionalObject(
                "threshold", t -> new Threshold(t.optionalNumber("subscribers"), t.optionalNumber("views")));
        var deadline = promise.optionalDay("deadline");
        var dueBefore = promise.flag("dueBefore");
        if (dueBefore && deadline.isEmpty()) {
            promise.violated("dueBefore", "needs the deadline that it is about");
        }
        return new Promise(
                promise.text("id"),
                promise.texts("title"),
                promise.text("genre"),
                promise.optionalInt("quantity").orElse(null),
                promise.textList("languages"),
                coded(promise, "how", Adaptation.NONE),
                minutes.flatMap(Period::from).orElse(null),
                minutes.flatMap(Period::to).orElse(null),
                promise.flag("replay"),
                promise.textList("channels"),
                threshold.flatMap(Threshold::subscribers).orElse(null),
                threshold.flatMap(Threshold::views).orElse(null),
                deadline.orElse(null),
                dueBefore,
                promise.optionalText("leadUnit").orElse(null),
                promise.textList("supportingUnits"),
                promise.optionalText("budgetSource").orElse(null));
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
