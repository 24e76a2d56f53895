package vn.loa.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA256 and {@value #ITERATIONS} iterations, the least that OWASP advises. Algorithm, iterations
 * and salt stand in the hash. A hash takes a processor for a good part of a second, so few are made at once: more sign-ins
 * wait for their turn, and requests for pages find a processor.
 */
@ApplicationScoped
public class Passwords {
    /** Longer ones are refused unread: they protect nobody better, and only cost. In characters. */
    public static final int LONGEST = 200;

    private static final int ITERATIONS = 600_000;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int BYTES = 32;
    /** So many may wait for a turn or have one, among those who sign in: each holds a thread that could serve pages. */
    static final int MOST_AT_ONCE = 16;

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
            "Pbkdf2PasswordHash.Iterations", Integer.toString(ITERATIONS),
            "Pbkdf2PasswordHash.SaltSizeBytes", Integer.toString(BYTES),
            "Pbkdf2PasswordHash.KeySizeBytes", Integer.toString(BYTES));

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final Semaphore room = new Semaphore(MOST_AT_ONCE);

    private final String nobodys = ALGORITHM + ":" + ITERATIONS + ":" + random() + ":" + random();

    Passwords() {}

    Passwords(Pbkdf2PasswordHash pbkdf2) {
        this.pbkdf2 = pbkdf2;
    }

    @PostConstruct
    void configure() {
        pbkdf2.initialize(PARAMETERS);
    }

    /** As it is stored. */
    public String hash(String password) {
        return inTurn(() -> pbkdf2.generate(characters(password)));
    }

    /** Whether it is the password that was hashed; nothing when so many are being compared already that one more should come again later. */
    Optional<Boolean> fits(String password, String hash) {
        if (!room.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(inTurn(() -> pbkdf2.verify(characters(password), hash)));
        } finally {
            room.release();
        }
    }

    /** Of no password at all, also for an account whose holder has still to choose one: comparing with it takes as long as with a real one, and never fits. */
    String nobodys() {
        return nobodys;
    }

    /** Whether the hash was made with other parameters than today's. */
    boolean isOutdated(String hash) {
        return !hash.startsWith(ALGORITHM + ":" + ITERATIONS + ":");
    }

    /** One form for letters that keyboards compose differently. */
    private static char[] characters(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).toCharArray();
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static String random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
