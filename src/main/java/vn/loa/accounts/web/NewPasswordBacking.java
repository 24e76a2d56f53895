package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import vn.loa.accounts.ChoosePassword;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.web.Address;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** The page to which a link of an administrator leads: its holder chooses a password. The form is a plain one, as for signing in. */
@Named
@RequestScoped
public class NewPasswordBacking {
    private static final String CODE = "ma";
    private static final String PURPOSE = "new-password";
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST = 100;

    @Inject
    private ChoosePassword choice;

    @Inject
    private Passwords passwords;

    @Inject
    private FormTokens tokens;

    @Inject
    private OfficeCookie cookie;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String username = "";
    private String problem = "";

    /** Of the page for the holder of a secret, as others can open it. */
    static String address(Visit visit, TokenSecret secret) {
        return visit.absolute(
                Address.of(PublicRoutes.NEW_PASSWORD).with(CODE, secret.value()).toString());
    }

    /** Takes what the form sends, or shows it. */
    public void begin() {
        username = choice.invited(secret()).orElse("");
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        if (username.isEmpty()) {
            faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            take(faces);
        }
    }

    private void take(ExternalContext faces) {
        var wanted = parameter("moi");
        if (!tokens.isGood(PURPOSE, request.getParameter(FormTokens.PARAMETER))) {
            refuse(faces, visit.text("new-password.again"));
        } else if (!NewPassword.isLongEnough(wanted)) {
            refuse(faces, visit.say("own.password.length", NewPassword.SHORTEST, Passwords.LONGEST));
        } else if (!wanted.equals(parameter("lai"))) {
            refuse(faces, visit.text("own.password.differ"));
        } else if (choice.with(secret(), passwords.hash(wanted))) {
            SignOutServlet.forget(request);
            cookie.clear((HttpServletResponse) faces.getResponse());
            Redirect.to(
                    OfficeGate.address(request, Address.of(OfficePage.DESK.getPath()), OfficeGate.CHANGED),
                    FacesContext.getCurrentInstance());
        } else {
            // Somebody has used it in the meantime.
            username = "";
            faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void refuse(ExternalContext faces, String why) {
        faces.setResponseStatus(UNPROCESSABLE);
        problem = why;
    }

    private TokenSecret secret() {
        var code = visit.parameter(CODE);
        return new TokenSecret(code.length() > LONGEST ? "" : code);
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** With which its holder signs in; empty when the link is not good. */
    public String getUsername() {
        return username;
    }

    /** Why no password has been set; empty at first. */
    public String getProblem() {
        return problem;
    }

    /** For the form, which comes back here. */
    public String getAction() {
        return visit.getAddress().toString();
    }

    public String getToken() {
        return tokens.issue(PURPOSE);
    }
}
