package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.common.Page;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.plans.PlanLine;
import vn.loa.plans.PlanPages;

/** The list of plans. */
@Named
@RequestScoped
public class PlansBacking {
    private static final int SIZE = 12;

    @Inject
    private PlanPages pages;

    @Inject
    private Visit visit;

    private Page<PlanLine> page = Page.empty(1, SIZE);
    private Paging paging = Paging.none();

    /** Reads the page of the list that the address asks for. */
    public void load() {
        page = pages.list(Paging.number(visit.parameter(Paging.PARAMETER)), SIZE);
        paging = Paging.of(page, visit.getAddress());
    }

    public Page<PlanLine> getPage() {
        return page;
    }

    /** Of the plans on this page. */
    public List<String> getPaths() {
        return page.items().stream().map(plan -> "/ke-hoach/" + plan.slug()).toList();
    }

    public Paging getPaging() {
        return paging;
    }
}
