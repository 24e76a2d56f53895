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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.ChangeOwnPassword;
import vn.loa.accounts.ChangeOwnPassword.Result.Changed;
import vn.loa.accounts.ChangeOwnPassword.Result.Throttled;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Network;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.Sessions;
import vn.loa.accounts.provider.Provider;
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

    /** What the buttons of the list send the id of a session as. */
    private static final String ENDED = "ket-thuc";

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    /** The fields. */
    private static final String PRESENT = "nay";

    private static final String WANTED = "moi";
    private static final String REPEATED = "lai";

    @Inject
    private Sessions sessions;

    @Inject
    private ChangeOwnPassword passwords;

    @Inject
    private Provider provider;

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
    private String wrong = "";
    private List<Line> lines = List.of();

    /**
     * A session or a token.
     *
     * @param kind browser or program
     * @param device which browser on which system; null when nobody knows
     * @param current whether it is the one in use
     */
    public record Line(
            long id,
            String kind,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            Instant expiresAt,
            @Nullable String device,
            boolean current) {}

    /** Before the page, or a part of it, is shown: ends what a button of the list names, then reads the list. Once for each request. */
    public void begin() {
        if (!lines.isEmpty()) {
            return;
        }
        var named = FacesContext.getCurrentInstance().isPostback() ? request.getParameter(ENDED) : null;
        if (named != null) {
            close(named);
        }
        lines = sessions.of(user.require(), 1, Page.LARGEST).items().stream()
                .map(open -> new Line(
                        open.id(),
                        open.kind().code(),
                        open.createdAt(),
                        open.lastUsedAt(),
                        open.expiresAt(),
                        open.device(),
                        open.id() == user.session()))
                .toList();
    }

    /** By its id, and not by where it stands: the list may have changed since it was shown. The one in use is ended by signing out. */
    private void close(String named) {
        var id = ID.matcher(named).matches() ? Long.parseLong(named) : 0;
        var closed = id != user.session() && sessions.close(user.require(), id);
        say(SESSIONS, FacesMessage.SEVERITY_INFO, visit.text(closed ? "own.closed" : "own.closed.before"));
    }

    /** The newest first, as many as a page holds. */
    public List<Line> getLines() {
        return lines;
    }

    public boolean isAlone() {
        return lines.size() == 1;
    }

    public void closeOthers() {
        var closed = sessions.closeOthers(user.require(), user.session());
        say(SESSIONS, FacesMessage.SEVERITY_INFO, visit.say("own.closed.others", closed));
    }

    /** All sessions end with the old password, this one too. */
    public void changePassword() {
        var problem = problem();
        if (!problem.isEmpty()) {
            refuse(problem);
            return;
        }
        var result = passwords.to(new NewPassword(wanted), present, user.require(), Network.of(client.of(request)));
        if (result instanceof Changed) {
            var faces = FacesContext.getCurrentInstance();
            SignOutServlet.forget(request);
            cookie.clear((HttpServletResponse) faces.getExternalContext().getResponse());
            Redirect.to(
                    OfficeGate.address(request, Address.of(OfficePage.ACCOUNT.getPath()), OfficeGate.CHANGED), faces);
        } else if (result instanceof Throttled throttled) {
            var pause = throttled.pause().plusSeconds(1);
            refuse(visit.say("sign-in.throttled", visit.getWords().duration(pause)));
        } else {
            wrong = PRESENT;
            refuse(visit.text("own.password.wrong"));
        }
    }

    private void refuse(String why) {
        say(PASSWORD, FacesMessage.SEVERITY_ERROR, why);
    }

    /** What is wrong with what was written, and in which field; empty when nothing is. */
    private String problem() {
        if (present.isEmpty() || wanted.isEmpty()) {
            wrong = present.isEmpty() ? PRESENT : WANTED;
            return visit.text("own.password.all");
        }
        if (!wanted.equals(repeated)) {
            wrong = REPEATED;
            return visit.text("own.password.differ");
        }
        if (!NewPassword.isLongEnough(wanted)) {
            wrong = WANTED;
            return visit.say("own.password.length", NewPassword.SHORTEST, Passwords.LONGEST);
        }
        if (NewPassword.isGuessed(wanted, user.require().name())) {
            wrong = WANTED;
            return visit.text("own.password.guessed");
        }
        if (present.length() > Passwords.LONGEST) {
            wrong = PRESENT;
            return visit.text("own.password.wrong");
        }
        return "";
    }

    /** What the provider is called by whom one may sign in; empty when there is none. */
    public String getProvider() {
        return provider.isOn() ? provider.name() : "";
    }

    /** Id of the field in which something is wrong; empty while nothing is. */
    public String getWrong() {
        return wrong;
    }

    /** The name by which they sign in, for what keeps passwords. */
    public String getUsername() {
        return user.require().name();
    }

    public int getShortest() {
        return NewPassword.SHORTEST;
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
