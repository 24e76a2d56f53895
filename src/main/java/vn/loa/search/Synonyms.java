package vn.loa.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes into a query what editors have said means the same as some of its words. That is done here and not by the search server, so that it holds at
 * once, on every node, and on whatever kind of server; what comes with the portal stays with the server, in synonyms.txt. A word typed with diacritics
 * means just that; typed without it means each that has its letters. Immutable.
 */
final class Synonyms {
    /** A query must not grow without end. */
    private static final int MOST_EXPANDED = 3;

    private static final Synonyms NONE = new Synonyms(Map.of(), Map.of());

    private final Map<String, List<String>> bySpelling;
    private final Map<String, List<String>> byLetters;

    private Synonyms(Map<String, List<String>> bySpelling, Map<String, List<String>> byLetters) {
        this.bySpelling = Map.copyOf(bySpelling);
        this.byLetters = Map.copyOf(byLetters);
    }

    static Synonyms none() {
        return NONE;
    }

    static Synonyms of(List<SynonymTerms> groups) {
        var bySpelling = new HashMap<String, List<String>>();
        var byLetters = new HashMap<String, List<String>>();
        for (var group : groups) {
            for (var term : group.terms()) {
                bySpelling.putIfAbsent(Folding.spelled(term), group.found());
                byLetters.putIfAbsent(Folding.fold(term), group.found());
            }
        }
        return groups.isEmpty() ? NONE : new Synonyms(bySpelling, byLetters);
    }

    /** As {@link Words#literal}, with what means the same as alternatives beside the words. */
    String literal(Words words) {
        var query = new ArrayList<>(each(words));
        if (query.size() == 1 && isExpanded(words, query.get(0))) {
            // Alone, the alternatives would be taken for the words of the query, most of which are demanded.
            query.add(query.get(0));
        }
        return String.join(" ", query);
    }

    /** The same one by one: words that mean the same as others together are one. */
    List<String> each(Words words) {
        var each = words.each();
        var query = new ArrayList<String>();
        var expanded = 0;
        for (var at = 0; at < each.size(); ) {
            var length = expanded < MOST_EXPANDED ? longest(each, at) : 0;
            if (length == 0) {
                query.add(new Words(each.get(at)).literal());
                at++;
            } else {
                query.add(alternatives(each.subList(at, at + length)));
                expanded++;
                at += length;
            }
        }
        return query;
    }

    private static boolean isExpanded(Words words, String query) {
        return !query.equals(words.literal());
    }

    /** How many words from here on mean the same as others together; 0 when none do. */
    private int longest(List<String> each, int at) {
        for (var length = Math.min(SynonymTerms.MOST_WORDS, each.size() - at); length > 0; length--) {
            if (group(String.join(" ", each.subList(at, at + length))) != null) {
                return length;
            }
        }
        return 0;
    }

    private @Nullable List<String> group(String typed) {
        var spelled = bySpelling.get(Folding.spelled(typed));
        return spelled != null || new Words(typed).haveDiacritics() ? spelled : byLetters.get(Folding.fold(typed));
    }

    private String alternatives(List<String> typed) {
        var text = String.join(" ", typed);
        var itself = typed.stream().map(word -> "+" + new Words(word).literal()).collect(Collectors.joining(" "));
        return Optional.ofNullable(group(text)).orElse(List.of()).stream()
                .filter(term -> !isFoundBy(text, term))
                .map(term -> new Words(term).phrase())
                .collect(Collectors.joining(" ", "((" + itself + ") ", ")"));
    }

    /** Words without diacritics find every spelling of their letters by themselves. */
    private static boolean isFoundBy(String typed, String term) {
        return Folding.spelled(term).equals(Folding.spelled(typed))
                || !new Words(typed).haveDiacritics() && Folding.fold(term).equals(Folding.fold(typed));
    }
}
