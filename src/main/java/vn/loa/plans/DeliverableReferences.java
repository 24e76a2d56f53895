package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.catalog.PlanReferences;
import vn.loa.common.Reading;

/** Tells products which public plan they answer. */
@ApplicationScoped
@Transactional
@Reading
public class DeliverableReferences implements PlanReferences {
    @Inject
    private Plans plans;

    @Override
    public Map<String, PlanReference> of(Collection<String> deliverables) {
        return plans.publicDeliverables(deliverables).stream()
                .map(DeliverableReferences::reference)
                .collect(Collectors.toMap(PlanReference::deliverable, reference -> reference, (one, other) -> one));
    }

    @Override
    public Set<String> promised(Collection<String> deliverables) {
        return plans.promised(deliverables);
    }

    @Override
    public Map<String, Promised> languages(Collection<String> deliverables) {
        return plans.promisedLanguages(deliverables);
    }

    @Override
    public List<PlanReference> search(String words, int most) {
        return plans.publicDeliverables(plans.deliverablesWith(words, most)).stream()
                .map(DeliverableReferences::reference)
                .sorted(Comparator.comparing(PlanReference::planSlug).thenComparing(PlanReference::deliverable))
                .toList();
    }

    private static PlanReference reference(Deliverable deliverable) {
        var revision = deliverable.revision();
        return new PlanReference(
                revision.plan().slug(),
                revision.reference().orElse(null),
                revision.subject(),
                deliverable.key(),
                deliverable.title());
    }
}
