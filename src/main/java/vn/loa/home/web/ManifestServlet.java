package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.web.Assets;
import vn.loa.home.SiteSettings;

/** Answers {@code /loa.webmanifest}, by which a phone puts the portal among its programs. */
@WebServlet("/loa.webmanifest")
public class ManifestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Of the header, where the system draws its bars. */
    private static final String COLOUR = "#151c49";

    private static final String PAPER = "#faf5e9";

    @Inject
    private transient SiteSettings site;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/manifest+json; charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getWriter().write(manifest());
    }

    private String manifest() {
        var name = site.name().in(Texts.FALLBACK);
        return Jsons.object()
                .add("id", "/")
                .add("name", name + " – " + site.place().in(Texts.FALLBACK))
                .add("short_name", name)
                .add("description", site.about().in(Texts.FALLBACK))
                .add("lang", Texts.FALLBACK)
                .add("start_url", "/")
                .add("scope", "/")
                .add("display", "standalone")
                .add("background_color", PAPER)
                .add("theme_color", COLOUR)
                .add(
                        "icons",
                        Jsons.array()
                                .add(icon("images/icon-192.png", "192x192", "any"))
                                .add(icon("images/icon-512.png", "512x512", "any"))
                                .add(icon("images/icon-maskable-512.png", "512x512", "maskable")))
                .build()
                .toString();
    }

    private JsonObjectBuilder icon(String name, String sizes, String purpose) {
        return Jsons.object()
                .add("src", assets.url(name))
                .add("type", "image/png")
                .add("sizes", sizes)
                .add("purpose", purpose);
    }
}
