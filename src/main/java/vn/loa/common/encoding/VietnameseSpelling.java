package vn.loa.common.encoding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether something can be a Vietnamese syllable, by the rules of writing: an initial consonant, a rime, a tone. Made to tell Vietnamese from
 * the same bytes misread, not to correct anybody: rare and foreign words fail.
 */
final class VietnameseSpelling {
    /** Nghiêng. */
    private static final int LONGEST = 7;

    private static final List<String> TONES = List.of("\u0300", "\u0301", "\u0303", "\u0309", "\u0323");

    /** Syllables that end in these are short, and only sharp or heavy. */
    private static final Set<String> STOPS = Set.of("c", "h", "p", "t");

    private static final Set<String> INITIALS =
            words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");

    /** Each vowel with the ends it can have; a dot is none. */
    private static final Set<String> RIMES = rimes(
            "a . c ch i m n ng nh o p t u y",
            "ă c m n ng p t",
            "â c m n ng p t u y",
            "e . c m n ng o p t",
            "ê . ch m n ng nh p t u",
            "i . a ch m n nh p t u",
            "iê c m n ng p t u",
            "yê m n ng t u",
            "o . c i m n ng p t",
            "oa . c ch i m n ng nh o p t y",
            "oă c m n ng t",
            "oe . n o t",
            "oo c ng",
            "ô . c i m n ng p t",
            "ơ . i m n p t",
            "u . a c i m n ng p t",
            "uâ n ng t y",
            "uê . ch n nh u",
            "uô c i m n ng t",
            "uơ .",
            "uy . a ch n nh p t u",
            "uyê n t",
            "ư . a c i m n ng t u",
            "ươ c i m n ng p t u",
            "y . n nh t");

    private VietnameseSpelling() {}

    /** @param word in any case */
    static boolean allows(String word) {
        if (word.length() > LONGEST * 2) {
            return false;
        }
        var parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var tone = "";
        for (var mark : TONES) {
            if (parts.contains(mark)) {
                if (!tone.isEmpty() || parts.indexOf(mark) != parts.lastIndexOf(mark)) {
                    return false;
                }
                tone = mark;
            }
        }
        var bare = Normalizer.normalize(tone.isEmpty() ? parts : parts.replace(tone, ""), Normalizer.Form.NFC);
        return bare.length() <= LONGEST && isSyllable(bare, tone);
    }

    private static boolean isSyllable(String bare, String tone) {
        for (var initial = Math.min(3, bare.length() - 1); initial >= 0; initial--) {
            var rime = bare.substring(initial);
            if ((initial == 0 || INITIALS.contains(bare.substring(0, initial))) && RIMES.contains(rime)) {
                return !STOPS.contains(lastOf(rime)) || tone.equals("\u0301") || tone.equals("\u0323");
            }
        }
        return false;
    }

    /** Of nh it is n, which is no stop. */
    private static String lastOf(String rime) {
        return rime.endsWith("nh") ? "n" : rime.substring(rime.length() - 1);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }

    private static Set<String> rimes(String... rows) {
        return Arrays.stream(rows)
                .map(row -> List.of(row.split(" ")))
                .flatMap(row -> row.stream().skip(1).map(end -> row.get(0) + (end.equals(".") ? "" : end)))
                .collect(Collectors.toSet());
    }
}
