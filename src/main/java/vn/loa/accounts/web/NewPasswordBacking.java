package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.accounts.ChoosePassword;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** The page to which a link of an administrator leads: its holder chooses a password. The form is a plain one, as for signing in. */
@Named
@RequestScoped
public class NewPasswordBacking extends PlainForm {
    private static final String CODE = "ma";
    private static final int LONGEST = 100;

    @Inject
    private ChoosePassword choice;

    @Inject
    private Passwords passwords;

    @Inject
    private OfficeCookie cookie;

    private String username = "";

    /** Of the page for the holder of a secret, as others can open it. */
    static String address(Visit visit, TokenSecret secret) {
        return visit.absolute(
                Address.of(Addresses.NEW_PASSWORD).with(CODE, secret.value()).toString());
    }

    /** Takes what the form sends, or shows it. */
    public void begin() {
        username = choice.invited(secret()).orElse("");
        if (username.isEmpty()) {
            response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (isSent()) {
            take();
        }
    }

    private void take() {
        var wanted = parameter("moi");
        if (!isFresh()) {
            refuse(visit().text("new-password.again"));
        } else if (!NewPassword.isLongEnough(wanted)) {
            refuse(visit().say("own.password.length", NewPassword.SHORTEST, Passwords.LONGEST));
        } else if (NewPassword.isGuessed(wanted, username)) {
            refuse(visit().text("own.password.guessed"));
        } else if (!wanted.equals(parameter("lai"))) {
            refuse(visit().text("own.password.differ"));
        } else if (choice.with(secret(), passwords.hash(wanted))) {
            SignOutServlet.forget(request());
            cookie.clear(response());
            Redirect.to(
                    OfficeGate.address(request(), Address.of(OfficePage.DESK.getPath()), OfficeGate.CHANGED),
                    FacesContext.getCurrentInstance());
        } else {
            // Somebody has used it in the meantime.
            username = "";
            response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private TokenSecret secret() {
        var code = visit().parameter(CODE);
        return new TokenSecret(code.length() > LONGEST ? "" : code);
    }

    @Override
    String purpose() {
        return "new-password";
    }

    /** With which its holder signs in; empty when the link is not good. */
    public String getUsername() {
        return username;
    }
}
