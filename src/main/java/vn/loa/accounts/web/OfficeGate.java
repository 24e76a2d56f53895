package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.common.web.Outage;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.PartialAnswer;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SameOrigin;
import vn.loa.common.web.Visit;

/**
 * Lets into the back office who may come in: leads others to where they sign in and then back, tells those who may not who may, and takes
 * no form that another site has sent. Nothing behind it is kept by any cache. What the session of the container holds, the state of open
 * forms, belongs to one sign-in: with another one it begins anew.
 */
public class OfficeGate extends HttpFilter {
    /** Values of {@link Addresses#NOTICE} on the page for signing in. */
    static final String ENDED = "het-phien";

    static final String LEFT = "da-thoat";

    /** The provider still knows them. */
    static final String LEFT_HERE = "da-thoat-day";

    static final String CHANGED = "da-doi";
    static final String FOUNDED = "da-lap";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OfficeGate.class.getName());
    private static final String OWNER = OfficeGate.class.getName() + ".owner";
    private static final String SIGN_IN = "/accounts/sign-in.xhtml";
    private static final String REFUSED = "/accounts/refused.xhtml";

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient OfficeCookie cookie;

    @Inject
    private transient SameOrigin origin;

    @Inject
    private transient Visit visit;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = PageRouter.pathOf(request);
        // What is written in another way is no address, and refused behind this.
        var isOffice = OfficeRoutes.isPage(path)
                || OfficeRoutes.isService(path)
                || path.equals(SignOutServlet.PATH)
                || path.equals(WhoServlet.PATH);
        if (!isOffice || PageRouter.isDisguised(request.getRequestURI())) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        if (request.getAttribute(BearerAuthentication.AWAY) != null) {
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            refuse(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "office.notice.tam-nghi", request, response);
        } else if (request.getMethod().equals("POST") && !origin.isKept(request)) {
            refuse(HttpServletResponse.SC_FORBIDDEN, "error.403.text", request, response);
        } else if (Addresses.FOR_STRANGERS.contains(path)) {
            chain.doFilter(request, response);
        } else if (path.equals(SignOutServlet.PATH) || path.equals(WhoServlet.PATH)) {
            chain.doFilter(request, response);
        } else if (user.actor().isEmpty()) {
            askToSignIn(request, response, path);
        } else if (user.owesSecondFactor() && OfficeRoutes.isDeskApi(path)) {
            turnAway(HttpServletResponse.SC_UNAUTHORIZED, response);
        } else if (user.owesSecondFactor() && !path.equals(OfficePage.SECOND_FACTOR.getPath())) {
            lead(visit.link(Address.of(OfficePage.SECOND_FACTOR.getPath())), request, response);
        } else if (isOpen(path)) {
            belong(request);
            chain.doFilter(request, response);
            belong(request);
        } else if (OfficeRoutes.isDeskApi(path)) {
            turnAway(HttpServletResponse.SC_FORBIDDEN, response);
        } else if (PartialAnswer.isAwaited(request)) {
            PartialAnswer.say(visit.text("refused.form"), response);
        } else if (request.getMethod().equals("POST")) {
            // The form is of a page that they may not see any more: the one that says so takes its place.
            Redirect.to(visit.getAddress().toString(), response);
        } else {
            PageRouter.show(REFUSED, HttpServletResponse.SC_FORBIDDEN, request, response);
        }
    }

    /** Scripts show nothing of an error page. @param text key of what is said to them */
    private void refuse(int status, String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (PartialAnswer.isAwaited(request)) {
            PartialAnswer.say(visit.text(text), response);
        } else {
            response.sendError(status);
        }
    }

    private boolean isOpen(String path) {
        return OfficePage.of(path)
                .filter(page -> page.isOpenTo(user.require().roles()))
                .isPresent();
    }

    private void belong(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        try {
            var owner = session.getAttribute(OWNER);
            if (owner == null) {
                session.setAttribute(OWNER, user.session());
            } else if (!owner.equals(user.session())) {
                session.invalidate();
            }
        } catch (IllegalStateException ended) {
            // Another request of the same browser was first: there is no session any more, so nobody can be in that of
            // another.
            LOG.log(Level.DEBUG, "A session has ended while it was looked at", ended);
        }
    }

    /** Scripts would follow a redirect with their bytes, and take the page for an answer. */
    private static void turnAway(int status, HttpServletResponse response) {
        response.setHeader("Connection", "close");
        response.setStatus(status);
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response, String path)
            throws IOException, ServletException {
        var hadCome = request.getAttribute(BearerAuthentication.REJECTED) != null;
        if (hadCome) {
            cookie.clear(response);
        }
        if (OfficeRoutes.isDeskApi(path)) {
            turnAway(HttpServletResponse.SC_UNAUTHORIZED, response);
            return;
        }
        if (!PartialAnswer.isAwaited(request) && CarriedForm.offer(request, path)) {
            PageRouter.show(SIGN_IN, HttpServletResponse.SC_FORBIDDEN, request, response);
            return;
        }
        var notice = hadCome || request.getMethod().equals("POST") ? ENDED : "";
        lead(address(request, ReturnPath.of(backTo(request, path)), notice), request, response);
    }

    private static void lead(String target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (PartialAnswer.isAwaited(request)) {
            PartialAnswer.lead(target, response);
        } else {
            Redirect.to(target, response);
        }
    }

    static String backTo(HttpServletRequest request, String path) {
        var query = request.getQueryString();
        return query == null ? path : path + "?" + query;
    }

    /** Of the page for signing in, in the language of this request. @param back where to go on afterwards */
    static String address(HttpServletRequest request, Address back, String notice) {
        var page = Address.of(Addresses.SIGN_IN);
        if (!back.toString().equals(OfficePage.DESK.getPath())) {
            page = page.with(Addresses.RETURN, back.toString());
        }
        if (!notice.isEmpty()) {
            page = page.with(Addresses.NOTICE, notice);
        }
        // The pages of the back office speak two languages.
        return "en".equals(request.getParameter("hl")) ? page.with("hl", "en").toString() : page.toString();
    }
}
