package vn.loa.accounts.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.LinkOneself;
import vn.loa.accounts.LinkOneself.Proof;
import vn.loa.accounts.LinkToProvider;
import vn.loa.accounts.Network;
import vn.loa.accounts.OwnSecondFactor;
import vn.loa.accounts.Passwords;
import vn.loa.accounts.provider.Provider;
import vn.loa.accounts.provider.SignInAttempts;
import vn.loa.common.PlainText;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ClientAddress;

/**
 * Links one's own account to the provider, and takes that away: {@code /tai-khoan/noi-dang-nhap}. After the password the page leads on to the provider by a link, for browsers
 * follow no form to another site.
 */
@Named
@RequestScoped
public class OwnProviderBacking extends PlainForm {
    /** Where {@link ProviderServlet} leads back to. */
    static final String PATH = "/tai-khoan/noi-dang-nhap";

    private static final Logger LOG = System.getLogger(OwnProviderBacking.class.getName());
    private static final int LONGEST_CODE = 100;

    @Inject
    private LinkOneself oneself;

    @Inject
    private OwnSecondFactor factors;

    @Inject
    private Provider provider;

    @Inject
    private SignInAttempts attempts;

    @Inject
    private AttemptCookie cookie;

    @Inject
    private PublicAddress address;

    @Inject
    private ClientAddress client;

    @Inject
    private CurrentUser user;

    @Inject
    private Absence absence;

    private LinkToProvider.@Nullable State state;
    private boolean twoSteps;
    private String there = "";
    private String done = "";

    /** Does what a button says, then reads what there is. There is nothing here without a provider. */
    public void begin() {
        if (!provider.isOn()) {
            absence.unknown();
            return;
        }
        if (isSent()) {
            take(parameter("viec"));
        }
        state = oneself.state(user.require()).orElse(null);
        twoSteps = factors.state(user.require()).since() != null;
    }

    private void take(String act) {
        var password = parameter("mat-khau");
        var code = PlainText.line(parameter("ma"));
        if (!isFresh()) {
            refuse(visit().text("second.again"));
        } else if (password.isEmpty() || password.length() > Passwords.LONGEST) {
            refuse(visit().text("own.password.wrong"));
        } else if (code.length() > LONGEST_CODE) {
            refuse(visit().text("sign-in.code.wrong"));
        } else {
            var proof = oneself.prove(user.require(), password, code, Network.of(client.of(request())));
            if (proof instanceof Proof.Given given) {
                act(act, given);
            } else if (proof instanceof Proof.Throttled throttled) {
                refuse(throttled.pause());
            } else {
                refuse(visit().text(proof instanceof Proof.WrongCode ? "sign-in.code.wrong" : "own.password.wrong"));
            }
        }
    }

    private void act(String act, Proof.Given proof) {
        if (act.equals("noi")) {
            lead();
        } else if (act.equals("bo")) {
            oneself.unlink(proof, user.require(), user.session());
            done = "own.provider.unlinked";
        }
    }

    private void lead() {
        var begun = attempts.begin(visit().href(PATH), user.require().name());
        try {
            there = provider.authorization(begun.attempt(), ProviderServlet.back(address))
                    .toString();
            cookie.write(response(), begun.ticket());
        } catch (IOException away) {
            LOG.log(Level.WARNING, "The provider for signing in does not answer", away);
            refuse(visit().say("own.provider.notice.away", provider.name()));
        }
    }

    @Override
    String purpose() {
        return "own provider " + user.require().name();
    }

    /** What the provider is called; empty when there is none. */
    public String getName() {
        return provider.isOn() ? provider.name() : "";
    }

    public boolean isLinked() {
        return state != null;
    }

    /** As whom one is known to the provider, in words. */
    public String getLinkedAs() {
        var known = Objects.requireNonNull(state, "somebody asks first");
        return visit().say(known.isBound() ? "person.provider.bound" : "person.provider.awaiting", known.name());
    }

    /** Whether a code is asked for besides the password. */
    public boolean isTwoSteps() {
        return twoSteps;
    }

    /** Address of the provider, who asks who it is; empty until the password was right. */
    public String getThere() {
        return there;
    }

    /** What has just been done, in words; empty when nothing was. */
    public String getDone() {
        return !done.isEmpty() ? visit().text(done) : cameBack(true);
    }

    /** Why nothing came of the way to the provider; empty when something did. */
    public String getTrouble() {
        return getProblem().isEmpty() ? cameBack(false) : getProblem();
    }

    private String cameBack(boolean linked) {
        var code = isSent() ? "" : visit().parameter(Addresses.NOTICE);
        return Arrays.stream(LinkOneself.Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .filter(outcome -> (outcome == LinkOneself.Outcome.LINKED) == linked)
                .findFirst()
                .map(outcome -> visit().say("own.provider.notice." + outcome.code(), provider.name()))
                .orElse("");
    }
}
