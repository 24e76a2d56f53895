package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.ChangeOwnPassword;
import vn.loa.accounts.ChangeOwnPassword.Result.Changed;
import vn.loa.accounts.ChangeOwnPassword.Result.Throttled;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Network;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Sessions;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;

/** One's own account: the password, and the sessions and tokens that are good. */
@Named
@RequestScoped
public class OwnAccountBacking {
    /** The forms, by which each shows what concerns it. */
    private static final String PASSWORD = "mat-khau";

    private static final String SESSIONS = "phien-dang-mo";

    @Inject
    private Sessions sessions;

    @Inject
    private ChangeOwnPassword passwords;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private OfficeCookie cookie;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String present = "";
    private String wanted = "";
    private String repeated = "";
    private @Nullable List<Line> lines;

    /**
     * A session or a token.
     *
     * @param kind browser or program
     * @param current whether it is the one in use
     */
    public record Line(
            long id,
            String kind,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {}

    /** The newest first, as many as a page holds. */
    public List<Line> getLines() {
        var known = lines;
        if (known == null) {
            known = sessions.of(user.require(), 1, Page.LARGEST).items().stream()
                    .map(open -> new Line(
                            open.id(),
                            open.kind().code(),
                            open.createdAt(),
                            open.lastUsedAt(),
                            open.expiresAt(),
                            open.id() == user.session()))
                    .toList();
            lines = known;
        }
        return known;
    }

    public boolean isAlone() {
        return getLines().size() < 2;
    }

    /** Ends one of them. The one in use is ended by signing out. */
    public void close(long id) {
        if (id != user.session() && sessions.close(user.require(), id)) {
            say(SESSIONS, FacesMessage.SEVERITY_INFO, visit.text("own.closed"));
        }
        lines = null;
    }

    public void closeOthers() {
        var closed = sessions.closeOthers(user.require(), user.session());
        say(SESSIONS, FacesMessage.SEVERITY_INFO, visit.say("own.closed.others", closed));
        lines = null;
    }

    /** All sessions end with the old password, this one too. */
    public void changePassword() {
        var problem = problem();
        if (!problem.isEmpty()) {
            say(PASSWORD, FacesMessage.SEVERITY_ERROR, problem);
            return;
        }
        var result = passwords.to(new NewPassword(wanted), present, user.require(), Network.of(client.of(request)));
        if (result instanceof Changed) {
            var faces = FacesContext.getCurrentInstance();
            cookie.clear((HttpServletResponse) faces.getExternalContext().getResponse());
            Redirect.to(
                    OfficeGate.address(request, Address.of(OfficePage.ACCOUNT.getPath()), OfficeGate.CHANGED), faces);
        } else if (result instanceof Throttled throttled) {
            var pause = throttled.pause().plusSeconds(1);
            say(
                    PASSWORD,
                    FacesMessage.SEVERITY_ERROR,
                    visit.say("sign-in.throttled", visit.getWords().duration(pause)));
        } else {
            say(PASSWORD, FacesMessage.SEVERITY_ERROR, visit.text("own.password.wrong"));
        }
    }

    private String problem() {
        if (present.isEmpty() || wanted.isEmpty()) {
            return visit.text("own.password.all");
        }
        if (!wanted.equals(repeated)) {
            return visit.text("own.password.differ");
        }
        return NewPassword.isLongEnough(wanted) && present.length() <= Passwords.LONGEST
                ? ""
                : visit.say("own.password.length", NewPassword.SHORTEST, Passwords.LONGEST);
    }

    private static void say(String form, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(form, new FacesMessage(severity, text, null));
    }

    public String getPresent() {
        return "";
    }

    public void setPresent(@Nullable String written) {
        present = written == null ? "" : written;
    }

    public String getWanted() {
        return "";
    }

    public void setWanted(@Nullable String written) {
        wanted = written == null ? "" : written;
    }

    public String getRepeated() {
        return "";
    }

    public void setRepeated(@Nullable String written) {
        repeated = written == null ? "" : written;
    }
}
