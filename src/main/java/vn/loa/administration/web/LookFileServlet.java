package vn.loa.administration.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.administration.DecideLook;
import vn.loa.administration.PortalLooks;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Assets;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Png;
import vn.loa.common.web.Redirect;
import vn.loa.media.processing.RedrawEmblem;
import vn.loa.media.processing.RedrawEmblem.Redrawn;

/**
 * Takes pictures of the emblem from the form of its page, and leads back there; hands out the pictures and the style sheet of a look that is only tried. The gate before
 * it has seen who asks.
 */
@WebServlet(Addresses.LOOK_FILES + "/*")
@MultipartConfig(maxFileSize = RedrawEmblem.MOST_BYTES, maxRequestSize = RedrawEmblem.MOST_BYTES + (64 << 10))
public class LookFileServlet extends HttpServlet {
    private static final String SENT = "/bieu-trung";
    private static final String DONE = "bieu-trung";
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DecideLook decide;

    @Inject
    private transient PortalLooks looks;

    @Inject
    private transient RedrawEmblem redraw;

    @Inject
    private transient FormTokens tokens;

    @Inject
    private transient Assets assets;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        var isDark = path.equals("/" + Addresses.DARK + ".css");
        try {
            if (isDark || path.equals("/" + Addresses.LIGHT + ".css")) {
                var tried = WornLook.tokens(decide.tried(user.require()));
                response.setContentType("text/css; charset=utf-8");
                response.getOutputStream().write(assets.tried(tried, isDark).getBytes(StandardCharsets.UTF_8));
                return;
            }
            decide.tried(user.require());
            var picture = EmblemServlet.find(looks, path, true);
            if (picture.isPresent()) {
                Png.send(picture.get(), response);
            } else {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (NotPermitted ofAPlace) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!SENT.equals(request.getPathInfo())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            // What is too large is not read, and the page says so: whoever chose it wants to choose another.
            var notice =
                    request.getContentLengthLong() > RedrawEmblem.MOST_BYTES + (64 << 10) ? "too-large" : take(request);
            if (notice.equals("too-large")) {
                response.setHeader("Connection", "close");
            }
            Redirect.to(address(request, notice), response);
        } catch (NotPermitted ofAPlace) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** What the page says of it. */
    private String take(HttpServletRequest request) throws IOException, ServletException {
        String token;
        Part part;
        try {
            token = request.getParameter(FormTokens.PARAMETER);
            part = request.getPart("tep");
        } catch (IllegalStateException tooLarge) {
            // By the limits of this servlet; whatever else goes wrong is no matter of the size.
            return "too-large";
        }
        if (!tokens.isGood(LookBacking.purpose(user), token)) {
            return "het-han";
        }
        var by = user.require();
        decide.tried(by);
        if (part == null || part.getSize() == 0) {
            return "khong-tep";
        }
        byte[] content;
        try (var body = part.getInputStream()) {
            content = body.readAllBytes();
        }
        var name = PlainText.line(Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
        var isDark = Addresses.DARK.equals(request.getParameter("nen"));
        var mark = Objects.requireNonNullElse(request.getParameter("ban"), "");
        var redrawn = redraw.redraw(name, content);
        if (redrawn instanceof Redrawn.Refused refused) {
            return refused.code();
        }
        return decide.show(isDark, ((Redrawn.Done) redrawn).emblem(), mark, by) instanceof DecideLook.Outcome.Done
                ? DONE
                : "cu";
    }

    private static String address(HttpServletRequest request, String notice) {
        var page = Address.of(Addresses.LOOK).with("bao", notice);
        var query = Objects.requireNonNullElse(request.getQueryString(), "");
        return (query.equals("hl=en") ? page.with("hl", "en") : page) + "#bieu-trung";
    }
}
