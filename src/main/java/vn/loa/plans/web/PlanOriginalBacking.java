package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanPages;
import vn.loa.plans.PlanVisit;

/** Leads to the document that a public plan offers, whichever it is by now: {@code /ke-hoach/{slug}/van-ban-goc}. */
@Named
@RequestScoped
public class PlanOriginalBacking {
    @Inject
    private PlanPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    public void lead() {
        var found = pages.visit(visit.route("slug"));
        if (found instanceof PlanVisit.Withdrawn withdrawn) {
            absence.withdrawn(Texts.of(Texts.FALLBACK, withdrawn.subject()), withdrawn.reason());
        } else if (found instanceof PlanVisit.Shown shown
                && !shown.page().plan().files().isEmpty()) {
            Redirect.to(shown.page().plan().files().get(0).url(), FacesContext.getCurrentInstance());
        } else {
            absence.unknown();
        }
    }
}
