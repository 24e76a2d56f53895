package vn.loa.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text as the index does: lower case, without diacritics, words parted by single spaces. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHE_OF_HMONG = Pattern.compile("(?<=h)['’‘ʼ](?=m)");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Folding() {}

    static String fold(String text) {
        var letters = MARKS.matcher(spelled(text)).replaceAll("").replace('đ', 'd');
        return BETWEEN_WORDS.matcher(letters).replaceAll(" ").strip();
    }

    /** As {@link #fold}, but with its diacritics, decomposed. */
    static String spelled(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return BETWEEN_WORDS
                .matcher(APOSTROPHE_OF_HMONG.matcher(letters).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The folded words of a text, in its order. */
    static List<String> words(String text) {
        var folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
