package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import vn.loa.accounts.AccountContent;
import vn.loa.accounts.FoundPortal;
import vn.loa.accounts.FoundPortal.Result.Founded;
import vn.loa.accounts.FoundPortal.Result.Throttled;
import vn.loa.accounts.FoundPortal.Result.WrongSecret;
import vn.loa.accounts.Network;
import vn.loa.accounts.NewAccount;
import vn.loa.accounts.NewPassword;
import vn.loa.accounts.Passwords;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.Redirect;

/** The page on which whoever runs a new portal makes its first administrator. It is there only as long as there is none. */
@Named
@RequestScoped
public class FoundingBacking extends PlainForm {
    private static final int LONGEST_SECRET = 1_000;

    @Inject
    private FoundPortal portal;

    @Inject
    private ClientAddress client;

    private boolean open;
    private String username = "";
    private String displayName = "";

    /** Takes what the form sends, or shows it. */
    public void begin() {
        open = portal.isOpen();
        if (!open) {
            response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (isSent()) {
            username = NewAccount.username(PlainText.line(parameter("ten")));
            displayName = PlainText.line(parameter("ho-ten"));
            take();
        }
    }

    private void take() {
        var password = parameter("moi");
        if (!isFresh()) {
            refuse(visit().text("new-password.again"));
        } else if (!NewAccount.isUsername(username)) {
            refuse(visit().text("person.problem.username"));
        } else if (displayName.isEmpty() || displayName.length() > AccountContent.LONGEST_NAME) {
            refuse(visit().say("founding.name", AccountContent.LONGEST_NAME));
        } else if (!NewPassword.isLongEnough(password)) {
            refuse(visit().say("own.password.length", NewPassword.SHORTEST, Passwords.LONGEST));
        } else if (NewPassword.isGuessed(password, username)) {
            refuse(visit().text("own.password.guessed"));
        } else if (!password.equals(parameter("lai"))) {
            refuse(visit().text("own.password.differ"));
        } else if (parameter("ma").length() > LONGEST_SECRET) {
            refuse(visit().text("founding.wrong"));
        } else {
            answer(portal.with(
                    parameter("ma"),
                    new NewAccount(username, new NewPassword(password)),
                    displayName,
                    Network.of(client.of(request()))));
        }
    }

    private void answer(FoundPortal.Result result) {
        if (result instanceof Founded) {
            Redirect.to(
                    OfficeGate.address(request(), Address.of(OfficePage.DESK.getPath()), OfficeGate.FOUNDED),
                    FacesContext.getCurrentInstance());
        } else if (result instanceof Throttled throttled) {
            refuse(throttled.pause());
        } else if (result instanceof WrongSecret) {
            refuse(HttpServletResponse.SC_FORBIDDEN, visit().text("founding.wrong"));
        } else {
            open = false;
            response().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    String purpose() {
        return "founding";
    }

    public boolean isOpen() {
        return open;
    }

    public String getUsername() {
        return username;
    }

    public String getDisplayName() {
        return displayName;
    }
}
