package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.TransitionRefused;
import vn.loa.editorial.TransitionRefused.Reason;

/**
 * Editors say whether the public is given the document of a plan with the revision that they work on, after they have seen what the file tells beside its text. Who
 * approves the revision approves that, too.
 */
@ApplicationScoped
@Transactional
public class OfferOriginal {
    @Inject
    private Plans plans;

    @Inject
    private PlanFiles files;

    @Inject
    private WorkingPlans working;

    @Inject
    private Chronicle chronicle;

    /**
     * @param document its id; null for none
     * @param isSeen whether a version of the plan is one that they decided on
     * @throws vn.loa.accounts.NotPermitted unless they edit this plan
     * @throws TransitionRefused unless it is a draft, or when nobody has looked into the document
     */
    public PlanChange offer(String slug, @Nullable Long document, LongPredicate isSeen, Actor by) {
        PlanPolicy.requireStaff(by);
        var found = plans.lock(slug);
        if (found.isEmpty()) {
            return new PlanChange.Unknown();
        }
        var plan = found.get();
        PlanPolicy.requireSight(by, plan);
        PlanPolicy.requireEditor(by, plan);
        if (!isSeen.test(plan.version())) {
            return new PlanChange.Stale(working.show(plan));
        }
        var draft = plan.draft();
        if (document == null) {
            draft.offer(null);
            chronicle.record(plan, "keep-original", by, null);
        } else {
            var source = files.of(plan, document);
            if (source.isEmpty()) {
                return new PlanChange.Unknown();
            }
            if (source.get().traces().isEmpty()) {
                throw new TransitionRefused(Reason.INCOMPLETE, "Nobody has looked into the document yet");
            }
            draft.offer(source.get());
            chronicle.record(plan, "offer-original", by, source.get().asset().originalName());
        }
        plans.touch(plan);
        plans.flush();
        return new PlanChange.Done(working.show(plan));
    }

    /**
     * Before anything is read of it.
     *
     * @return whether there is such a document
     * @throws vn.loa.accounts.NotPermitted unless they edit this plan
     * @throws TransitionRefused unless it is a draft
     */
    boolean isOfferable(String slug, long document, Actor by) {
        PlanPolicy.requireStaff(by);
        var found = plans.find(slug);
        if (found.isEmpty()) {
            return false;
        }
        PlanPolicy.requireSight(by, found.get());
        PlanPolicy.requireEditor(by, found.get());
        found.get().draft();
        return files.of(found.get(), document).isPresent();
    }

    /** Keeps what was found in a document of a plan. @throws vn.loa.accounts.NotPermitted unless they edit this plan */
    void seen(String slug, long document, Traces found, Actor by) {
        plans.find(slug).ifPresent(plan -> {
            PlanPolicy.requireEditor(by, plan);
            files.of(plan, document).ifPresent(source -> source.seen(found));
        });
    }
}
