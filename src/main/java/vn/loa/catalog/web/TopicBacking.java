package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.TopicPage;
import vn.loa.catalog.TopicPages;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** The page of one topic. */
@Named
@RequestScoped
public class TopicBacking {
    @Inject
    private TopicPages pages;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    private @Nullable TopicPage page;
    private Paging paging = Paging.none();

    /** Reads the page, or answers that there is none. */
    public void load() {
        var found = pages.find(visit.route("slug"), Paging.number(visit.parameter(Paging.PARAMETER)));
        if (found.isEmpty()) {
            pages.now(visit.route("slug")).ifPresentOrElse(this::lead, absence::unknown);
            return;
        }
        page = found.get();
        paging = Paging.of(page.products(), visit.getAddress());
    }

    /** The topic has another address for good. */
    private void lead(String code) {
        var target = visit.getAddress().at("/chu-de/" + code);
        Redirect.forGood(target.toString(), FacesContext.getCurrentInstance());
    }

    public @Nullable TopicPage getPage() {
        return page;
    }

    public Paging getPaging() {
        return paging;
    }
}
