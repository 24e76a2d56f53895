package vn.loa.search;

import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Texts;
import vn.loa.plans.Plan;
import vn.loa.plans.PlanRevision;

/** A public plan as the index holds it. */
final class IndexedPlan {
    private IndexedPlan() {}

    static JsonObject of(Subject subject, Plan plan, PlanRevision content, String revision) {
        var document = new IndexDocument(subject, plan.slug(), revision)
                .words("title", content.subject())
                .words("summary", "other", content.summary())
                .codes("locality", LocalityNames.around(java.util.List.of(content.locality())))
                .words("suggestion", content.subject())
                .words("names", "names", content.locality().label())
                .words("names", "names", content.agency().name());
        content.reference()
                .ifPresent(reference -> document.words("reference", reference).words("suggestion", reference));
        content.issued()
                .map(issued -> issued.date().getYear())
                .or(content::periodFrom)
                .ifPresent(year -> document.number("year", year));
        plan.publication().publishedAt().ifPresent(moment -> document.moment("publishedAt", moment));
        content.sections().forEach(section -> document.words("body", section.title() + "\n" + section.text()));
        document.words(
                "body",
                content.deliverables().stream()
                        .map(deliverable -> deliverable.title().in(Texts.FALLBACK))
                        .collect(Collectors.joining("\n")));
        document.words(
                "body",
                content.legalBases().stream()
                        .flatMap(basis -> Stream.concat(Stream.of(basis.reference()), basis.title().stream()))
                        .collect(Collectors.joining("\n")));
        return document.build();
    }
}
