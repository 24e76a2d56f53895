package vn.loa.accounts.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.FormSecret;

/**
 * Attempts to sign in by the provider. The portal remembers none of them: the browser carries one along, signed, for a few minutes, and what it must not know is derived
 * from that with the secret of this installation. So any node takes in who was sent away by another.
 */
@ApplicationScoped
public class SignInAttempts {
    /** Long enough to find a telephone, and to change a password that has expired. */
    static final Duration GOOD_FOR = Duration.ofMinutes(15);

    private static final int SEED_BYTES = 32;

    /** Stands in no address and in no name. */
    private static final char BETWEEN = '\n';

    private static final Pattern SHAPE =
            Pattern.compile("([A-Za-z0-9_-]{43})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{1,2000})\\.([A-Za-z0-9_-]{43})");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FormSecret secret;
    private final Clock clock;

    /** For the container. */
    protected SignInAttempts() {
        this(new FormSecret(), Clock.systemUTC());
    }

    @Inject
    SignInAttempts(FormSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** @param ticket what the browser carries along */
    public record Begun(SignInAttempt attempt, String ticket) {}

    /** @param back where they go on: an address within the portal that has been checked */
    public Begun begin(String back) {
        return begin(back, "");
    }

    /** The same for who links an account to what the provider knows them by. @param linking name of the account, which they have proved to be theirs */
    public Begun begin(String back, String linking) {
        var bytes = new byte[SEED_BYTES];
        RANDOM.nextBytes(bytes);
        var seed = encoded(bytes);
        var what = seed + "." + clock.instant().plus(GOOD_FOR).getEpochSecond() + "."
                + encoded((back + BETWEEN + linking).getBytes(StandardCharsets.UTF_8));
        return new Begun(attempt(seed, back, linking), what + "." + secret.sign("sign-in attempt\n" + what));
    }

    /** The attempt that a browser carries along; empty when it is none of ours, or too old. */
    public Optional<SignInAttempt> read(String ticket) {
        var parts = SHAPE.matcher(ticket);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var what = ticket.substring(0, ticket.lastIndexOf('.'));
        var isOurs = isSame(secret.sign("sign-in attempt\n" + what), parts.group(4));
        if (!isOurs || clock.instant().getEpochSecond() >= Long.parseLong(parts.group(2))) {
            return Optional.empty();
        }
        var back = new String(Base64.getUrlDecoder().decode(parts.group(3)), StandardCharsets.UTF_8);
        var end = back.indexOf(BETWEEN);
        return end < 0
                ? Optional.empty()
                : Optional.of(attempt(parts.group(1), back.substring(0, end), back.substring(end + 1)));
    }

    /** Compares secrets without telling by the time it takes how much of them is right. */
    static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private SignInAttempt attempt(String seed, String back, String linking) {
        return new SignInAttempt(
                secret.sign("sign-in state\n" + seed),
                secret.sign("sign-in nonce\n" + seed),
                secret.sign("sign-in verifier\n" + seed),
                back,
                linking);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
