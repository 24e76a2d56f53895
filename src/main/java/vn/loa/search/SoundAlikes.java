package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.search.Neighbours.Pairs;

/**
 * Finds the one word of a question that was written as it is spoken somewhere: {@code hạt rẻ}, {@code nuoc xach}. Both are words, so that only their neighbours
 * tell: what was typed stands beside none of them in any text, and what sounds like it does.
 */
@ApplicationScoped
public class SoundAlikes {
    /** Of longer questions most of what is meant is found anyway. */
    private static final int MOST_WORDS = 6;

    @Inject
    private Neighbours neighbours;

    SoundAlikes() {}

    /** To be asked without a container. */
    SoundAlikes(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    private record Candidate(int at, String word) {}

    /**
     * These words with one of them replaced.
     *
     * @param names those that are parts of names: nobody means others by them
     * @return empty when what was typed stands together somewhere, or nothing that sounds like it does; one question at most
     */
    Optional<Words> meant(Words words, Collection<String> names) {
        var each = words.each();
        if (each.size() < 2 || each.size() > MOST_WORDS || words.areWrittenAsName()) {
            return Optional.empty();
        }
        var candidates = new ArrayList<Candidate>();
        for (var at = 0; at < each.size(); at++) {
            var place = at;
            if (!names.contains(each.get(at))) {
                SpokenAlike.of(each.get(at)).forEach(word -> candidates.add(new Candidate(place, word)));
            }
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var pairs = new Pairs();
        for (var at = 0; at + 1 < each.size(); at++) {
            pairs.add(each.get(at), each.get(at + 1));
        }
        for (var candidate : candidates) {
            beside(each, candidate.at, candidate.word).forEach(pair -> pairs.add(pair.get(0), pair.get(1)));
        }
        var known = neighbours.count(pairs);
        return candidates.stream()
                .filter(candidate -> known.together(beside(each, candidate.at, each.get(candidate.at))) == 0)
                .filter(candidate -> known.together(beside(each, candidate.at, candidate.word)) > 0)
                .max(Comparator.comparing(candidate -> known.together(beside(each, candidate.at, candidate.word))))
                .flatMap(candidate -> {
                    var replaced = new ArrayList<>(each);
                    replaced.set(candidate.at, candidate.word);
                    return Words.of(String.join(" ", replaced));
                });
    }

    /** The word in this place with each of its neighbours. */
    private static List<List<String>> beside(List<String> each, int at, String word) {
        var pairs = new ArrayList<List<String>>();
        if (at > 0) {
            pairs.add(List.of(each.get(at - 1), word));
        }
        if (at + 1 < each.size()) {
            pairs.add(List.of(word, each.get(at + 1)));
        }
        return pairs;
    }
}
