package vn.loa.common.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** From which page of this portal somebody came, as far as their browser says so: for answers that have no page of their own. */
@Named("cameFrom")
@RequestScoped
public class CameFrom {
    @Inject
    private HttpServletRequest request;

    /** Its path and query; empty when it was none of ours, or nobody says. */
    public String getPage() {
        var said = Objects.requireNonNullElse(request.getHeader("Referer"), "");
        try {
            var page = new URI(said);
            var path = page.getRawPath();
            // Two slashes would begin the name of another host.
            if (path == null
                    || !path.startsWith("/")
                    || path.startsWith("//")
                    || !request.getServerName().equals(page.getHost())) {
                return "";
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (URISyntaxException none) {
            return "";
        }
    }
}
