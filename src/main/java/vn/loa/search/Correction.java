package vn.loa.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the visitor may have meant: every typed word replaced by the most frequent found word that differs by its diacritics or by one slip of the
 * finger.
 * Found words are accented as they stand in the texts.
 */
final class Correction {
    private static final Pattern MARKED = Pattern.compile(Snippet.OPEN + "([^" + Snippet.CLOSE + "]+)" + Snippet.CLOSE);

    /** A phrase is marked as a whole. */
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Correction() {}

    /**
     * As {@link #spelled}.
     *
     * @return empty when no typed word can be mended
     */
    static Optional<String> of(Words words, Collection<String> passages) {
        return Optional.of(spelled(words, passages)).filter(mended -> !isSame(words, mended));
    }

    /**
     * The words as they are spelled in what was found. Words that stand together in one passage belong together; only when no passage has them all, they
     * are gathered from all.
     *
     * @param passages with the found words marked, those of the best match first
     */
    static String spelled(Words words, Collection<String> passages) {
        var all = new LinkedHashMap<String, Integer>();
        for (var passage : passages) {
            var here = new LinkedHashMap<String, Integer>();
            markedIn(passage).forEach(word -> here.merge(word, 1, Integer::sum));
            if (words.each().stream().allMatch(typed -> nearest(typed, here).isPresent())) {
                return mended(words, here);
            }
            here.forEach((word, times) -> all.merge(word, times, Integer::sum));
        }
        return mended(words, all);
    }

    /** How the passages spell each of the words whose marks may be mistaken, by its letters: never as it was typed. */
    static Map<String, Set<String>> otherwise(Words words, Collection<String> passages) {
        var variants = new LinkedHashMap<String, Set<String>>();
        for (var passage : passages) {
            for (var word : markedIn(passage).toList()) {
                for (var typed : words.each()) {
                    if (Folding.fold(word).equals(Folding.fold(typed))
                            && !Folding.spelled(word).equals(Folding.spelled(typed))
                            && (!hasTone(typed) || hasTone(word))) {
                        variants.computeIfAbsent(typed, none -> new LinkedHashSet<>())
                                .add(word);
                    }
                }
            }
        }
        return variants;
    }

    private static Stream<String> markedIn(String passage) {
        return MARKED.matcher(passage)
                .results()
                .flatMap(match -> BETWEEN_WORDS.splitAsStream(match.group(1).toLowerCase(Locale.ROOT)));
    }

    private static String mended(Words words, Map<String, Integer> found) {
        return words.each().stream()
                .map(typed -> nearest(typed, found).orElse(typed))
                .collect(Collectors.joining(" "));
    }

    /** Diacritics that nobody typed are no correction of those letters. */
    private static boolean isSame(Words words, String mended) {
        return words.haveDiacritics()
                ? mended.equalsIgnoreCase(words.text())
                : Folding.fold(mended).equals(Folding.fold(words.text()));
    }

    /** The word itself, else one with the same letters in another order, else the most frequent. */
    private static Optional<String> nearest(String typed, Map<String, Integer> found) {
        var folded = Folding.fold(typed);
        var spelled = Folding.spelled(typed);
        var tone = hasTone(typed);
        return found.entrySet().stream()
                .filter(word -> Folding.fold(word.getKey()).equals(folded)
                        ? !tone || hasTone(word.getKey())
                        : Words.mayHoldSlip(typed) && isOneSlipAway(folded, Folding.fold(word.getKey())))
                .max(Comparator.comparing((Map.Entry<String, Integer> word) ->
                                tone && Folding.spelled(word.getKey()).equals(spelled))
                        .thenComparing(word -> Folding.fold(word.getKey()).equals(folded))
                        .thenComparing(
                                word -> letters(Folding.fold(word.getKey())).equals(letters(folded)))
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getKey);
    }

    /** A tone is left out or mistaken for another; nobody types one where there is none. */
    private static boolean hasTone(String word) {
        return Spelling.of(word).stream().anyMatch(syllable -> !syllable.tone().isEmpty());
    }

    private static String letters(String word) {
        return word.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    /** Whether the words are equal, or one letter is missing, added, another, or in its neighbour's place. */
    static boolean isOneSlipAway(String one, String other) {
        var same = 0;
        while (same < one.length() && same < other.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var a = one.substring(same);
        var b = other.substring(same);
        return a.equals(b)
                || after(a, 1).equals(after(b, 1))
                || after(a, 1).equals(b)
                || a.equals(after(b, 1))
                || a.length() > 1
                        && b.length() > 1
                        && a.charAt(0) == b.charAt(1)
                        && a.charAt(1) == b.charAt(0)
                        && after(a, 2).equals(after(b, 2));
    }

    private static String after(String text, int letters) {
        return text.substring(Math.min(letters, text.length()));
    }
}
