package vn.loa.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A word by its spelling.
 *
 * @param bare folded, as {@link Folding} does
 * @param letters in lower case with the diacritics that make other letters of them ("ô", "đ")
 * @param tone the mark of the syllable's tone, on whichever vowel it stands; empty for the level tone
 */
record Spelling(String bare, String letters, String tone) {
    /** Grave, acute, tilde, hook above, dot below. */
    private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");

    private static final Pattern NO_TONE = Pattern.compile("[^\u0300\u0301\u0303\u0309\u0323]+");

    /** The words of a text, in its order, parted as they are where they are folded. */
    static List<Spelling> of(String text) {
        return Arrays.stream(Folding.spelled(text).split(" "))
                .map(word -> new Spelling(
                        Folding.fold(word),
                        Normalizer.normalize(TONE.matcher(word).replaceAll(""), Normalizer.Form.NFC),
                        NO_TONE.matcher(word).replaceAll("")))
                .filter(word -> !word.bare.isEmpty())
                .toList();
    }

    /** Whether it was typed with any: then it means no other word of its letters. */
    boolean hasDiacritics() {
        return !letters.equals(bare) || !tone.isEmpty();
    }

    /** Whether this is what was typed; diacritics that were typed must be there, others may. */
    boolean isTypedAs(Spelling typed) {
        return bare.length() == typed.bare.length() && beginsWith(typed);
    }

    /** Whether it begins with what was typed; diacritics that were typed must be there, others may. */
    boolean beginsWith(Spelling typed) {
        return typed.hasDiacritics()
                ? letters.startsWith(typed.letters) && (typed.tone.isEmpty() || typed.tone.equals(tone))
                : bare.startsWith(typed.bare);
    }
}
