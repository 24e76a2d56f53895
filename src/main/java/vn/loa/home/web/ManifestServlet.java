package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.loa.administration.CurrentLook;
import vn.loa.common.Jsons;
import vn.loa.common.Texts;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Assets;
import vn.loa.home.Site;

/** Answers {@code /loa.webmanifest}, by which a phone puts the portal among its programs. */
@WebServlet("/loa.webmanifest")
public class ManifestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String COLOUR = "#151c49";
    private static final String PAPER = "#faf5e9";

    @Inject
    private transient Site site;

    @Inject
    private transient CurrentLook look;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/manifest+json; charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=300");
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
                // Of the header, where the system draws its bars.
                .add(
                        "theme_color",
                        look.get().palette().map(palette -> palette.bar().css()).orElse(COLOUR))
                .add("icons", icons())
                .build()
                .toString();
    }

    private JsonArrayBuilder icons() {
        var emblem = look.get().emblem();
        return emblem == null
                ? Jsons.array()
                        .add(icon(assets.url("images/icon-192.png"), "192x192", "any"))
                        .add(icon(assets.url("images/icon-512.png"), "512x512", "any"))
                        .add(icon(assets.url("images/icon-maskable-512.png"), "512x512", "maskable"))
                : Jsons.array()
                        .add(icon(Addresses.EMBLEMS + "/" + emblem.id() + "-192.png", "192x192", "any"))
                        .add(icon(Addresses.EMBLEMS + "/" + emblem.id() + "-512.png", "512x512", "any"));
    }

    private static JsonObjectBuilder icon(String url, String sizes, String purpose) {
        return Jsons.object()
                .add("src", url)
                .add("type", "image/png")
                .add("sizes", sizes)
                .add("purpose", purpose);
    }
}
