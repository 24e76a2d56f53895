package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Texts;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanDeed;
import vn.loa.plans.PlanDocument;
import vn.loa.plans.PlanHistory;
import vn.loa.plans.Terms;
import vn.loa.plans.WorkingPlan;
import vn.loa.taxonomy.Taxonomies;

/** A plan for those who look at it and do not write: what it says, and what was done to it. */
@Named("planReading")
@RequestScoped
public class PlanReadingBacking {
    @Inject
    private PlanWorkBacking page;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private PlanHistory history;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable List<PlanDeed> deeds;
    private @Nullable List<Chapter> chapters;

    /** A section at the top, and those below it. */
    public record Chapter(PlanDocument.Part head, List<PlanDocument.Part> below) {}

    /** Where the plan holds. */
    public Texts getPlace() {
        var code = plan().locality();
        return taxonomies.localities().stream()
                .filter(unit -> unit.code().equals(code))
                .findFirst()
                .map(Taxonomies.LocalityItem::label)
                .orElse(Texts.of(Texts.FALLBACK, code));
    }

    public List<Chapter> getChapters() {
        if (chapters == null) {
            chapters = chapters(plan().sections());
        }
        return chapters;
    }

    private static List<Chapter> chapters(List<PlanDocument.Part> sections) {
        var all = new ArrayList<Chapter>();
        for (var section : sections) {
            if (section.depth() == 1 || all.isEmpty()) {
                all.add(new Chapter(section, new ArrayList<>()));
            } else {
                all.get(all.size() - 1).below().add(section);
            }
        }
        return all;
    }

    /** What is promised under this key, to tell beside what has come of it. */
    public PlanDocument.@Nullable Promise promise(String key) {
        return plan().deliverables().stream()
                .filter(promise -> key.equals(promise.id()))
                .findFirst()
                .orElse(null);
    }

    /** On which terms it is promised. */
    public Terms terms(PlanDocument.Promise promise) {
        return Terms.of(promise);
    }

    /** What was done to it last, the latest first. */
    public List<PlanDeed> getDeeds() {
        if (deeds == null) {
            deeds = history.latest(visit.route("slug"), user.require());
        }
        return deeds;
    }

    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    private WorkingPlan plan() {
        var plan = page.getPlan();
        if (plan == null) {
            throw new IllegalStateException("There is no plan to read");
        }
        return plan;
    }
}
