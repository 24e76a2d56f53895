package vn.loa.search;

import java.text.Normalizer;
import java.util.Locale;

/** Folds text as the index does: lower case, without diacritics, words parted by single spaces. */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("(?<=h)['’‘ʼ](?=m)", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
