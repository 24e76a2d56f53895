package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Violation;
import vn.loa.taxonomy.Agencies;
import vn.loa.taxonomy.Agency;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Languages;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Finds what the content of a plan names among what there is: an agency, a place, other plans, genres and languages. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class NamesInPlans {
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

    /** Everything that a content names, looked up. */
    record Named(
            @Nullable Agency agency,
            Locality locality,
            @Nullable Plan parent,
            Map<String, Plan> plans,
            Map<String, Genre> genres) {}

    /**
     * Everything is looked up before the plan refers to the revision: an unfinished one is never stored.
     *
     * @throws InvalidInput with all that it names and there is not
     */
    Named require(Plan plan, PlanContent content, Actor by) {
        var wrong = new ArrayList<Violation>();
        return search(plan, content, by, wrong)
                .filter(found -> wrong.isEmpty())
                .orElseThrow(() -> new InvalidInput(wrong));
    }

    /** What it names and there is not. @param plan null for one that there is not yet */
    List<Violation> faults(@Nullable Plan plan, PlanContent content, Actor by) {
        var wrong = new ArrayList<Violation>();
        search(plan, content, by, wrong);
        return wrong;
    }

    /** @param wrong to which is added what there is not @return empty where there is no such place */
    private Optional<Named> search(@Nullable Plan plan, PlanContent content, Actor by, List<Violation> wrong) {
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
        return locality.map(place -> new Named(agency.orElse(null), place, parent, linked, known));
    }

    /** The genres that are promised, by the code that is written, which may be a former one. */
    private Map<String, Genre> promises(
            @Nullable Plan plan, List<PlanContent.Promise> promises, List<Violation> wrong) {
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
    private Map<String, Plan> linked(@Nullable Plan plan, PlanContent content, Actor by, List<Violation> wrong) {
        var before = plan == null ? Set.<Plan>of() : plan.named();
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
