package vn.loa.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a syllable may have been that was written as it is spoken somewhere: r, d and gi, x and s, ch and tr, l and n sound alike in one region, n and ng, t and c at
 * the end in another, and so do the tones hỏi and ngã; i and y always do.
 */
final class SpokenAlike {
    private static final Map<String, List<String>> BEGINNINGS = Map.of(
            "r", List.of("d", "gi"),
            "d", List.of("r", "gi"),
            "gi", List.of("r", "d"),
            "x", List.of("s"),
            "s", List.of("x"),
            "ch", List.of("tr"),
            "tr", List.of("ch"),
            "l", List.of("n"),
            "n", List.of("l"));

    /** The neighbours m and n on the keyboard, too: they end most syllables of all that end in a consonant. */
    private static final Map<String, List<String>> ENDINGS = Map.of(
            "n", List.of("ng", "m"),
            "ng", List.of("n"),
            "m", List.of("n"),
            "t", List.of("c"),
            "c", List.of("t"));

    private static final String HOOK = "\u0309";
    private static final String TILDE = "\u0303";

    private static final Pattern CONSONANTS = Pattern.compile("[bcdđghklmnpqrstvx]*");

    /** One vowel after a consonant after which both letters are in use. */
    private static final Pattern ONE_I = Pattern.compile("[hklmst][iy](?=[\u0300-\u0323]?$)");

    private SpokenAlike() {}

    /** @param typed one word, in any case; its other diacritics stay as they are */
    static List<String> of(String typed) {
        var word = Normalizer.normalize(typed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        Set<String> alike = new LinkedHashSet<>();
        var start = beginning(word);
        var rest = word.substring(start.length());
        if (rest.isEmpty() || !Character.isLetter(rest.charAt(0))) {
            return List.of();
        }
        BEGINNINGS.getOrDefault(start, List.of()).forEach(other -> alike.add(joined(start, other, rest)));
        var bare = Folding.fold(rest);
        if (bare.length() == rest.length()) {
            var end = bare.endsWith("ng") ? 2 : 1;
            if (bare.length() > end) {
                var before = word.substring(0, word.length() - end);
                ENDINGS.getOrDefault(bare.substring(bare.length() - end), List.of())
                        .forEach(other -> alike.add(before + other));
            }
        }
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        Consumer<String> add = other -> alike.add(Normalizer.normalize(other, Normalizer.Form.NFC));
        if (apart.contains(HOOK)) {
            add.accept(apart.replace(HOOK, TILDE));
        } else if (apart.contains(TILDE)) {
            add.accept(apart.replace(TILDE, HOOK));
        }
        var vowel = ONE_I.matcher(apart);
        if (vowel.find()) {
            var at = vowel.start() + 1;
            add.accept(apart.substring(0, at) + (apart.charAt(at) == 'i' ? "y" : "i") + apart.substring(at + 1));
        }
        alike.remove(word);
        return List.copyOf(alike);
    }

    /** The consonants; of "giá" and "giếng" with the vowel that only makes a sound of them. */
    private static String beginning(String word) {
        var consonants = CONSONANTS.matcher(word);
        var start = consonants.lookingAt() ? consonants.group() : "";
        return start.equals("g") && word.length() > 2 && word.charAt(1) == 'i' && isVowel(word.charAt(2))
                ? "gi"
                : start;
    }

    /** "Diếng" is written with the vowel that "giếng" shares with its first sound. */
    private static String joined(String start, String other, String rest) {
        if (other.equals("gi") && Folding.fold(rest).startsWith("i")) {
            return "g" + rest;
        }
        return other + (start.equals("gi") && Folding.fold(rest).startsWith("e") ? "i" : "") + rest;
    }

    private static boolean isVowel(char letter) {
        return !CONSONANTS.matcher(String.valueOf(letter)).matches() && Character.isLetter(letter);
    }
}
