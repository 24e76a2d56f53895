package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;

/** Starts a plan as a draft. Its address is made from its number, or else from its subject, with a number where that is taken. */
@ApplicationScoped
@Transactional
public class StartPlan {
    @Inject
    private Plans plans;

    @Inject
    private WorkingPlans working;

    @Inject
    private PlanEditing editing;

    /**
     * @throws vn.loa.accounts.NotPermitted unless they edit plans there
     * @throws InvalidInput when the content names something that does not exist, or the subject makes no address
     */
    public WorkingPlan start(PlanContent content, Actor by) {
        PlanPolicy.requireWriter(by);
        return working.show(begin(content, by));
    }

    /** The same for who goes on with it in the transaction that is running. */
    @Transactional(Transactional.TxType.MANDATORY)
    Plan begin(PlanContent content, Actor by) {
        return editing.create(plans.free(address(content)), content, false, by);
    }

    /** {@code 159-kh-ubnd-2024-…} tells more than a subject that many plans share. @throws InvalidInput when they make none */
    static Slug address(PlanContent content) {
        var words = new StringBuilder();
        if (content.number() != null) {
            words.append(content.number()).append(' ');
            words.append(content.symbol() == null ? "" : content.symbol()).append(' ');
            words.append(content.issued() == null ? "" : content.issued().date().getYear())
                    .append(' ');
        }
        try {
            return Slug.of(words + content.subject());
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("subject", "must have a letter or digit, of which the address is made");
        }
    }
}
