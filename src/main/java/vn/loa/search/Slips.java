package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Jsons;

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
        var query = new SolrQuery().set("q", "*:*").set("rows", 0);
        var counted = Jsons.object();
        for (var i = 0; i < near.size(); i++) {
            // What was typed travels in a parameter of its own, where nothing in it is syntax.
            if (!before.isEmpty()) {
                count("before" + i, before + near.get(i), query, counted);
            }
            if (!after.isEmpty()) {
                count("after" + i, near.get(i) + after, query, counted);
            }
        }
        var answer = index.ask("/find", query.set("json.facet", counted.build().toString()));
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

    private static void count(String name, String pair, SolrQuery query, JsonObjectBuilder counted) {
        query.set(name, pair);
        counted.add(name, Jsons.object().add("type", "query").add("q", "{!field cache=false f=all_f v=$" + name + "}"));
    }
}
