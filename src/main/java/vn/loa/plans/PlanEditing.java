package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

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
            plan.workOn(filled(plan, content, resolve(plan, content, by)));
            plans.flush();
        }
    }

    private PlanRevision filled(Plan plan, PlanContent content, Named named) {
        var revision = plan.nextRevision();
        fill(revision, keys.complete(content, new Slug(plan.slug())), named);
        return revision;
    }

    /** Everything that a content names, looked up. */
    private record Named(
            @Nullable Agency agency,
            Locality locality,
            @Nullable Plan parent,
            Map<String, Plan> plans,
            Map<String, Genre> genres) {}

    /** What a content names, when it is theirs to write plans there. */
    private Named permitted(Plan plan, PlanContent content, Actor by) {
        var named = resolve(plan, content, by);
        PlanPolicy.requireEditor(by, named.locality());
        return named;
    }

    /** Everything is looked up before the plan refers to the revision: an unfinished one is never stored. */
    private Named resolve(Plan plan, PlanContent content, Actor by) {
        var wrong = new ArrayList<Violation>();
        var agency = Optional.ofNullable(content.agency()).flatMap(agencies::find);
        if (content.agency() != null && agency.isEmpty()) {
            wrong.add(new Violation("agency", "is not known: " + content.agency()));
        }
        var locality = localities.find(content.locality());
        if (locality.isEmpty()) {
            wrong.add(new Violation("locality", "is not known: " + content.locality()));
        }
        var linked = linked(plan, content, by, wrong);
        var parent = content.parent() == null ? null : linked.get(content.parent());
        if (parent != null && parent.equals(plan)) {
            wrong.add(new Violation("parent", "is the plan itself"));
        }
        var known = promises(plan, content.deliverables(), wrong);
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new Named(agency.orElse(null), locality.orElseThrow(), parent, linked, known);
    }

    private static void fill(PlanRevision revision, PlanContent content, Named named) {
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

    /** The genres that are promised, by the code that is written, which may be a former one. */
    private Map<String, Genre> promises(Plan plan, List<PlanContent.Promise> promises, List<Violation> wrong) {
        var tongues = languages.all().stream().map(Language::code).collect(Collectors.toSet());
        var taken = plans.promisedElsewhere(
                plan, promises.stream().map(PlanContent.Promise::key).toList());
        var known = new HashMap<String, Genre>();
        genres.all().forEach(genre -> known.put(genre.code(), genre));
        for (var i = 0; i < promises.size(); i++) {
            var promise = promises.get(i);
            var field = "deliverables[" + i + "].";
            promise.languages().stream()
                    .filter(language -> !tongues.contains(language))
                    .forEach(language -> wrong.add(new Violation(field + "languages", "is not known: " + language)));
            if (!known.containsKey(promise.genre())) {
                genres.find(promise.genre()).ifPresent(genre -> known.put(promise.genre(), genre));
            }
            if (!known.containsKey(promise.genre())) {
                wrong.add(new Violation(field + "genre", "is not known: " + promise.genre()));
            }
            if (taken.contains(promise.key())) {
                wrong.add(new Violation(field + "id", "belongs to another plan: " + promise.key()));
            }
        }
        return known;
    }

    /** The plans of the portal that are linked to, by address: of others nobody learns here that there are any. */
    private Map<String, Plan> linked(Plan plan, PlanContent content, Actor by, List<Violation> wrong) {
        var before = plan.named();
        Predicate<Plan> mayBeNamed =
                other -> before.contains(other) || other.equals(plan) || PlanPolicy.mayName(by, other);
        var found = new HashMap<String, Plan>();
        link(content.parent(), "parent", mayBeNamed, found, wrong);
        for (var i = 0; i < content.legalBases().size(); i++) {
            link(content.legalBases().get(i).plan(), "legalBases[" + i + "].plan", mayBeNamed, found, wrong);
        }
        return found;
    }

    private void link(
            @Nullable String slug,
            String field,
            Predicate<Plan> mayBeNamed,
            Map<String, Plan> found,
            List<Violation> wrong) {
        if (slug == null || found.containsKey(slug)) {
            return;
        }
        plans.find(slug)
                .filter(mayBeNamed)
                .ifPresentOrElse(
                        plan -> found.put(slug, plan),
                        () -> wrong.add(new Violation(field, "is not a plan of the portal: " + slug)));
    }
}
