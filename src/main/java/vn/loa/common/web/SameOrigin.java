package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;

/**
 * Tells forms that a page of ours has sent from those of other sites, by what browsers say of themselves and no page can change:
 * {@code Sec-Fetch-Site}, and {@code Origin} where the first is missing because the portal is not reached over TLS.
 */
@ApplicationScoped
public class SameOrigin {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Inject
    private PublicAddress address;

    /** Whether nothing speaks against it that a page of ours sent this request. */
    public boolean isKept(HttpServletRequest request) {
        return isKept(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"),
                address.root());
    }

    static boolean isKept(@Nullable String site, @Nullable String origin, @Nullable String host, String publicAddress) {
        if (site != null) {
            return OURS.contains(site);
        }
        if (origin == null) {
            return true;
        }
        // Another site can make a browser send a form, but not name another host than the one that it is sent to.
        if (!publicAddress.isEmpty() && authority(origin).equals(authority(publicAddress))) {
            // Over TLS, a page of the same name without it may be anybody's who holds the line.
            return scheme(origin).equals(scheme(publicAddress));
        }
        return host != null && authority(origin).equals(host.toLowerCase(Locale.ROOT));
    }

    private static String scheme(String address) {
        return address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    /** Empty when there is none: {@code null} is what sandboxed pages call their origin. */
    private static String authority(String address) {
        try {
            var authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }
}
