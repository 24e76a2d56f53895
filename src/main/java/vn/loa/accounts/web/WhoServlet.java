package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.Jsons;

/**
 * Tells the scripts of the back office whose sign-in the browser holds: <code>{"name": "bientap", "owes": false}</code>, by the name of
 * the account; 401 when it holds none. Who still owes the second step is told so: they can send nothing but the form that sets it up.
 * {@link OfficeGate} leads nobody away from here.
 */
@WebServlet(WhoServlet.PATH)
public class WhoServlet extends HttpServlet {
    static final String PATH = "/tai-khoan/ai";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentUser user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var actor = user.actor();
        if (actor.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var told = Jsons.object()
                .add("name", actor.get().name())
                .add("owes", user.owesSecondFactor())
                .build();
        response.setContentType("application/json");
        response.getOutputStream().write(told.toString().getBytes(StandardCharsets.UTF_8));
    }
}
