package vn.loa.accounts;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every thirty seconds (RFC 6238, with SHA-1 as all telephones know it). Safe for use by many threads. */
final class OneTimePasswords {
    /** As RFC 4226 recommends: 160 bits. */
    static final int KEY_BYTES = 20;

    /** Clocks may differ by one step, and people need a moment (RFC 6238, 5.2). */
    private static final int STEPS_ASIDE = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimePasswords() {}

    static byte[] randomKey() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /**
     * The step whose code this is; empty when it is none of about now.
     *
     * @param after only later steps count
     */
    static OptionalLong stepOf(String code, byte[] key, Instant now, long after) {
        var step = GENERATOR.getTimeStep().toSeconds();
        var present = now.getEpochSecond() / step;
        return LongStream.rangeClosed(present - STEPS_ASIDE, present + STEPS_ASIDE)
                .filter(each -> each > after)
                .filter(each -> isSame(code, code(key, Instant.ofEpochSecond(each * step))))
                .findFirst();
    }

    /** The code of this moment. */
    static String code(byte[] key, Instant moment) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(key, GENERATOR.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A key of bytes suits every HMAC", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
