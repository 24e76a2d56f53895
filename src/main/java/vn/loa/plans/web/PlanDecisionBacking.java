package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.plans.TwinPlans;
import vn.loa.plans.TwinPlans.Twin;
import vn.loa.plans.WorkingPlans;
import vn.loa.plans.web.PlanComparison.Change;
import vn.loa.plans.web.PlanSelections.Option;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** What somebody should know who decides about a plan: which other plan it may be once more, and what changes for the public. */
@Named("planDecision")
@RequestScoped
public class PlanDecisionBacking {
    @Inject
    private PlanWorkBacking page;

    @Inject
    private WorkingPlans working;

    @Inject
    private TwinPlans twins;

    @Inject
    private PlanSelections selections;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable List<Twin> alike;
    private @Nullable List<Change> changes;
    private boolean compared;

    public List<Twin> getTwins() {
        if (alike == null) {
            alike = twins.of(slug(), user.require());
        }
        return alike;
    }

    /** Whether the public has, or had, another revision than the one at work. */
    public boolean isCompared() {
        getChanges();
        return compared;
    }

    /** What is saved says otherwise than what the public has, or had last. */
    public List<Change> getChanges() {
        if (changes == null) {
            changes = read();
        }
        return changes;
    }

    private List<Change> read() {
        var proposed = page.getPlan();
        var published = working.published(slug(), user.require());
        if (proposed == null || published.isEmpty()) {
            return List.of();
        }
        compared = true;
        return PlanComparison.between(PlanForm.of(published.get()), PlanForm.of(proposed), this::readable, visit);
    }

    private String slug() {
        return visit.route("slug");
    }

    /** As the form shows what stands in a field: codes by what they are called. */
    private String readable(String field, String value) {
        return switch (field) {
            case "kind", "legalBases.kind" -> called(selections.kinds(value), value);
            case "agency" -> picks.shown(Kind.ANY_AGENCY, value, visit.getWords());
            case "level" -> called(selections.getLevels(), value);
            case "locality" -> picks.shown(Kind.UNIT, value, visit.getWords());
            case "legalBases.relation" -> called(selections.getRelations(), value);
            case "recipients.role" -> called(selections.getRoles(), value);
            case "deliverables.genre" -> called(selections.getGenres(), value);
            case "deliverables.how" -> called(selections.getHows(), value);
            case "deliverables.languages" ->
                Arrays.stream(value.split("\\s+"))
                        .map(code -> called(selections.getLanguages(), code))
                        .collect(Collectors.joining(", "));
            case "deliverables.replay", "deliverables.dueBefore" ->
                value.isEmpty() ? "" : visit.text("plan.field." + field);
            default -> value;
        };
    }

    private static String called(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::text)
                .findFirst()
                .orElse(value);
    }

    /** Where a plan is worked on. */
    public String at(Twin twin) {
        return visit.href(Addresses.PLAN_LIST + "/" + twin.slug());
    }
}
