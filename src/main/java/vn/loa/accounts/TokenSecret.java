package vn.loa.accounts;

import java.security.SecureRandom;
import java.util.Base64;
import vn.loa.common.Sha256;

/**
 * 256 random bits as their holder sends them. It does not print itself, so that no log can show it.
 *
 * @param value base 64 for addresses, without padding
 */
public record TokenSecret(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static TokenSecret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new TokenSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is stored of it. It holds too much chance to be guessed, so one plain SHA-256 is enough. In hexadecimal digits. */
    String digest() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "a token";
    }
}
