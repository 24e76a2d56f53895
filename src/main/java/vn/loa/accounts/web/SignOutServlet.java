package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Sessions;
import vn.loa.common.web.Address;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Redirect;

/** Signs out: the token is good no longer, the cookie is gone, and so is the state of open forms. {@link OfficeGate} has let in who comes here. */
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

    @Inject
    private transient FormTokens tokens;

    /** What the form's token is for. @param session of the one who sees the form */
    static String purpose(long session) {
        return "sign-out " + session;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Redirect.to(OfficePage.DESK.getPath(), response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        if (!tokens.isGood(purpose(user.session()), request.getParameter(FormTokens.PARAMETER))) {
            // The page was open for longer than its form is good: it is shown anew.
            Redirect.to(OfficePage.DESK.getPath(), response);
            return;
        }
        sessions.close(user.require(), user.session());
        cookie.clear(response);
        forget(request);
        Redirect.to(OfficeGate.address(request, Address.of(OfficePage.DESK.getPath()), OfficeGate.LEFT), response);
    }

    /** The state of open forms, which belongs to one sign-in. */
    static void forget(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
