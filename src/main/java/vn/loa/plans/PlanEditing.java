package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.editorial.Chronicle;

/**
 * What an editor does to a plan before it goes to review. Each act leaves an entry in the audit trail.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanEditing {
    @Inject
    private Plans plans;

    @Inject
    private NamesInPlans names;

    @Inject
    private PromiseKeys keys;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /**
     * Starts a plan as a draft.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit plans there
     * @throws InvalidInput when the address is taken or the content names something that does not exist
     */
    public Plan create(Slug slug, PlanContent content, boolean sample, Actor by) {
        if (plans.find(slug.value()).isPresent()) {
            throw InvalidInput.of("slug", "is the address of another plan already");
        }
        var plan = new Plan(slug, sample, clock.instant());
        plans.add(plan);
        plan.workOn(filled(plan, content, permitted(plan, content, by)));
        plans.flush();
        chronicle.record(plan, "create", by, null);
        return plan;
    }

    /**
     * Rewrites the draft. The plan counts as changed.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit plans where it is and where it shall be
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws InvalidInput when the content names something that does not exist
     */
    public void rewrite(Plan plan, PlanContent content, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        var draft = plan.draft();
        var named = permitted(plan, content, by);
        // What stands in lists has places of which none may be taken twice, not even for a moment.
        draft.clear();
        plans.flush();
        fill(draft, keys.complete(content, new Slug(plan.slug())), named);
        plans.touch(plan);
        chronicle.record(plan, "edit", by, null);
    }

    /**
     * Opens the next revision of a published plan as a copy of it; the public sees no change yet.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this plan
     * @throws vn.loa.editorial.TransitionRefused unless it is published
     */
    public void revise(Plan plan, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        var content = WrittenContent.of(plan.current());
        plan.revise(filled(plan, content, permitted(plan, content, by)), clock.instant());
        plans.flush();
        chronicle.record(plan, "revise", by, null);
        chronicle.revised(plan);
    }

    /** Gives a plan that is a draft again a revision of its own, where the one at hand is what the public saw: that stays as it was. */
    void continueBeside(Plan plan, Actor by) {
        if (plan.isWorkingOnPublished()) {
            var content = WrittenContent.of(plan.current());
            plan.workOn(filled(plan, content, names.require(plan, content, by)));
            plans.flush();
        }
    }

    private PlanRevision filled(Plan plan, PlanContent content, NamesInPlans.Named named) {
        var revision = plan.nextRevision();
        fill(revision, keys.complete(content, new Slug(plan.slug())), named);
        return revision;
    }

    /** What a content names, when it is theirs to write plans there. */
    private NamesInPlans.Named permitted(Plan plan, PlanContent content, Actor by) {
        var named = names.require(plan, content, by);
        PlanPolicy.requireEditor(by, named.locality());
        return named;
    }

    private static void fill(PlanRevision revision, PlanContent content, NamesInPlans.Named named) {
        revision.write(content, named.agency(), named.locality(), named.parent());
        var bases = new ArrayList<LegalBasis>();
        for (var basis : content.legalBases()) {
            var plan = basis.plan() == null ? null : named.plans().get(basis.plan());
            bases.add(new LegalBasis(revision, bases.size() + 1, basis, plan));
        }
        revision.restOn(bases);
        var promises = new ArrayList<Deliverable>();
        for (var promise : content.deliverables()) {
            var genre = Objects.requireNonNull(named.genres().get(promise.genre()), "every genre was looked up");
            promises.add(new Deliverable(revision, promises.size() + 1, promise, genre));
        }
        revision.promise(promises);
    }
}
