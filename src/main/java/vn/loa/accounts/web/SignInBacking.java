package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Set;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.FoundPortal;
import vn.loa.accounts.Network;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Sessions;
import vn.loa.accounts.SignIn;
import vn.loa.accounts.SignIn.Result.Admitted;
import vn.loa.accounts.SignIn.Result.CodeWanted;
import vn.loa.accounts.SignIn.Result.Throttled;
import vn.loa.accounts.SignIn.Result.WrongCode;
import vn.loa.accounts.TokenKind;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.PlainText;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Redirect;

/**
 * The page for signing in, and what its form sends: the name and the password, then the code of those who have a second step. The form is a plain
 * one: nobody gets a session before they are known.
 */
@Named
@RequestScoped
public class SignInBacking extends PlainForm {
    private static final String NAME = "ten";
    private static final String PASSWORD = "mat-khau";

    /** What the first step gave, in the form of the second. */
    private static final String FIRST = "buoc-mot";

    private static final String CODE = "ma";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CODE = 100;
    private static final Set<String> NOTICES =
            Set.of(OfficeGate.ENDED, OfficeGate.LEFT, OfficeGate.CHANGED, OfficeGate.FOUNDED);

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private FoundPortal founding;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private OfficeCookie cookie;

    private String name = "";
    private String first = "";
    private boolean unfounded;

    /** Takes what the form sends, or shows it; who is known already goes on. */
    public void begin() {
        if (!isSent()) {
            if (user.actor().isPresent()) {
                goOn();
            } else {
                unfounded = founding.isOpen();
            }
        } else if (parameter(FIRST).isEmpty()) {
            takePassword();
        } else {
            takeCode(parameter(FIRST));
        }
    }

    private void takePassword() {
        var written = PlainText.line(parameter(NAME));
        name = written.length() > LONGEST_NAME ? "" : written;
        var password = parameter(PASSWORD);
        if (!isFresh()) {
            refuse(visit().text("sign-in.again"));
        } else if (name.isEmpty() || password.isEmpty()) {
            refuse(visit().text("sign-in.both"));
        } else if (password.length() > Passwords.LONGEST) {
            refuse(visit().text("sign-in.wrong"));
        } else {
            answer(signIn.with(name, password, Optional.empty(), Network.of(client.of(request())), TokenKind.BROWSER));
        }
    }

    private void takeCode(String shown) {
        var code = PlainText.line(parameter(CODE));
        if (shown.length() > LONGEST_CODE || !isFresh()) {
            refuse(visit().text("sign-in.again"));
            return;
        }
        first = shown;
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            refuse(visit().text("sign-in.code.wrong"));
        } else {
            answer(signIn.with(new TokenSecret(shown), code));
        }
    }

    private void answer(SignIn.Result result) {
        if (result instanceof Admitted admitted) {
            // Who signs in again leaves nothing behind that is good.
            user.actor().ifPresent(before -> sessions.close(before, user.session()));
            SignOutServlet.forget(request());
            cookie.write(response(), admitted.secret());
            goOn();
        } else if (result instanceof CodeWanted wanted) {
            first = wanted.first().map(TokenSecret::value).orElse("");
        } else if (result instanceof Throttled throttled) {
            refuse(throttled.pause());
        } else if (result instanceof WrongCode) {
            refuse(visit().text("sign-in.code.wrong"));
        } else {
            // Of the second step it means that the first is too long ago.
            refuse(visit().text(first.isEmpty() ? "sign-in.wrong" : "sign-in.again"));
            first = "";
        }
    }

    private void goOn() {
        Redirect.to(
                visit().link(ReturnPath.of(visit().parameter(PublicRoutes.RETURN))), FacesContext.getCurrentInstance());
    }

    @Override
    String purpose() {
        return "sign-in";
    }

    /** What was written, so that nobody writes it twice. */
    public String getName() {
        return name;
    }

    /** What the form of the second step carries; empty while the first is asked for. */
    public String getFirst() {
        return first;
    }

    /** Whether the portal waits for its first administrator. */
    public boolean isUnfounded() {
        return unfounded;
    }

    /** Key of what has happened before; empty when nothing has. */
    public String getNotice() {
        var notice = visit().parameter(PublicRoutes.NOTICE);
        return getProblem().isEmpty() && first.isEmpty() && NOTICES.contains(notice) ? "sign-in.notice." + notice : "";
    }

    @Override
    public String getAction() {
        return visit().getAddress().without(PublicRoutes.NOTICE).toString();
    }
}
