package vn.loa.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import vn.loa.common.Sha256;

/**
 * Tells browsers what a page of ours never does: no foreign code, frames or plug-ins, no guessing of types, no referrer to others.
 * Media and resources keep the policy that their own servlets give them.
 */
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /**
     * JSON-LD is a data block, which this policy does not concern. Pictures as data: the woven band and the icon.
     * Media as blob: what our own player has put together of a stream.
     */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String UNFRAMED = "frame-ancestors 'none'";
    private static final String OWN_STYLES = "style-src 'self'";

    private static final String POLICY_FIELD = "Content-Security-Policy";

    private static final String NOT_USED =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static final Map<String, String> ON_EVERYTHING = Map.of("X-Content-Type-Options", "nosniff");

    /** They say something of documents only, and would make up for a good part of a small script. */
    private static final Map<String, String> ON_DOCUMENTS = Map.of(
            "Permissions-Policy",
            NOT_USED,
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Referrer-Policy",
            "strict-origin-when-cross-origin");

    @Inject
    private transient FrameAncestors ancestors;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getServletPath();
        ON_EVERYTHING.forEach(response::setHeader);
        var page = PageRouter.pathOf(request);
        var answer = OfficeRoutes.isPage(page) ? new OnePolicy(page, response) : response;
        if (!path.startsWith("/media") && !path.startsWith("/resources")) {
            answer.setHeader(POLICY_FIELD, policy(page));
            ON_DOCUMENTS.forEach(response::setHeader);
        }
        chain.doFilter(request, answer);
    }

    /** Embeds may stand in frames, and the page where they are made shows one. */
    private String policy(String path) {
        if (PublicRoutes.isEmbed(path)) {
            return POLICY.replace(UNFRAMED, "frame-ancestors " + ancestors.sources());
        }
        return path.equals(Addresses.EMBEDS) ? POLICY + "; frame-src 'self'" : POLICY;
    }

    /** For a picture: opened by itself it does nothing. */
    public static void isNoDocument(HttpServletResponse response) {
        response.setHeader(POLICY_FIELD, "default-src 'none'");
    }

    /** Lets the page that is being made have one style element, with exactly this content. */
    public static void allowStyle(String content, HttpServletResponse response) {
        var policy = response.getHeader(POLICY_FIELD);
        if (policy != null) {
            var hash = Base64.getEncoder()
                    .encodeToString(Sha256.digest().digest(content.getBytes(StandardCharsets.UTF_8)));
            response.setHeader(POLICY_FIELD, policy.replace(OWN_STYLES + ";", OWN_STYLES + " 'sha256-" + hash + "';"));
        }
    }

    /**
     * Pages of the back office have a policy of their own, which their library adds: two would forbid what either does. One of them shows another of ours,
     * and no page but ours may do so.
     */
    private static final class OnePolicy extends HttpServletResponseWrapper {
        private final String path;

        OnePolicy(String path, HttpServletResponse response) {
            super(response);
            this.path = path;
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equals(POLICY_FIELD)) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equals(POLICY_FIELD) ? policy(value) : value);
        }

        private String policy(String usual) {
            if (OfficeRoutes.isFramed(path)) {
                return usual.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
            }
            return OfficeRoutes.isFraming(path)
                    ? usual.replace("default-src 'none';", "default-src 'none'; frame-src 'self';")
                    : usual;
        }
    }

    /** What every page and every answer of the API says, by the names of the fields. */
    public static Map<String, String> ofPages() {
        var fields = new HashMap<>(ON_EVERYTHING);
        fields.put(POLICY_FIELD, POLICY);
        fields.putAll(ON_DOCUMENTS);
        return fields;
    }
}
