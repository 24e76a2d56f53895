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
import vn.loa.accounts.provider.Provider;
import vn.loa.common.PlainText;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.PageRouter;
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

    /** The button of whoever has signed in elsewhere meanwhile, as by the provider in another tab, and wants back what they had sent. */
    private static final String ELSEWHERE = "da-vao";

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CODE = 100;
    private static final Set<String> NOTICES =
            Set.of(OfficeGate.ENDED, OfficeGate.LEFT, OfficeGate.LEFT_HERE, OfficeGate.CHANGED, OfficeGate.FOUNDED);

    @Inject
    private SignIn signIn;

    @Inject
    private FoundPortal founding;

    @Inject
    private Provider provider;

    @Inject
    private CurrentUser user;

    @Inject
    private ClientAddress client;

    @Inject
    private Entrance entrance;

    @Inject
    private AttemptCookie attempt;

    @Inject
    private CarriedForm carried;

    @Inject
    private Sessions sessions;

    private String name = "";
    private String back = "";
    private String first = "";
    private boolean unfounded;

    /** Takes what the form sends, or shows it; who is known already goes on. */
    public void begin() {
        if (!isSent()) {
            // Who has come back from the provider and owes a code need not be who was signed in before.
            takeFirstStep();
            if (first.isEmpty() && user.actor().isPresent()) {
                goOn();
            } else {
                unfounded = founding.isOpen();
            }
        } else if (!parameter(ELSEWHERE).isEmpty()) {
            user.actor()
                    .ifPresentOrElse(
                            actor -> giveBack(carried.isOf(actor.name())),
                            () -> refuse(visit().text("sign-in.carried.not-yet")));
        } else if (parameter(FIRST).isEmpty()) {
            takePassword();
        } else {
            takeCode(parameter(FIRST));
        }
    }

    /** Of whom the provider has sent back, and who owes a code. */
    private void takeFirstStep() {
        attempt.read(request())
                .filter(value -> value.length() <= LONGEST_CODE
                        && visit().parameter(Addresses.NOTICE).isEmpty())
                .ifPresent(value -> {
                    first = value;
                    attempt.clear(response());
                });
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
            entrance.open(admitted, request(), response());
            giveBack(sessions.identify(admitted.secret(), TokenKind.BROWSER)
                    .filter(holder -> carried.isOf(holder.actor().name()))
                    .isPresent());
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

    /** What they had sent when their sign-in had ended is theirs alone. */
    private void giveBack(boolean isTheirs) {
        if (isTheirs) {
            back = visit().link(backTo());
        } else {
            goOn();
        }
    }

    private void goOn() {
        Redirect.to(visit().link(backTo()), FacesContext.getCurrentInstance());
    }

    private Address backTo() {
        return ReturnPath.of(
                carried.isOffered()
                        ? OfficeGate.backTo(request(), PageRouter.pathOf(request()))
                        : visit().parameter(Addresses.RETURN));
    }

    @Override
    boolean isSent() {
        return super.isSent() && !carried.isOffered();
    }

    /** The page to which goes back what they had sent before; empty until they are known, and when there is nothing. */
    public String getBack() {
        return back;
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
        if (carried.isOffered()) {
            return "sign-in.notice.con-giu";
        }
        return isTold() && NOTICES.contains(notice()) ? "sign-in.notice." + notice() : "";
    }

    /** Why signing in by the provider came to nothing, in words; empty when it did not. */
    public String getProviderProblem() {
        return isTold() && provider.isOn() && ProviderNotice.has(notice())
                ? visit().say("sign-in.notice." + notice(), provider.name())
                : "";
    }

    private String notice() {
        return visit().parameter(Addresses.NOTICE);
    }

    private boolean isTold() {
        return getProblem().isEmpty() && first.isEmpty();
    }

    /** What the provider is called by which people may sign in, too; empty when there is none. */
    public String getProvider() {
        return provider.isOn() ? provider.name() : "";
    }

    /** Whether something is carried: then who signs in by the provider does so in another tab, and this page stays. */
    public boolean isCarrying() {
        return !carried.getFields().isEmpty();
    }

    /** Where signing in by the provider begins. */
    public String getProviderAddress() {
        var asked = carried.isOffered() ? backTo().toString() : visit().parameter(Addresses.RETURN);
        var begin = Address.of(ProviderServlet.BEGIN);
        return visit().link(asked.isEmpty() ? begin : begin.with(Addresses.RETURN, asked));
    }

    /** Where they sign out of the provider, too, after they have left here; empty when they have not come by it. */
    public String getProviderSignOut() {
        return provider.isOn() && notice().equals(OfficeGate.LEFT_HERE) ? ProviderServlet.SIGN_OUT : "";
    }

    @Override
    public String getAction() {
        return carried.isOffered()
                ? OfficeGate.address(request(), backTo(), "")
                : visit().getAddress().without(Addresses.NOTICE).toString();
    }
}
