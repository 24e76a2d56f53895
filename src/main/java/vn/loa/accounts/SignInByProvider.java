package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.accounts.provider.Provider;
import vn.loa.accounts.provider.ProviderAnswer;
import vn.loa.accounts.provider.SignInAttempt;

/**
 * Gives somebody whom the provider knows a token, if an administrator has linked an account to them. What they may do stands in that account; nothing of it comes from
 * outside. No transaction is open while the provider is asked.
 */
@ApplicationScoped
public class SignInByProvider {
    @Inject
    private Provider provider;

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Admission admission;

    /** Counts that somebody wants to be sent to the provider, or to sign out there; when it was too often, it says how long to wait instead. */
    public Optional<Duration> way(Network from) {
        return throttle.way(from);
    }

    /**
     * @param parameters of the address to which they came back
     * @param back that address without parameters
     */
    public SignIn.Result with(SignInAttempt attempt, Map<String, List<String>> parameters, URI back, Network from) {
        var wait = throttle.attempt(from);
        if (wait.isPresent()) {
            return new SignIn.Result.Throttled(wait.get());
        }
        var answer = provider.read(attempt, parameters, back);
        if (answer instanceof ProviderAnswer.Proved proved) {
            var result = admission.open(proved.identity());
            if (result instanceof SignIn.Result.Refused) {
                admission.refuse(SignInRefusals.NOBODY, from);
            } else {
                throttle.forgive(from);
            }
            return result;
        }
        if (answer instanceof ProviderAnswer.Away) {
            throttle.forgive(from);
            return new SignIn.Result.ProviderAway();
        }
        if (answer instanceof ProviderAnswer.Declined) {
            throttle.forgive(from);
            return new SignIn.Result.TurnedBack();
        }
        admission.refuse(SignInRefusals.NOBODY, from);
        return new SignIn.Result.Untrusted();
    }
}
