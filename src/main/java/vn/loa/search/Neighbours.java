package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows which words stand side by side in some text, title or name. Words that never do are no phrase that anybody meant. */
@ApplicationScoped
public class Neighbours {
    @Inject
    private SolrIndex index;

    Neighbours() {}

    /** To be asked without a container. */
    Neighbours(SolrIndex index) {
        this.index = index;
    }

    /** Two words each, to be counted by one question. Not for several threads. */
    static final class Pairs {
        private final Map<List<String>, Long> texts = new LinkedHashMap<>();

        void add(String one, String next) {
            texts.putIfAbsent(List.of(one, next), 0L);
        }

        /** In how many texts any of these stands, as they were counted. */
        long together(List<List<String>> pairs) {
            return pairs.stream()
                    .mapToLong(pair -> texts.getOrDefault(pair, 0L))
                    .sum();
        }
    }

    /** The same pairs with the number of texts that have each. One question, none without pairs. */
    Pairs count(Pairs pairs) {
        if (pairs.texts.isEmpty()) {
            return pairs;
        }
        var counts = new PhraseCounts();
        var asked = List.copyOf(pairs.texts.keySet());
        for (var i = 0; i < asked.size(); i++) {
            counts.count("pair" + i, "all", String.join(" ", asked.get(i)));
        }
        var answer = index.ask("/find", counts.query());
        for (var i = 0; i < asked.size(); i++) {
            pairs.texts.put(asked.get(i), answer.matches("pair" + i));
        }
        return pairs;
    }

    /**
     * Whether what is offered instead of typed words is a phrase: each word that is another stands beside one of its neighbours somewhere, and beside each of them
     * that is another, too. One question at most.
     */
    boolean areAPhrase(Words meant, Words typed) {
        var each = meant.each();
        var before = typed.each().stream().map(Folding::spelled).toList();
        var changed = each.stream()
                .map(word -> !before.contains(Folding.spelled(word)))
                .toList();
        if (each.size() < 2) {
            return true;
        }
        var pairs = new Pairs();
        for (var at = 0; at + 1 < each.size(); at++) {
            if (changed.get(at) || changed.get(at + 1)) {
                pairs.add(each.get(at), each.get(at + 1));
            }
        }
        var known = count(pairs);
        for (var at = 0; at < each.size(); at++) {
            var left = at == 0 ? 0 : known.together(List.of(List.of(each.get(at - 1), each.get(at))));
            var right = at + 1 == each.size() ? 0 : known.together(List.of(List.of(each.get(at), each.get(at + 1))));
            var parted = at + 1 < each.size() && changed.get(at + 1) && right == 0;
            if (changed.get(at) && (left + right == 0 || parted)) {
                return false;
            }
        }
        return true;
    }
}
