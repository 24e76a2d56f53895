package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.home.LocalityPage;
import vn.loa.home.LocalityPages;

/** The page of one place. */
@Named
@RequestScoped
public class LocalityBacking {
    @Inject
    private LocalityPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable LocalityPage page;
    private Paging paging = Paging.none();

    /** Reads the page, or answers that there is none. */
    public void load() {
        var found = pages.find(visit.route("code"), Paging.number(visit.parameter(Paging.PARAMETER)));
        if (found.isEmpty()) {
            absence.unknown();
            return;
        }
        page = found.get();
        paging = Paging.of(page.products(), visit.getAddress());
    }

    public @Nullable LocalityPage getPage() {
        return page;
    }

    public Paging getPaging() {
        return paging;
    }
}
