package vn.loa.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
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
     * @param former whether it is no more
     * @param now what it has become; null when that is not one thing
     */
    record Place(
            String kind,
            Texts label,
            String url,
            boolean former,
            @Nullable Texts now) {
        Place(String kind, Texts label, String url) {
            this(kind, label, url, false, null);
        }

        String text(String language) {
            var name = label.in(language);
            if (!former) {
                return name;
            }
            return now == null
                    ? Messages.in(language).text("place.former", name)
                    : Messages.in(language).text("place.now", name, now.in(language));
        }
    }

    private record Named(Suggestion suggestion, List<Spelling> words, boolean former) {
        /** Whether these are its last words, two or more: its name with or without the kind of unit before it. */
        boolean endsWith(List<Spelling> typed) {
            var before = words.size() - typed.size();
            return before >= 0
                    && typed.size() > 1
                    && IntStream.range(0, typed.size())
                            .allMatch(at -> words.get(before + at).isTypedAs(typed.get(at)));
        }

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

    /** What is today before what was; of these the shortest name first: the plainer a name, the likelier it is meant. */
    private static List<Named> named(List<Place> places, String language) {
        return places.stream()
                .map(place -> new Named(
                        new Suggestion(place.text(language), place.kind(), place.url()),
                        Spelling.of(place.label().in(language)),
                        place.former()))
                .sorted(Comparator.comparing(Named::former)
                        .thenComparing(place -> place.suggestion.text().length())
                        .thenComparing(place -> place.suggestion.text()))
                .toList();
    }

    /** Whether these words are the name of a unit in Vietnamese, of today or of before, with or without its kind: two words at least. */
    boolean haveUnitCalled(Words words) {
        var typed = Spelling.of(words.text());
        return byLanguage.getOrDefault(Texts.FALLBACK, List.of()).stream()
                .anyMatch(place -> place.suggestion.kind().equals(UnitPlaces.KIND) && place.endsWith(typed));
    }

    /** Those of the words that are, together with those beside them, the name of a unit in Vietnamese: two words at least. */
    Set<String> unitWordsIn(Words words) {
        var each = words.each();
        var named = new HashSet<String>();
        for (var from = 0; from < each.size(); from++) {
            for (var to = each.size(); to > from + 1; to--) {
                var some = each.subList(from, to);
                if (haveUnitCalled(new Words(String.join(" ", some)))) {
                    named.addAll(some);
                    break;
                }
            }
        }
        return named;
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
