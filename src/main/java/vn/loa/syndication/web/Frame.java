package vn.loa.syndication.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.common.web.FrameAncestors;

/** What embeds of all kinds tell their script and the browser. Before rendering only. */
@Named
@RequestScoped
public class Frame {
    private static final String EVERYBODY = "*";

    @Inject
    private FrameAncestors ancestors;

    /** The sites whose pages the script obeys, parted by blanks; empty when it obeys whichever shows it. */
    public String getOrigins() {
        var sources = ancestors.sources();
        return sources.equals(EVERYBODY) ? "" : sources.replace("'self' ", "");
    }

    HttpServletResponse response() {
        return (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
    }

    /** Nobody keeps this answer: it is not what it would be in a moment. */
    void keepNothing() {
        response().setHeader("Cache-Control", "no-store");
    }
}
