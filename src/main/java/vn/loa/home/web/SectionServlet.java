package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** What could be the name of a place. Whatever else is typed into the address is not for the database. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@-]{1,40}");

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
        return Optional.ofNullable(request.getParameter(PICKED))
                .filter(picked -> NAME.matcher(picked).matches())
                .flatMap(places::nameOf)
                .orElseGet(site::locality);
    }
}
