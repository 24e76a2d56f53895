package vn.loa.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import vn.loa.common.Texts;
import vn.loa.search.Suggest.Suggestion;

/** Topics, places and languages by what they are called in each language, folded and put in order once. Immutable. */
final class PlaceNames {
    private final Map<String, List<Named>> byLanguage;

    private PlaceNames(Map<String, List<Named>> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
    }

    /**
     * A topic, locality or language with a page of its own.
     *
     * @param kind as in a suggestion
     */
    record Place(String kind, Texts label, String url) {}

    private record Named(Suggestion suggestion, List<Spelling> words) {
        boolean hasWordsLike(List<Spelling> beginnings) {
            return beginnings.stream()
                    .allMatch(beginning -> words.stream().anyMatch(word -> word.beginsWith(beginning)));
        }
    }

    static PlaceNames of(List<Place> places) {
        var languages = new HashSet<String>();
        languages.add(Texts.FALLBACK);
        places.forEach(place -> languages.addAll(place.label().languages()));
        var byLanguage = new HashMap<String, List<Named>>();
        languages.forEach(language -> byLanguage.put(language, named(places, language)));
        return new PlaceNames(byLanguage);
    }

    /** The shortest name first: the plainer a name, the likelier it is meant. */
    private static List<Named> named(List<Place> places, String language) {
        return places.stream()
                .map(place -> new Suggestion(place.label().in(language), place.kind(), place.url()))
                .sorted(Comparator.comparing((Suggestion place) -> place.text().length())
                        .thenComparing(Suggestion::text))
                .map(suggestion -> new Named(suggestion, Spelling.of(suggestion.text())))
                .toList();
    }

    /** Those that have, for each of these words, one that begins like it, diacritics included where they were typed; none without words. */
    List<Suggestion> like(Words words, String language, int atMost) {
        var beginnings = Spelling.of(words.text());
        if (beginnings.isEmpty()) {
            return List.of();
        }
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault(Texts.FALLBACK, List.of())).stream()
                .filter(place -> place.hasWordsLike(beginnings))
                .limit(atMost)
                .map(Named::suggestion)
                .toList();
    }
}
