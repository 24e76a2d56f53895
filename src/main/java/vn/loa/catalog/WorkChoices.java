package vn.loa.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.loa.catalog.WorkList.Choice;
import vn.loa.editorial.PublicationState;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Topic;

/** Puts what a list of products at work can be narrowed to in the order in which people look for it. */
final class WorkChoices {
    private WorkChoices() {}

    /** In the order of a product's life; what is no state last. */
    static List<Choice> states(Map<String, Long> counts, String chosen) {
        var all = new LinkedHashMap<String, Long>();
        for (var state : PublicationState.values()) {
            var count = counts.getOrDefault(state.name(), 0L);
            if (count > 0 || state.code().equals(chosen)) {
                all.put(state.code(), count);
            }
        }
        return choices(all);
    }

    static List<Choice> years(Map<String, Long> counts, String chosen) {
        var all = new TreeMap<String, Long>(Comparator.reverseOrder());
        all.putAll(counts);
        if (!chosen.isEmpty()) {
            all.putIfAbsent(chosen, 0L);
        }
        return choices(all);
    }

    private static List<Choice> choices(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> Choice.of(each.getKey(), each.getValue()))
                .toList();
    }

    static List<Choice> genres(List<Genre> genres, Map<String, Long> counts, String chosen) {
        return genres.stream()
                .filter(genre ->
                        counts.containsKey(genre.code()) || genre.code().equals(chosen))
                .map(genre -> choice(genre, counts))
                .toList();
    }

    private static Choice choice(Genre genre, Map<String, Long> counts) {
        return new Choice(genre.code(), genre.label(), 0, counts.getOrDefault(genre.code(), 0L));
    }

    /** Below each topic those under it. */
    static List<Choice> topics(List<Topic> topics, Map<String, Long> counts, String chosen) {
        var below = topics.stream()
                .collect(Collectors.groupingBy(
                        topic -> topic.parent().map(Topic::code).orElse(""), LinkedHashMap::new, Collectors.toList()));
        var found = new ArrayList<Choice>();
        gather("", 0, below, counts, chosen, found);
        return found;
    }

    private static void gather(
            String parent,
            int depth,
            Map<String, List<Topic>> below,
            Map<String, Long> counts,
            String chosen,
            List<Choice> found) {
        for (var topic : below.getOrDefault(parent, List.of())) {
            if (counts.containsKey(topic.code()) || topic.code().equals(chosen)) {
                found.add(new Choice(topic.code(), topic.label(), depth, counts.getOrDefault(topic.code(), 0L)));
            }
            gather(topic.code(), depth + 1, below, counts, chosen, found);
        }
    }

    static List<Choice> tongues(Map<String, Long> counts, List<Language> tongues) {
        return tongues.stream()
                .map(tongue -> new Choice(tongue.code(), tongue.label(), 0, counts.getOrDefault(tongue.code(), 0L)))
                .toList();
    }
}
