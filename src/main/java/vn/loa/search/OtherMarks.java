package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the one word of a question that was typed with other marks than were meant, or without a letter that its spelling tells: {@code sữa nhà}, {@code hổ nghèo},
 * {@code khám bệh}. What was typed is a word of some text, or none; either way only the other words tell, and what has them all, side by side or at least not far
 * from one another.
 */
@ApplicationScoped
public class OtherMarks {
    /** Of longer questions most of what is meant is found anyway. */
    private static final int MOST_WORDS = 6;

    /** Each is looked for in two or three ways, by one question. */
    private static final int MOST_TRIED = 40;

    /** Any two words stand far from one another in some text; in so many, and nearer in one, hardly by chance. */
    private static final int ENOUGH_TEXTS = 3;

    @Inject
    private SolrIndex index;

    OtherMarks() {}

    /** To be asked without a container. */
    OtherMarks(SolrIndex index) {
        this.index = index;
    }

    /** @param at which of the words it takes the place of */
    private record Candidate(int at, String word, Words whole) {}

    /** @param beside texts in which it stands beside a neighbour @param texts that have all of the words @param near those that have two words near each other */
    private record Counted(Candidate candidate, long beside, long texts, long near) {}

    /** Whether the other words of these can tell what one of them was meant to be. */
    static boolean mayTell(Words words) {
        var number = words.each().size();
        return number > 1 && number <= MOST_WORDS && !words.areWrittenAsName();
    }

    /**
     * These words with one of them replaced.
     *
     * @param words that {@link #mayTell}
     * @param variants how texts that have all the letters spell them, by what was typed
     * @param names those that are parts of names: nobody means others by them
     * @param found how many texts have the words as they were typed: few, or none
     * @return empty when what was typed stands together somewhere, or nothing else does; one question at most
     */
    Optional<Words> meant(Words words, Map<String, Collection<String>> variants, Collection<String> names, long found) {
        var each = words.each();
        var candidates = candidates(each, variants, names);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var counted = count(each, candidates);
        return counted.stream()
                .filter(one -> one.beside > 0 && one.texts > found)
                .max(Comparator.comparing(Counted::beside))
                .or(() -> counted.stream()
                        .filter(one -> found == 0 && one.texts >= ENOUGH_TEXTS && one.near > 0)
                        .max(Comparator.comparing(Counted::texts)))
                .map(one -> one.candidate.whole);
    }

    private static List<Candidate> candidates(
            List<String> each, Map<String, Collection<String>> variants, Collection<String> names) {
        var candidates = new ArrayList<Candidate>();
        for (var at = 0; at < each.size(); at++) {
            if (names.contains(each.get(at))) {
                continue;
            }
            for (var word : variants.getOrDefault(each.get(at), List.of())) {
                var replaced = new ArrayList<>(each);
                replaced.set(at, word);
                candidates.add(new Candidate(at, word, new Words(String.join(" ", replaced))));
            }
        }
        return candidates.subList(0, Math.min(MOST_TRIED, candidates.size()));
    }

    /** Those in whose place nothing that was typed stands beside a neighbour. */
    private List<Counted> count(List<String> each, List<Candidate> candidates) {
        var counts = new PhraseCounts();
        for (var at = 0; at + 1 < each.size(); at++) {
            counts.count("typed" + at, "all", each.get(at) + " " + each.get(at + 1));
        }
        for (var i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            if (candidate.at > 0) {
                counts.count("before" + i, "all", each.get(candidate.at - 1) + " " + candidate.word);
            }
            if (candidate.at + 1 < each.size()) {
                counts.count("after" + i, "all", candidate.word + " " + each.get(candidate.at + 1));
            }
            counts.countAll("texts" + i, candidate.whole);
            if (each.size() == 2) {
                counts.countNear("near" + i, candidate.whole);
            }
        }
        var answer = index.ask("/find", counts.query());
        return IntStream.range(0, candidates.size())
                .filter(i -> answer.matches("typed" + (candidates.get(i).at - 1)) == 0
                        && answer.matches("typed" + candidates.get(i).at) == 0)
                .mapToObj(i -> new Counted(
                        candidates.get(i),
                        answer.matches("before" + i) + answer.matches("after" + i),
                        answer.matches("texts" + i),
                        answer.matches("near" + i)))
                .toList();
    }
}
