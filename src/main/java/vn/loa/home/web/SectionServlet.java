package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.common.web.Visit;
import vn.loa.home.LocalityPages;
import vn.loa.home.SiteSettings;

/**
 * Leads on from the addresses of two sections that have no page of their own: {@code /chu-de} to the topics on the front page, {@code
 * /dia-ban} to the place that the portal serves, or to the one that a visitor has picked there ({@code ma}).
 */
@WebServlet({"/chu-de", "/chu-de/", "/dia-ban", "/dia-ban/"})
public class SectionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PLACES = "/dia-ban";
    private static final String PICKED = "ma";

    @Inject
    private transient SiteSettings site;

    @Inject
    private transient LocalityPages places;

    @Inject
    private transient Visit visit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var target = request.getServletPath().startsWith(PLACES) ? PLACES + "/" + place(request) : "/#chu-de";
        response.setStatus(HttpServletResponse.SC_FOUND);
        // Within this portal, whatever host the request names.
        response.setHeader("Location", visit.href(target));
    }

    private String place(HttpServletRequest request) {
        var picked = request.getParameter(PICKED);
        return picked == null ? site.locality() : places.nameOf(picked).orElse(site.locality());
    }
}
