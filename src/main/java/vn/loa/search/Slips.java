package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Undoes a slip of the finger in a word too short to be mended by itself, such as "vn" in {@code vay vn}: with one letter changed nearly anything is some
 * word, but hardly anything stands beside the next word in as many texts as what was meant.
 */
@ApplicationScoped
public class Slips {
    private static final int MOST_TRIED = 120;

    private static final int SHORT = 3;

    @Inject
    private SolrIndex index;

    Slips() {}

    /** To be asked without a container. */
    Slips(SolrIndex index) {
        this.index = index;
    }

    /**
     * These words with the first of those that nobody knows replaced, by its letters, by what most texts have beside its neighbours.
     *
     * @param unknown some of the words, as typed
     * @return empty when no text has anything like that; one question at most
     */
    Optional<Words> undone(Words words, Collection<String> unknown) {
        var each = words.each();
        for (var at = 0; at < each.size() && each.size() > 1; at++) {
            var near = unknown.contains(each.get(at)) && !isMeant(each.get(at))
                    ? NearSyllables.of(Folding.fold(each.get(at)))
                    : List.<String>of();
            if (!near.isEmpty()) {
                var replaced = new ArrayList<>(each);
                var place = at;
                return best(near.subList(0, Math.min(MOST_TRIED, near.size())), before(each, at), after(each, at))
                        .flatMap(meant -> {
                            replaced.set(place, meant);
                            return Words.of(String.join(" ", replaced));
                        });
            }
        }
        return Optional.empty();
    }

    /** Whether it is what somebody wanted to write: in so few letters, diacritics are no slip. Without this "dân tộc" becomes any word like it. */
    private static boolean isMeant(String word) {
        return Folding.fold(word).length() <= SHORT
                && Words.of(word).filter(Words::haveDiacritics).isPresent();
    }

    private static String before(List<String> each, int at) {
        return at == 0 ? "" : each.get(at - 1) + " ";
    }

    private static String after(List<String> each, int at) {
        return at + 1 == each.size() ? "" : " " + each.get(at + 1);
    }

    private Optional<String> best(List<String> near, String before, String after) {
        var counts = new PhraseCounts();
        for (var i = 0; i < near.size(); i++) {
            if (!before.isEmpty()) {
                counts.count("before" + i, "all_f", before + near.get(i));
            }
            if (!after.isEmpty()) {
                counts.count("after" + i, "all_f", near.get(i) + after);
            }
        }
        var answer = index.ask("/find", counts.query());
        record Counted(String word, long texts) {}
        var all = new ArrayList<Counted>();
        for (var i = 0; i < near.size(); i++) {
            all.add(new Counted(near.get(i), answer.matches("before" + i) + answer.matches("after" + i)));
        }
        return all.stream()
                .filter(one -> one.texts > 0)
                .max(Comparator.comparing(Counted::texts))
                .map(Counted::word);
    }
}
