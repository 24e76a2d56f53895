package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Sessions;
import vn.loa.common.web.Address;
import vn.loa.common.web.Redirect;

/**
 * Signs out: the token is good no longer, the cookie is gone, and so is the state of open forms. Whoever has left already, in another tab
 * or by pressing twice, is told the same. {@link OfficeGate} has seen that a page of ours has sent the form; it needs no more, so that nobody
 * stays signed in on a machine of many because a page was open for too long.
 */
@WebServlet(SignOutServlet.PATH)
public class SignOutServlet extends HttpServlet {
    static final String PATH = "/tai-khoan/dang-xuat";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient Sessions sessions;

    @Inject
    private transient OfficeCookie cookie;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Redirect.to(OfficePage.DESK.getPath(), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var left = user.isByProvider() ? OfficeGate.LEFT_HERE : OfficeGate.LEFT;
        user.actor().ifPresent(actor -> sessions.close(actor, user.session()));
        cookie.clear(response);
        forget(request);
        Redirect.to(OfficeGate.address(request, Address.of(OfficePage.DESK.getPath()), left), response);
    }

    /** The state of open forms, which belongs to one sign-in. */
    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
