package vn.loa.accounts;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows down who tries passwords: from one network for any account, from one network for one account, and, less strictly, for one
 * account from everywhere together. The last would let anybody keep the holder of an account out by guessing without end, so it does
 * not bind networks from which the holder has signed in lately. Only failures count in the end. Whether an account exists makes no
 * difference.
 */
@ApplicationScoped
class SignInThrottle {
    static final int PER_NETWORK = 30;
    static final int PER_GUESSER = 5;
    static final int PER_ACCOUNT = 20;

    private static final Duration NETWORK_REST = Duration.ofSeconds(10);
    private static final Duration GUESSER_REST = Duration.ofMinutes(1);
    private static final Duration ACCOUNT_REST = Duration.ofSeconds(30);

    /** Of ways to somebody else, which cost nothing but time: a whole office may come from one network. */
    private static final int WAYS_PER_NETWORK = 60;

    private static final Duration WAY_REST = Duration.ofSeconds(1);
    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<Network> networks;
    private final AttemptLimit<Guesser> guessers;
    private final AttemptLimit<String> accounts;
    private final AttemptLimit<Network> ways;
    private final LatestKeys<Guesser> welcome = new LatestKeys<>(MOST_KEYS);

    /** Somewhere that tries the passwords of one account. */
    private record Guesser(String username, Network from) {}

    SignInThrottle() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    SignInThrottle(TimeMeter clock) {
        networks = new AttemptLimit<>(PER_NETWORK, NETWORK_REST, MOST_KEYS, clock);
        guessers = new AttemptLimit<>(PER_GUESSER, GUESSER_REST, MOST_KEYS, clock);
        accounts = new AttemptLimit<>(PER_ACCOUNT, ACCOUNT_REST, MOST_KEYS, clock);
        ways = new AttemptLimit<>(WAYS_PER_NETWORK, WAY_REST, MOST_KEYS, clock);
    }

    /** Counts an attempt; when there have been too many, it says how long to wait instead. */
    Optional<Duration> attempt(String username, Network from) {
        var guesser = new Guesser(username, from);
        var wait = networks.attempt(from);
        if (wait.isPresent()) {
            return wait;
        }
        wait = guessers.attempt(guesser);
        if (wait.isPresent()) {
            networks.forgive(from);
            return wait;
        }
        wait = accounts.attempt(username);
        if (wait.isEmpty() || welcome.has(guesser)) {
            return Optional.empty();
        }
        networks.forgive(from);
        guessers.forgive(guesser);
        return wait;
    }

    /** Counts an attempt at something that belongs to no account. */
    Optional<Duration> attempt(Network from) {
        return networks.attempt(from);
    }

    /** Counts that somebody wants to be sent to the provider, or from it. */
    Optional<Duration> way(Network from) {
        return ways.attempt(from);
    }

    /** The attempt at something that belongs to no account does not count. */
    void forgive(Network from) {
        networks.forgive(from);
    }

    /** The attempt was not decided: it does not count. */
    void forgive(String username, Network from) {
        networks.forgive(from);
        guessers.forgive(new Guesser(username, from));
        accounts.forgive(username);
    }

    /** The password was right. */
    void welcome(String username, Network from) {
        forgive(username, from);
        welcome.add(new Guesser(username, from));
    }
}
