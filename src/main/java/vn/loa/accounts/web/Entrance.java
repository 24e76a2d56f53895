package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Sessions;
import vn.loa.accounts.SignIn.Result.Admitted;

/** Lets a browser in whose holder has proved who they are, by whatever way. Who signs in again leaves nothing behind that is good. */
@RequestScoped
class Entrance {
    @Inject
    private CurrentUser user;

    @Inject
    private Sessions sessions;

    @Inject
    private OfficeCookie cookie;

    void open(Admitted admitted, HttpServletRequest request, HttpServletResponse response) {
        user.actor().ifPresent(before -> sessions.close(before, user.session()));
        SignOutServlet.forget(request);
        var device = Device.of(request.getHeader("User-Agent"));
        if (!device.isEmpty()) {
            sessions.given(admitted.id(), device);
        }
        cookie.write(response, admitted.secret());
    }
}
