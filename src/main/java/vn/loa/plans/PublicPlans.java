package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Texts;

/** What the public, and programs, may read of plans. */
@ApplicationScoped
@Transactional
public class PublicPlans {
    @Inject
    private Plans plans;

    @Inject
    private Deliverables deliverables;

    /** A plan as it stands in a list. */
    public record Line(
            String slug,
            @Nullable String reference,
            String kind,
            PlanDocument.@Nullable Issued issued,
            PlanDocument.Named agency,
            String subject,
            String level,
            String locality,
            PlanDocument.Period period) {}

    /** The newest document first. Two statements. */
    public Page<Line> list(int page, int size) {
        return plans.newest(page, size).map(PublicPlans::line);
    }

    /** The public plan at this address. */
    public Optional<PlanDocument> find(String slug) {
        return published(slug).map(PlanDocument::of);
    }

    /** What has come of the promises of the public plan at this address, in its order. */
    public Optional<List<DeliverableProgress>> progress(String slug) {
        return published(slug).map(revision -> {
            var progress = deliverables.progress(revision.deliverables());
            return revision.deliverables().stream()
                    .map(d -> progress.get(d.key()))
                    .toList();
        });
    }

    private Optional<PlanRevision> published(String slug) {
        return plans.published(slug);
    }

    private static Line line(PlanRevision revision) {
        return new Line(
                revision.plan().slug(),
                revision.reference().orElse(null),
                revision.kind(),
                revision.issued()
                        .map(i ->
                                new PlanDocument.Issued(i.date(), i.precision().code()))
                        .orElse(null),
                new PlanDocument.Named(
                        revision.agency().code(), revision.agency().name().in(Texts.FALLBACK)),
                revision.subject(),
                revision.level().code(),
                revision.locality().addressName(),
                new PlanDocument.Period(
                        revision.periodFrom().orElse(null), revision.periodTo().orElse(null)));
    }
}
