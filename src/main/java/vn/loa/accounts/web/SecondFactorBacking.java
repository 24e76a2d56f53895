package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.OwnSecondFactor;
import vn.loa.accounts.OwnSecondFactor.Result.Done;
import vn.loa.accounts.OwnSecondFactor.Result.Throttled;
import vn.loa.accounts.OwnSecondFactor.State;
import vn.loa.accounts.PortalName;
import vn.loa.accounts.RecoveryCode;
import vn.loa.common.PlainText;

/** Sets up one's own second step of signing in: first a key for the telephone, then the code that shows that it is there. */
@Named
@RequestScoped
public class SecondFactorBacking extends PlainForm {
    private static final int LONGEST_CODE = 100;

    @Inject
    private OwnSecondFactor own;

    @Inject
    private CurrentUser user;

    /** What telephones show beside the code. */
    @Inject
    private PortalName portal;

    private State state = new State(null, null, 0, false);
    private List<String> codes = List.of();
    private String done = "";
    private List<QrPicture> picture = List.of();

    /** Does what a button says, then reads what there is. */
    public void begin() {
        if (isSent()) {
            take(parameter("viec"));
        }
        state = own.state(user.require());
        if (state.key() != null) {
            picture = List.of(QrPicture.of(getKeyAddress()));
        }
    }

    private void take(String act) {
        var code = PlainText.line(parameter("ma"));
        if (!isFresh()) {
            refuse(visit().text("second.again"));
        } else if (act.equals("bat-dau")) {
            own.begin(user.require());
        } else if (code.isEmpty() || code.length() > LONGEST_CODE) {
            refuse(visit().text("sign-in.code.wrong"));
        } else if (act.equals("xac-nhan")) {
            answer(own.confirm(user.require(), code, user.session()), "second.confirmed");
        } else if (act.equals("ma-moi")) {
            answer(own.renewCodes(user.require(), code), "second.renewed");
        } else if (act.equals("bo")) {
            answer(own.remove(user.require(), code), "second.removed");
        }
    }

    private void answer(OwnSecondFactor.Result result, String success) {
        if (result instanceof Done made) {
            codes = made.codes().stream().map(RecoveryCode::value).toList();
            done = success;
        } else if (result instanceof Throttled throttled) {
            refuse(throttled.pause());
        } else {
            refuse(visit().text("sign-in.code.wrong"));
        }
    }

    @Override
    String purpose() {
        return "second-factor " + user.require().name();
    }

    public State getState() {
        return state;
    }

    /** Whether a key waits for the first code. */
    public boolean isBegun() {
        return state.key() != null;
    }

    /** The key in groups of four, for those who type it. */
    public String getKey() {
        return key().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** The same as an address that telephones open, in the form that all programs for it know. */
    public String getKeyAddress() {
        var issuer = encoded(portal.portalName());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
                .formatted(issuer, encoded(user.require().name()), key(), issuer);
    }

    /** The address as a picture for another device's camera; none while there is no key to show. */
    public List<QrPicture> getPicture() {
        return picture;
    }

    private String key() {
        return Objects.requireNonNullElse(state.key(), "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Codes for paper that were made right now, and are shown only here. */
    public List<String> getCodes() {
        return codes;
    }

    /** Key of what was done; empty when nothing was. */
    public String getDone() {
        return done;
    }
}
