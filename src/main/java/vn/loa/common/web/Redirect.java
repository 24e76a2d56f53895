package vn.loa.common.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Leads a browser to another page of the portal by its path alone. What the container makes of it, an address with the host that the
 * request claims and without the TLS of a proxy, would lead elsewhere.
 */
public final class Redirect {
    private Redirect() {}

    /** The next request reads, whatever this one did. @param address path and query, encoded */
    public static void to(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** The same in place of a page that is being made, or of a part of it that a script has asked for. */
    public static void to(String address, FacesContext faces) {
        var outside = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            try {
                outside.redirect(address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        } else if (outside.getResponse() instanceof HttpServletResponse response) {
            to(address, response);
        }
        faces.responseComplete();
    }

    /** What was at this address has another one for good. In place of a page that is being made, before anything of it is written. */
    public static void forGood(String address, FacesContext faces) {
        if (faces.getExternalContext().getResponse() instanceof HttpServletResponse response) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            // Good may end: an address that comes back must not be led away by what a browser remembers.
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Location", address);
        }
        faces.responseComplete();
    }
}
