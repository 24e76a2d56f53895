package vn.loa.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a syllable may have been before one slip of the finger, by its letters: only what can be a syllable, so that there are few. */
final class NearSyllables {
    private static final String LETTERS = "abcdeghiklmnopqrstuvxy";

    private static final Pattern SYLLABLE =
            Pattern.compile("(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
                    + "(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|o[aei]|u[aeioy]|ie|ye|yeu|ieu|oai|oay|oeo|uay|uoi|uou|uye|uya|uyu)"
                    + "(?:c|ch|m|n|ng|nh|p|t)?");

    private NearSyllables() {}

    /** Whether these letters can be a syllable. */
    static boolean isSyllable(String folded) {
        return SYLLABLE.matcher(folded).matches();
    }

    /** @param typed in lower case, in NFC; its diacritics stay as they are */
    static List<String> of(String typed) {
        Set<String> near = new LinkedHashSet<>();
        for (var at = 0; at + 1 < typed.length(); at++) {
            near.add(typed.substring(0, at) + typed.charAt(at + 1) + typed.charAt(at) + typed.substring(at + 2));
        }
        for (var at = 0; at <= typed.length(); at++) {
            var before = typed.substring(0, at);
            for (var letter : LETTERS.toCharArray()) {
                near.add(before + letter + typed.substring(at));
                if (at < typed.length()) {
                    near.add(before + letter + typed.substring(at + 1));
                }
            }
            if (at < typed.length() && typed.length() > 2) {
                near.add(before + typed.substring(at + 1));
            }
        }
        near.remove(typed);
        return near.stream().filter(word -> isSyllable(Folding.fold(word))).toList();
    }
}
