package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.loa.common.web.Png;
import vn.loa.common.web.Redirect;
import vn.loa.home.PodcastCovers;

/** The cover of podcasts: {@code /bia-podcast/{name}.png}. Its address names what is seen; who has that of a former look is led to the one of now. */
@WebServlet(CoverServlet.PATH + "/*")
public class CoverServlet extends HttpServlet {
    /** Where it lies; {@link vn.loa.home.Site#cover} tells feeds. */
    public static final String PATH = "/bia-podcast";

    private static final Pattern NAME = Pattern.compile("/([0-9a-f]{6}-(?:loa|[0-9a-f]{16}))\\.png");
    private static final long serialVersionUID = 1L;

    @Inject
    private transient PodcastCovers covers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = NAME.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!name.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var png = covers.png(name.group(1));
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (png.length == 0) {
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            response.setHeader("Cache-Control", "no-store");
            Redirect.to(PATH + "/" + covers.name() + ".png", response);
            return;
        }
        Png.sendForEver(png, response);
    }
}
