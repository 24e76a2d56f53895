package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.accounts.Actor;

/** What those who work on plans may read of them, public or not. To all others what is not public does not exist. */
@ApplicationScoped
@Transactional
public class WorkingPlans {
    @Inject
    private Plans plans;

    @Inject
    private PlanFiles files;

    /** The plan at this address, if they have to do with it. */
    public Optional<WorkingPlan> find(String slug, Actor by) {
        return plans.find(slug).filter(plan -> PlanPolicy.maySee(by, plan)).map(this::show);
    }

    /** A plan that has been loaded in the transaction that is running. */
    @Transactional(Transactional.TxType.MANDATORY)
    WorkingPlan show(Plan plan) {
        return WorkingPlan.of(plan, files.of(plan));
    }
}
