package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Set;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Network;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Sessions;
import vn.loa.accounts.SignIn;
import vn.loa.accounts.SignIn.Result.Admitted;
import vn.loa.accounts.SignIn.Result.Throttled;
import vn.loa.accounts.TokenKind;
import vn.loa.common.PlainText;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** The page for signing in, and what its form sends. The form is a plain one: nobody gets a session before they are known. */
@Named
@RequestScoped
public class SignInBacking {
    private static final String PURPOSE = "sign-in";
    private static final String NAME = "ten";
    private static final String PASSWORD = "mat-khau";
    private static final int LONGEST_NAME = 60;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final Set<String> NOTICES = Set.of(OfficeGate.ENDED, OfficeGate.LEFT, OfficeGate.CHANGED);

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private FormTokens tokens;

    @Inject
    private OfficeCookie cookie;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String name = "";
    private String problem = "";

    /** Takes what the form sends, or shows it; who is known already goes on. */
    public void begin() {
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        if (request.getMethod().equals("POST")) {
            take(faces);
        } else if (user.actor().isPresent()) {
            goOn();
        }
    }

    private void take(ExternalContext faces) {
        var written = PlainText.line(parameter(NAME));
        name = written.length() > LONGEST_NAME ? "" : written;
        var password = parameter(PASSWORD);
        if (!tokens.isGood(PURPOSE, request.getParameter(FormTokens.PARAMETER))) {
            refuse(faces, UNPROCESSABLE, visit.text("sign-in.again"));
        } else if (name.isEmpty() || password.isEmpty()) {
            refuse(faces, UNPROCESSABLE, visit.text("sign-in.both"));
        } else if (password.length() > Passwords.LONGEST) {
            refuse(faces, UNPROCESSABLE, visit.text("sign-in.wrong"));
        } else {
            decide(faces, password);
        }
    }

    private void decide(ExternalContext faces, String password) {
        var result = signIn.with(name, password, Network.of(client.of(request)), TokenKind.BROWSER);
        if (result instanceof Admitted admitted) {
            // Who signs in again leaves nothing behind that is good.
            user.actor().ifPresent(before -> sessions.close(before, user.session()));
            SignOutServlet.forget(request);
            cookie.write((HttpServletResponse) faces.getResponse(), admitted.secret());
            goOn();
        } else if (result instanceof Throttled throttled) {
            var pause = throttled.pause().plusSeconds(1);
            faces.setResponseHeader("Retry-After", String.valueOf(pause.toSeconds()));
            refuse(
                    faces,
                    TOO_MANY,
                    visit.say("sign-in.throttled", visit.getWords().duration(pause)));
        } else {
            refuse(faces, UNPROCESSABLE, visit.text("sign-in.wrong"));
        }
    }

    private void refuse(ExternalContext faces, int status, String why) {
        faces.setResponseStatus(status);
        problem = why;
    }

    private void goOn() {
        Redirect.to(visit.link(ReturnPath.of(visit.parameter(PublicRoutes.RETURN))), FacesContext.getCurrentInstance());
    }

    private String parameter(String parameter) {
        return Objects.requireNonNullElse(request.getParameter(parameter), "");
    }

    /** What was written, so that nobody writes it twice. */
    public String getName() {
        return name;
    }

    /** Why nobody has been let in; empty at first. */
    public String getProblem() {
        return problem;
    }

    /** Key of what has happened before; empty when nothing has. */
    public String getNotice() {
        var notice = visit.parameter(PublicRoutes.NOTICE);
        return problem.isEmpty() && NOTICES.contains(notice) ? "sign-in.notice." + notice : "";
    }

    /** For the form, which comes back here. */
    public String getAction() {
        return visit.getAddress().without(PublicRoutes.NOTICE).toString();
    }

    public String getToken() {
        return tokens.issue(PURPOSE);
    }
}
