package vn.loa.search.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;

/** Says how long a page may be kept, when it is not as long as others. */
@ApplicationScoped
public class Freshness {
    /** Nobody, this portal included, keeps the page of this request: it is not what it would be in a moment. Before rendering only. */
    void keepNothing() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseHeader("Cache-Control", "no-store");
    }
}
