package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;

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
    private Agencies agencies;

    @Inject
    private Localities localities;

    @Inject
    private Genres genres;

    @Inject
    private Languages languages;

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
        plan.workOn(filled(plan, content, by));
        plans.flush();
        chronicle.record(plan, "create", by, null);
        return plan;
    }

    /**
     * Opens a new working revision of a published plan with this content; the public sees no change yet.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit plans where it is and where it shall be
     * @throws InvalidInput when the content names something that does not exist
     */
    public void revise(Plan plan, PlanContent content, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        plan.revise(filled(plan, content, by), clock.instant());
        plans.flush();
        chronicle.record(plan, "revise", by, null);
    }

    /** Everything is looked up before the plan refers to the revision: an unfinished one is never stored. */
    private PlanRevision filled(Plan plan, PlanContent content, Actor by) {
        var revision = plan.nextRevision();
        var wrong = new ArrayList<Violation>();
        var agency = agencies.find(content.agency());
        if (agency.isEmpty()) {
            wrong.add(new Violation("agency", "is not known: " + content.agency()));
        }
        var locality = localities.find(content.locality());
        if (locality.isEmpty()) {
            wrong.add(new Violation("locality", "is not known: " + content.locality()));
        }
        var parent = linked(content.parent(), "parent", wrong);
        var bases = bases(revision, content.legalBases(), wrong);
        var promises = promises(revision, content.deliverables(), wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        PlanPolicy.requireEditor(by, locality.orElseThrow());
        revision.write(content, agency.orElseThrow(), locality.orElseThrow(), parent.orElse(null));
        revision.restOn(bases);
        revision.promise(promises);
        return revision;
    }

    private List<LegalBasis> bases(PlanRevision revision, List<PlanContent.Basis> contents, List<Violation> wrong) {
        var bases = new ArrayList<LegalBasis>();
        for (var basis : contents) {
            var place = bases.size() + 1;
            var plan = linked(basis.plan(), "legalBases[" + (place - 1) + "].plan", wrong);
            bases.add(new LegalBasis(revision, place, basis, plan.orElse(null)));
        }
        return bases;
    }

    private List<Deliverable> promises(
            PlanRevision revision, List<PlanContent.Promise> contents, List<Violation> wrong) {
        var promises = new ArrayList<Deliverable>();
        for (var promise : contents) {
            var field = "deliverables[" + promises.size() + "].";
            for (var language : promise.languages()) {
                if (languages.find(language).isEmpty()) {
                    wrong.add(new Violation(field + "languages", "is not known: " + language));
                }
            }
            Optional<Genre> genre = genres.find(promise.genre());
            if (genre.isEmpty()) {
                wrong.add(new Violation(field + "genre", "is not known: " + promise.genre()));
            } else {
                promises.add(new Deliverable(revision, promises.size() + 1, promise, genre.get()));
            }
        }
        return promises;
    }

    private Optional<Plan> linked(@Nullable String slug, String field, List<Violation> wrong) {
        if (slug == null) {
            return Optional.empty();
        }
        var plan = plans.find(slug);
        if (plan.isEmpty()) {
            wrong.add(new Violation(field, "is not a plan of the portal: " + slug));
        }
        return plan;
    }
}
