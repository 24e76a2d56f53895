package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import vn.loa.accounts.Actor;

/**
 * Plans that may be one and the same document: of one number, symbol, agency and day, as far as both say. Such there are in truth, too, for agencies give
 * a number twice, so that nothing is refused for it: somebody has to know.
 */
@ApplicationScoped
@Transactional
public class TwinPlans {
    @Inject
    private Plans plans;

    /**
     * Another plan.
     *
     * @param reference number and symbol
     * @param state of its newest revision
     * @param online whether the public sees it
     */
    public record Twin(String slug, String reference, String subject, String state, boolean online) {}

    /** Those of the plan at this address that they may learn of; none for a plan that they may not see. */
    public List<Twin> of(String slug, Actor by) {
        return plans.find(slug)
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(plan -> of(plan, by))
                .orElse(List.of());
    }

    /** The same of a plan that has been loaded in the transaction that is running. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Twin> of(Plan plan, Actor by) {
        var revision = plan.current();
        if (revision.documentNumber().isEmpty() || revision.symbol().isEmpty()) {
            return List.of();
        }
        var seen = new HashSet<Plan>();
        return plans.alsoNumbered(revision).stream()
                .filter(other ->
                        isAlike(revision, other) && PlanPolicy.mayName(by, other.plan()) && seen.add(other.plan()))
                .map(TwinPlans::twin)
                .toList();
    }

    private static Twin twin(PlanRevision revision) {
        var plan = revision.plan();
        return new Twin(
                plan.slug(),
                revision.reference().orElse(""),
                revision.subject(),
                plan.publication().state().code(),
                plan.publication().isOnline());
    }

    private static boolean isAlike(PlanRevision one, PlanRevision other) {
        var isOfOneAgency = one.issuer()
                .flatMap(agency -> other.issuer().map(agency::equals))
                .orElse(true);
        var isOfOneDay =
                one.issued().flatMap(day -> other.issued().map(day::mayBe)).orElse(true);
        return isOfOneAgency && isOfOneDay;
    }
}
