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
import vn.loa.common.Coded;

/**
 * Links one's own account to what the provider knows one by, and takes that away again: whoever administers the portal alone has nobody else to do it. The password, and the
 * second step of those who have one, are asked for first: a browser left open must not be enough for another way in. Then one signs in at the provider, so nobody links
 * what is not theirs. No transaction is open while the provider is asked.
 */
@ApplicationScoped
public class LinkOneself {
    @Inject
    private PasswordTrial trial;

    @Inject
    private OwnSecondFactor factors;

    @Inject
    private LinkToProvider links;

    @Inject
    private Provider provider;

    @Inject
    private SignInThrottle throttle;

    /** What comes of asking once more who it is. */
    public sealed interface Proof {
        /** It is them. */
        record Given() implements Proof {}

        /** The password is another. */
        record WrongPassword() implements Proof {}

        /** The code is not the one. */
        record WrongCode() implements Proof {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Proof {}
    }

    /** What comes of the way to the provider. */
    public enum Outcome implements Coded {
        LINKED,
        /** Another account is linked to them. */
        TAKEN,
        /** The account has been linked meanwhile, or closed. */
        CHANGED,
        /** They, or the provider, did not want it. */
        DECLINED,
        /** It took too long, was done before, or cannot be believed. */
        AGAIN,
        /** The provider does not answer. */
        AWAY,
        /** Too often from their network. */
        OFTEN
    }

    /** As whom one is known to the provider; empty when one's account is linked to nobody. */
    public Optional<LinkToProvider.State> state(Actor self) {
        return links.own(self);
    }

    /** @param password at most {@link Passwords#LONGEST} characters @param code of the second step; does not matter to who has none */
    public Proof prove(Actor self, String password, String code, Network from) {
        var outcome = trial.of(self.name(), password, from);
        if (outcome instanceof PasswordTrial.Outcome.Throttled throttled) {
            return new Proof.Throttled(throttled.pause());
        }
        if (!(outcome instanceof PasswordTrial.Outcome.Right)) {
            return new Proof.WrongPassword();
        }
        var second = factors.prove(self, code);
        if (second instanceof OwnSecondFactor.Result.Throttled throttled) {
            return new Proof.Throttled(throttled.pause());
        }
        return second instanceof OwnSecondFactor.Result.Done ? new Proof.Given() : new Proof.WrongCode();
    }

    /**
     * Who comes back from the provider is linked to the account of the attempt.
     *
     * @param parameters of the address to which they came back
     * @param back that address without parameters
     */
    public Outcome comeBack(SignInAttempt attempt, Map<String, List<String>> parameters, URI back, Network from) {
        if (throttle.attempt(from).isPresent()) {
            return Outcome.OFTEN;
        }
        var answer = provider.read(attempt, parameters, back);
        if (answer instanceof ProviderAnswer.Untrusted) {
            return Outcome.AGAIN;
        }
        throttle.forgive(from);
        if (answer instanceof ProviderAnswer.Proved proved) {
            return switch (links.bind(attempt.linking(), proved.identity())) {
                case LINKED -> Outcome.LINKED;
                case TAKEN -> Outcome.TAKEN;
                default -> Outcome.CHANGED;
            };
        }
        return answer instanceof ProviderAnswer.Away ? Outcome.AWAY : Outcome.DECLINED;
    }

    /** Takes it away, and ends one's other sessions. @param proof which was asked for @param session the one that goes on */
    public void unlink(Proof.Given proof, Actor self, long session) {
        links.unbind(self, session);
    }
}
