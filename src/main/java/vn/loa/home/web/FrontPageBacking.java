package vn.loa.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.common.web.Visit;
import vn.loa.home.FrontPage;
import vn.loa.home.FrontPages;

/** The front page. */
@Named("front")
@RequestScoped
public class FrontPageBacking {
    @Inject
    private FrontPages pages;

    @Inject
    private Visit visit;

    private @Nullable FrontPage page;

    /** Reads the page. */
    public void load() {
        page = pages.read(Listening.in(visit.getLanguage(), visit.isLight()));
    }

    public @Nullable FrontPage getPage() {
        return page;
    }
}
