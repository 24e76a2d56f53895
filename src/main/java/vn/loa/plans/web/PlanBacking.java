package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanPage;
import vn.loa.plans.PlanPages;
import vn.loa.plans.PlanVisit;

/** The page of one plan. */
@Named
@RequestScoped
public class PlanBacking {
    @Inject
    private PlanPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable PlanPage page;

    /** Reads the page, or answers that there is none. */
    public void load() {
        var found = pages.visit(visit.route("slug"));
        if (found instanceof PlanVisit.Shown shown) {
            page = shown.page();
        } else if (found instanceof PlanVisit.Withdrawn withdrawn) {
            absence.withdrawn(Texts.of(Texts.FALLBACK, withdrawn.subject()), withdrawn.reason());
        } else {
            absence.unknown();
        }
    }

    public @Nullable PlanPage getPage() {
        return page;
    }
}
