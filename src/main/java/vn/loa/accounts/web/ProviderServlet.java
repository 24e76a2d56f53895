package vn.loa.accounts.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.loa.accounts.LinkOneself;
import vn.loa.accounts.Network;
import vn.loa.accounts.SignIn;
import vn.loa.accounts.SignIn.Result.Admitted;
import vn.loa.accounts.SignIn.Result.CodeWanted;
import vn.loa.accounts.SignIn.Result.ProviderAway;
import vn.loa.accounts.SignIn.Result.Refused;
import vn.loa.accounts.SignIn.Result.Throttled;
import vn.loa.accounts.SignIn.Result.TurnedBack;
import vn.loa.accounts.SignInByProvider;
import vn.loa.accounts.TokenSecret;
import vn.loa.accounts.provider.Provider;
import vn.loa.accounts.provider.SignInAttempt;
import vn.loa.accounts.provider.SignInAttempts;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.ClientAddress;
import vn.loa.common.web.Redirect;

/**
 * The ways to the provider by which people may sign in, and back. They all lead on: to the provider, to the page that was asked for, or to the page for signing in, which says in words
 * what went wrong. The browser carries the attempt in a cookie of its own, which is gone as soon as it has come back. Without a provider there is nothing here.
 */
@WebServlet({ProviderServlet.BEGIN, ProviderServlet.BACK, ProviderServlet.SIGN_OUT})
public class ProviderServlet extends HttpServlet {
    static final String BEGIN = Addresses.SIGN_IN + "/mot-lan";
    static final String BACK = BEGIN + "/ve";
    static final String SIGN_OUT = BEGIN + "/thoat";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ProviderServlet.class.getName());
    private static final int LONGEST_QUERY = 8_000;

    @Inject
    private transient Provider provider;

    @Inject
    private transient SignInAttempts attempts;

    @Inject
    private transient SignInByProvider signIn;

    @Inject
    private transient LinkOneself linking;

    @Inject
    private transient AttemptCookie cookie;

    @Inject
    private transient Entrance entrance;

    @Inject
    private transient ClientAddress client;

    @Inject
    private transient PublicAddress address;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        // The code in the address is nobody's business but ours.
        response.setHeader("Referrer-Policy", "no-referrer");
        if (!provider.isOn()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getServletPath().equals(BACK)) {
            comeBack(request, response);
            return;
        }
        var wait = signIn.way(Network.of(client.of(request)));
        if (wait.isPresent()) {
            wait(wait.get(), Address.of(OfficePage.DESK.getPath()), response);
        } else if (request.getServletPath().equals(BEGIN)) {
            begin(request, response);
        } else {
            signOut(response);
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        var asked = ReturnPath.of(Objects.requireNonNullElse(request.getParameter(Addresses.RETURN), ""));
        var back = "en".equals(request.getParameter("hl")) ? asked.with("hl", "en") : asked;
        var begun = attempts.begin(back.toString());
        try {
            var there = provider.authorization(begun.attempt(), back());
            cookie.write(response, begun.ticket());
            Redirect.to(there.toString(), response);
        } catch (IOException away) {
            LOG.log(Level.WARNING, "The provider for signing in does not answer", away);
            explain(ProviderNotice.AWAY, back, response);
        }
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response) {
        var attempt = cookie.read(request).flatMap(attempts::read);
        cookie.clear(response);
        if (attempt.isEmpty()) {
            explain(ProviderNotice.AGAIN, Address.of(OfficePage.DESK.getPath()), response);
            return;
        }
        var query = request.getQueryString();
        var isRead = query != null && query.length() <= LONGEST_QUERY;
        if (!attempt.get().linking().isEmpty()) {
            var outcome = isRead
                    ? linking.comeBack(attempt.get(), parameters(request), back(), Network.of(client.of(request)))
                    : LinkOneself.Outcome.AGAIN;
            Redirect.to(
                    address(attempt.get().back())
                            .with(Addresses.NOTICE, outcome.code())
                            .toString(),
                    response);
            return;
        }
        var result = isRead
                ? signIn.with(attempt.get(), parameters(request), back(), Network.of(client.of(request)))
                : new SignIn.Result.Untrusted();
        answer(result, attempt.get(), request, response);
    }

    private void answer(
            SignIn.Result result, SignInAttempt attempt, HttpServletRequest request, HttpServletResponse response) {
        var back = address(attempt.back());
        if (result instanceof Admitted admitted) {
            entrance.open(admitted, request, response);
            Redirect.to(back.toString(), response);
        } else if (result instanceof CodeWanted wanted) {
            wanted.first().map(TokenSecret::value).ifPresent(first -> cookie.write(response, first));
            Redirect.to(signInPage(back).toString(), response);
        } else if (result instanceof Refused) {
            explain(ProviderNotice.NOBODY, back, response);
        } else if (result instanceof TurnedBack) {
            explain(ProviderNotice.DECLINED, back, response);
        } else if (result instanceof ProviderAway) {
            explain(ProviderNotice.AWAY, back, response);
        } else if (result instanceof Throttled throttled) {
            wait(throttled.pause(), back, response);
        } else {
            explain(ProviderNotice.AGAIN, back, response);
        }
    }

    private void signOut(HttpServletResponse response) {
        var page = Address.of(Addresses.SIGN_IN);
        try {
            var there = provider.signOut(URI.create(address.root() + page));
            Redirect.to(there.map(URI::toString).orElse(page.toString()), response);
        } catch (IOException away) {
            LOG.log(Level.WARNING, "The provider for signing in does not answer", away);
            Redirect.to(page.with(Addresses.NOTICE, ProviderNotice.AWAY.code()).toString(), response);
        }
    }

    private URI back() {
        return back(address);
    }

    /** Where the provider sends people back to. */
    static URI back(PublicAddress address) {
        return URI.create(address.root() + BACK);
    }

    private static void wait(Duration pause, Address back, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
        explain(ProviderNotice.OFTEN, back, response);
    }

    private static void explain(ProviderNotice notice, Address back, HttpServletResponse response) {
        Redirect.to(signInPage(back).with(Addresses.NOTICE, notice.code()).toString(), response);
    }

    /** In the language in which they began. */
    private static Address signInPage(Address back) {
        var page = Address.of(Addresses.SIGN_IN);
        if (!back.path().equals(OfficePage.DESK.getPath())) {
            page = page.with(Addresses.RETURN, back.without("hl").toString());
        }
        return back.first("hl").isPresent() ? page.with("hl", "en") : page;
    }

    private static Address address(String written) {
        var question = written.indexOf('?');
        return question < 0
                ? Address.of(written)
                : Address.of(written.substring(0, question), written.substring(question + 1));
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }
}
