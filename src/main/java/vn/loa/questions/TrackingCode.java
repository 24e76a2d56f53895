package vn.loa.questions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.loa.common.Sha256;

/**
 * What its sender follows a question by: twelve letters and digits that nobody mistakes for each other, in three groups. 58 bits of chance, tried no faster
 * than {@link QuestionThrottle} allows. It does not print itself, so that no log can show it.
 *
 * @param value as it is shown, for example {@code K7MP-4XWD-9TQH}
 */
public record TrackingCode(String value) {
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 60;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    static TrackingCode random() {
        var code = new StringBuilder();
        RANDOM.ints(LENGTH, 0, SIGNS.length()).forEach(sign -> code.append(SIGNS.charAt(sign)));
        return grouped(code.toString());
    }

    /** The same for the same form with the same words: who presses the button twice on a slow line has sent one question, and is told one code. */
    static TrackingCode of(byte[] secret, String sent) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            var bytes = mac.doFinal(("tracking code\n" + sent).getBytes(StandardCharsets.UTF_8));
            var code = new StringBuilder();
            for (var i = 0; i < LENGTH; i++) {
                // Two bytes for each sign, so that all signs are as likely as makes no difference.
                var chance = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
                code.append(SIGNS.charAt(chance % SIGNS.length()));
            }
            return grouped(code.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** As somebody typed it: in small letters, with other signs or spaces between the groups or none. Empty when it is no code. */
    static Optional<TrackingCode> typed(String text) {
        if (text.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        var signs = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}._]+", "");
        return signs.length() == LENGTH && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                ? Optional.of(grouped(signs))
                : Optional.empty();
    }

    private static TrackingCode grouped(String signs) {
        var code = new StringBuilder(signs);
        for (var place = LENGTH - GROUP; place > 0; place -= GROUP) {
            code.insert(place, '-');
        }
        return new TrackingCode(code.toString());
    }

    /** What is stored of it, in hexadecimal digits. */
    String digest() {
        return Sha256.hex(value);
    }

    @Override
    public String toString() {
        return "a tracking code";
    }
}
