package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Parts what was typed without the space between two words: {@code caobang}. */
@ApplicationScoped
public class RunTogether {
    /** In longer ones nobody has forgotten a single space. */
    private static final int LONGEST = 16;

    private static final int SHORTEST_PART = 2;

    /** What is written as one syllable is a word of its own, known or not: {@code nguyen} is a name and no {@code ngủ yên}. */
    private static final Pattern SYLLABLES = Pattern.compile(".*[aeiouy][^aeiouy]+[aeiouy].*");

    @Inject
    private SolrIndex index;

    RunTogether() {}

    /** To be asked without a container. */
    RunTogether(SolrIndex index) {
        this.index = index;
    }

    /**
     * These words with the first of those that nobody knows in two, as most texts have them side by side.
     *
     * @param unknown some of the words, as typed
     * @return empty when no text has any such two; one question at most
     */
    Optional<Words> parted(Words words, Collection<String> unknown) {
        for (var word : unknown) {
            var ways = ways(word);
            if (!ways.isEmpty()) {
                return best(ways)
                        .flatMap(way -> Words.of(String.join(
                                " ",
                                words.each().stream()
                                        .map(each -> each.equals(word) ? way : each)
                                        .toList())));
            }
        }
        return Optional.empty();
    }

    /** Every way to part a word in two; none of what is one syllable. */
    static List<String> ways(String word) {
        var ways = new ArrayList<String>();
        if (word.length() <= LONGEST && SYLLABLES.matcher(Folding.fold(word)).matches()) {
            for (var at = SHORTEST_PART; at <= word.length() - SHORTEST_PART; at++) {
                ways.add(word.substring(0, at) + " " + word.substring(at));
            }
        }
        return ways;
    }

    private Optional<String> best(List<String> ways) {
        var counts = new PhraseCounts();
        for (var i = 0; i < ways.size(); i++) {
            counts.count("way" + i, "all_f", ways.get(i));
        }
        var answer = index.ask("/find", counts.query());
        return IntStream.range(0, ways.size())
                .filter(i -> answer.matches("way" + i) > 0)
                .boxed()
                .max(Comparator.comparing(i -> answer.matches("way" + i)))
                .map(ways::get);
    }
}
