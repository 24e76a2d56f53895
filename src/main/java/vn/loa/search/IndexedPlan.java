package vn.loa.search;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import vn.loa.common.Texts;
import vn.loa.plans.LegalBasis;
import vn.loa.plans.Plan;
import vn.loa.plans.PlanRevision;

/** A public plan as the index holds it. */
final class IndexedPlan {
    /** In years; nobody plans further. */
    private static final int LONGEST_PERIOD = 50;

    private IndexedPlan() {}

    static JsonObject of(Subject subject, Plan plan, PlanRevision content, String revision) {
        var document = new IndexDocument(subject, plan.slug(), revision)
                .words("title", content.subject())
                .words("summary", "other", content.summary())
                .codes("locality", LocalityNames.around(List.of(content.locality())))
                .words("suggestion", content.subject())
                .named("names", content.locality().label())
                .named("names", content.agency().name());
        LocalityNames.labelsAround(List.of(content.locality())).forEach(label -> document.named("around", label));
        content.reference()
                .ifPresent(reference -> document.words("reference", reference).words("suggestion", reference));
        // Also of a plan that was published without its number.
        content.symbol().ifPresent(symbol -> document.words("reference", symbol));
        content.issued()
                .map(issued -> issued.date().getYear())
                .or(content::periodFrom)
                .ifPresent(year -> document.number("year", year));
        period(content).forEach(year -> document.codes("period", List.of(String.valueOf(year))));
        plan.publication().publishedAt().ifPresent(moment -> document.moment("publishedAt", moment));
        content.sections().forEach(section -> document.words("body", section.title() + "\n" + section.text()));
        content.deliverables()
                .forEach(deliverable -> document.words(
                                "body", deliverable.title().in(Texts.FALLBACK))
                        .codes("promise", List.of(deliverable.key())));
        content.legalBases().forEach(basis -> cite(document, basis));
        content.signerName().ifPresent(name -> document.words("people", name));
        return document.holding(IndexedParts.sections(subject, revision, content.sections()))
                .build();
    }

    /** The years that the plan is for. */
    private static IntStream period(PlanRevision content) {
        return content.periodFrom()
                .map(from -> IntStream.rangeClosed(from, content.periodTo().orElse(from))
                        .limit(LONGEST_PERIOD))
                .orElseGet(IntStream::empty);
    }

    /** Each basis is a passage of its own. */
    private static void cite(IndexDocument document, LegalBasis basis) {
        document.words(
                "body",
                basis.title().map(title -> basis.reference() + ": " + title).orElse(basis.reference()));
        document.words("cites", basis.reference());
        basis.amends().ifPresent(amended -> document.words("cites", amended));
    }
}
