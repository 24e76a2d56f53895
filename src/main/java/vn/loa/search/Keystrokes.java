package vn.loa.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads words as they come out when the keyboard for Vietnamese was off: {@code voons} (Telex) and {@code vo61n} (VNI) are "vốn". Only what makes a
 * syllable is read.
 */
final class Keystrokes {
    private static final String GRAVE = "\u0300";
    private static final String ACUTE = "\u0301";
    private static final String TILDE = "\u0303";
    private static final String HOOK = "\u0309";
    private static final String DOT = "\u0323";
    private static final String CIRCUMFLEX = "\u0302";
    private static final String BREVE = "\u0306";
    private static final String HORN = "\u031B";

    private static final Map<Character, String> TELEX_TONES =
            Map.of('f', GRAVE, 's', ACUTE, 'x', TILDE, 'r', HOOK, 'j', DOT);
    private static final Map<Character, String> VNI_TONES =
            Map.of('2', GRAVE, '1', ACUTE, '4', TILDE, '3', HOOK, '5', DOT);

    private static final Pattern TELEX = Pattern.compile("[a-z]+");
    private static final Pattern VNI = Pattern.compile("(?=.*[0-9])[a-z][a-z1-9]*");

    private static final Pattern BEGINNING =
            Pattern.compile("^(?:ngh|ng|nh|ch|gh|gi(?=[aeouy\u0302])|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?");
    private static final Pattern ENDING = Pattern.compile("(?:ng|nh|ch|[cmnpt])?$");

    /** Vowels, decomposed: at most three, of which any may bear what makes another letter of it. */
    private static final Pattern VOWELS = Pattern.compile("(?:[aeiouy][\u0302\u0306\u031B]?){1,3}");

    private Keystrokes() {}

    /** These words with those that were typed so as they were meant; empty when there are none. */
    static Optional<Words> read(Words words) {
        var meant = new StringBuilder();
        var changed = false;
        for (var typed : words.each()) {
            var read = word(typed);
            changed |= read.isPresent();
            meant.append(meant.isEmpty() ? "" : " ").append(read.orElse(typed));
        }
        return changed ? Words.of(meant.toString()) : Optional.empty();
    }

    /** One word as it was meant; empty when it was typed as it is. */
    static Optional<String> word(String typed) {
        var word = typed.toLowerCase(Locale.ROOT);
        if (VNI.matcher(word).matches()) {
            return vni(word);
        }
        return TELEX.matcher(word).matches() ? telex(word) : Optional.empty();
    }

    private static Optional<String> telex(String word) {
        var letters = new StringBuilder();
        var tone = "";
        for (var i = 0; i < word.length(); i++) {
            var key = word.charAt(i);
            var before = letters.toString();
            if (key == 'w') {
                mark(letters, "a", BREVE, "ou", HORN);
            } else if (!before.isEmpty() && TELEX_TONES.containsKey(key) && i > 0 && hasVowel(before)) {
                if (!tone.isEmpty()) {
                    return Optional.empty();
                }
                tone = TELEX_TONES.getOrDefault(key, "");
            } else if ("aeo".indexOf(key) >= 0 && doubles(before, key)) {
                letters.insert(before.lastIndexOf(key) + 1, CIRCUMFLEX);
            } else if (key == 'd' && before.startsWith("d")) {
                letters.setCharAt(0, 'đ');
            } else {
                letters.append(key);
                continue;
            }
        }
        return syllable(letters.toString(), tone, word);
    }

    /** A vowel is typed twice, the second time also after the consonants that end the syllable. */
    private static boolean doubles(String before, char vowel) {
        var at = before.lastIndexOf(vowel);
        return at >= 0
                && before.chars().filter(letter -> letter == vowel).count() == 1
                && before.substring(at + 1).matches("[ciumnpthgy]{0,2}")
                && !before.substring(at + 1).startsWith(CIRCUMFLEX);
    }

    private static Optional<String> vni(String word) {
        var letters = new StringBuilder();
        var tone = "";
        for (var key : word.toCharArray()) {
            switch (key) {
                case '6' -> mark(letters, "aeo", CIRCUMFLEX, "", "");
                case '7' -> mark(letters, "", "", "ou", HORN);
                case '8' -> mark(letters, "a", BREVE, "", "");
                case '9' -> {
                    if (letters.indexOf("d") == 0) {
                        letters.setCharAt(0, 'đ');
                    }
                }
                default -> {
                    if (VNI_TONES.containsKey(key)) {
                        if (!tone.isEmpty()) {
                            return Optional.empty();
                        }
                        tone = VNI_TONES.getOrDefault(key, "");
                    } else {
                        letters.append(key);
                    }
                }
            }
        }
        return syllable(letters.toString(), tone, word);
    }

    /** Marks the last of these vowels, of a pair "uo" both. */
    private static void mark(StringBuilder letters, String some, String mark, String others, String otherMark) {
        for (var at = letters.length() - 1; at >= 0; at--) {
            var letter = letters.charAt(at);
            if (some.indexOf(letter) >= 0) {
                letters.insert(at + 1, mark);
                return;
            }
            if (others.indexOf(letter) >= 0) {
                letters.insert(at + 1, otherMark);
                if (letter == 'o' && at > 0 && letters.charAt(at - 1) == 'u') {
                    letters.insert(at, otherMark);
                }
                return;
            }
        }
    }

    private static Optional<String> syllable(String letters, String tone, String typed) {
        var start = BEGINNING.matcher(letters);
        var from = start.find() ? start.end() : 0;
        var end = ENDING.matcher(letters).region(from, letters.length());
        var to = end.find() ? end.start() : letters.length();
        if (to <= from || !VOWELS.matcher(letters.substring(from, to)).matches()) {
            return Optional.empty();
        }
        var read = Normalizer.normalize(
                letters.substring(0, from)
                        + toned(letters.substring(from, to), tone, to < letters.length())
                        + letters.substring(to),
                Normalizer.Form.NFC);
        return read.equals(typed) ? Optional.empty() : Optional.of(read);
    }

    /** The tone stands on the last vowel that bears a mark already, else on the second of two before a consonant and of three, else on the first. */
    private static String toned(String vowels, String tone, boolean closed) {
        if (tone.isEmpty()) {
            return vowels;
        }
        for (var at = vowels.length() - 1; at >= 0; at--) {
            if (isMark(vowels.charAt(at))) {
                return vowels.substring(0, at + 1) + tone + vowels.substring(at + 1);
            }
        }
        var at = vowels.length() == 1 || vowels.length() == 2 && !closed ? 1 : 2;
        return vowels.substring(0, at) + tone + vowels.substring(at);
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static boolean hasVowel(String letters) {
        return letters.chars().anyMatch(letter -> "aeiouy".indexOf(letter) >= 0);
    }
}
