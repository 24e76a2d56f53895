package vn.loa.accounts;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.common.Sha256;

/**
 * Takes the place of a telephone's code, once. 80 random bits, so that what is stored of it may be a plain hash. It does not print itself.
 *
 * @param value four groups of four letters and digits, none of which looks like another
 */
public record RecoveryCode(String value) {
    static final int LENGTH = 16;

    private static final int HOW_MANY = 10;
    private static final int GROUP = 4;

    /** Of 32 characters; those of Crockford's base 32, small. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** As many as fit on a slip of paper. */
    static List<RecoveryCode> several() {
        return Stream.generate(RecoveryCode::random).limit(HOW_MANY).toList();
    }

    private static RecoveryCode random() {
        var groups = IntStream.range(0, LENGTH / GROUP)
                .mapToObj(group -> RANDOM.ints(GROUP, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .collect(Collectors.joining()));
        return new RecoveryCode(groups.collect(Collectors.joining("-")));
    }

    /** What is stored of one as it was typed. In hexadecimal digits. */
    static String digest(String typed) {
        return Sha256.hex(typed.toLowerCase(Locale.ROOT)
                .replaceAll("[^0-9a-z]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1'));
    }

    @Override
    public String toString() {
        return "a recovery code";
    }
}
