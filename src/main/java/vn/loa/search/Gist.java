package vn.loa.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a question is about. Whoever asks in whole sentences types words that stand in every text, and these must not outweigh the others.
 *
 * @param asked the words without what only makes a question of them, such as "thế nào là"; of long questions the core alone, each word once
 * @param core those of them that carry meaning by themselves
 */
record Gist(Words asked, Words core) {
    /** Each at the beginning or at the end. Without diacritics their letters hardly make anything else. */
    private static final List<Phrase> FRAMES = Stream.of(
                    "thế nào là",
                    "là gì",
                    "là thế nào",
                    "là như thế nào",
                    "làm thế nào để",
                    "làm sao để",
                    "thì làm thế nào",
                    "thì phải làm sao",
                    "thì làm sao",
                    "phải làm sao",
                    "phải làm thế nào",
                    "làm thế nào",
                    "như thế nào",
                    "vì sao",
                    "tại sao")
            .map(Phrase::of)
            .sorted(Comparator.comparing(phrase -> -phrase.spelled.size()))
            .toList();

    /** Who types more than so many words describes a case: hardly any text has all of it. */
    static final int LONG = 12;

    private static final int MOST_OF_LONG = 16;

    private static final Set<String> FUNCTION_WORDS = new HashSet<>();
    private static final Set<String> THEIR_LETTERS = new HashSet<>();

    static {
        Arrays.stream(
                        ("là và của thì mà có được không cho với ở tại các những một ai gì nào đâu sao thế bao nhiêu khi để bị nữa rồi còn vì phải muốn"
                                        + " hay về như đã đang sẽ cũng này đó đến từ trong nhé ạ")
                                .split(" "))
                .forEach(word -> {
                    FUNCTION_WORDS.add(Folding.spelled(word));
                    THEIR_LETTERS.add(Folding.fold(word));
                });
    }

    private record Phrase(List<String> spelled, List<String> letters) {
        static Phrase of(String text) {
            return new Phrase(List.of(Folding.spelled(text).split(" ")), Folding.words(text));
        }
    }

    static Gist of(Words words) {
        var accented = words.haveDiacritics();
        var asked = withoutFrame(words.each(), accented);
        var core =
                asked.stream().filter(word -> !isFunctionWord(word, accented)).toList();
        if (asked.size() > LONG && !core.isEmpty()) {
            var brief = joined(core.stream().distinct().limit(MOST_OF_LONG).toList());
            return new Gist(brief, brief);
        }
        return new Gist(joined(asked), core.isEmpty() ? joined(asked) : joined(core));
    }

    /** Whether there is anything in it that only fills the sentence. */
    boolean hasMoreThanCore() {
        return !asked.equals(core);
    }

    private static List<String> withoutFrame(List<String> each, boolean accented) {
        var read = each.stream()
                .map(word -> accented ? Folding.spelled(word) : Folding.fold(word))
                .toList();
        for (var frame : FRAMES) {
            var words = accented ? frame.spelled : frame.letters;
            var left = each.size() - words.size();
            // What would be a single word then was meant as it is.
            if (left > 1 && read.subList(0, words.size()).equals(words)) {
                return each.subList(words.size(), each.size());
            }
            if (left > 1 && read.subList(left, each.size()).equals(words)) {
                return each.subList(0, left);
            }
        }
        return each;
    }

    private static boolean isFunctionWord(String word, boolean accented) {
        return accented ? FUNCTION_WORDS.contains(Folding.spelled(word)) : THEIR_LETTERS.contains(Folding.fold(word));
    }

    private static Words joined(List<String> each) {
        return new Words(String.join(" ", each));
    }
}
