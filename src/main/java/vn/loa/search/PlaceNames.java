package vn.loa.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.search.Suggest.Suggestion;

/** Topics, places and languages by what they are called in each language, folded and put in order once. Immutable. */
final class PlaceNames {
    /** Of a commune: fewer digits may be anything. */
    private static final Pattern CODE = Pattern.compile("[0-9]{5}");

    private final Map<String, List<Named>> byLanguage;

    /** Units by the last word of their names in Vietnamese, folded: whoever names one types it to its end. */
    private final Map<String, List<Named>> unitsByEnd;

    private final int longestUnit;

    private PlaceNames(Map<String, List<Named>> byLanguage) {
        this.byLanguage = Map.copyOf(byLanguage);
        this.unitsByEnd = units().filter(unit -> !unit.words.isEmpty())
                .collect(Collectors.groupingBy(unit -> unit.lastWord().bare()));
        this.longestUnit = units().mapToInt(unit -> unit.words.size()).max().orElse(0);
    }

    /**
     * A topic, locality or language with a page of its own.
     *
     * @param kind as in a suggestion
     * @param former whether it is no more
     * @param now what it has become; null when that is not one thing
     * @param code of a unit; empty for anything else
     */
    record Place(
            String kind,
            Texts label,
            String url,
            boolean former,
            @Nullable Texts now,
            String code) {
        Place(String kind, Texts label, String url) {
            this(kind, label, url, false, null, "");
        }

        /** Whether it goes on under its own name, so that nobody need be told. */
        boolean keptItsName() {
            return now != null && now.in(Texts.FALLBACK).equals(label.in(Texts.FALLBACK));
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

    private record Named(Suggestion suggestion, String name, List<Spelling> words, boolean former, String code) {
        boolean isUnit() {
            return suggestion.kind().equals(UnitPlaces.KIND);
        }

        /** Whether these are its last words, two or more: its name with or without the kind of unit before it. */
        boolean endsWith(List<Spelling> typed) {
            var before = words.size() - typed.size();
            return before >= 0
                    && typed.size() > 1
                    && IntStream.range(0, typed.size())
                            .allMatch(at -> words.get(before + at).isTypedAs(typed.get(at)));
        }

        Spelling lastWord() {
            return words.get(words.size() - 1);
        }

        boolean hasWords(List<Spelling> typed) {
            return typed.stream().allMatch(one -> words.stream().anyMatch(word -> word.isTypedAs(one)));
        }

        String lastWords(int many) {
            var each = List.of(name.split(" "));
            return String.join(" ", each.subList(Math.max(0, each.size() - many), each.size()));
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
                .filter(place -> !place.former || !place.keptItsName())
                .map(place -> new Named(
                        new Suggestion(place.text(language), place.kind(), place.url()),
                        place.label().in(language),
                        Spelling.of(place.label().in(language)),
                        place.former(),
                        place.code()))
                .sorted(Comparator.comparing(Named::former)
                        .thenComparing(place -> place.suggestion.text().length())
                        .thenComparing(place -> place.suggestion.text()))
                .toList();
    }

    /** Whether these words are the name of a unit in Vietnamese, of today or of before, with or without its kind: two words at least. */
    boolean haveUnitCalled(Words words) {
        return unitsEndingWith(Spelling.of(words.text())).findAny().isPresent();
    }

    private Stream<Named> unitsEndingWith(List<Spelling> typed) {
        return typed.isEmpty()
                ? Stream.empty()
                : unitsByEnd.getOrDefault(typed.get(typed.size() - 1).bare(), List.of()).stream()
                        .filter(unit -> unit.endsWith(typed));
    }

    private Stream<Named> units() {
        return byLanguage.getOrDefault(Texts.FALLBACK, List.of()).stream().filter(Named::isUnit);
    }

    /**
     * The words with a unit among them as it is called: its kind written out where that was short ({@code tp. cao bang}), left out where no unit of that kind has
     * the name ({@code Huyện Thông Nông} was one until 2020), and the code of a unit by its name. What is a unit and nothing else is written as names are.
     */
    Words withUnitsCalled(Words words) {
        if (CODE.matcher(words.text()).matches()) {
            return units().filter(unit -> unit.code.equals(words.text()))
                    .findFirst()
                    .map(unit -> asName(unit.name))
                    .orElse(words);
        }
        var each = UnitKinds.words(words.text());
        for (var at = 0; at < each.size(); at++) {
            var kind = UnitKinds.at(each, at);
            var from = at + kind.map(UnitKinds.Kind::length).orElse(0);
            for (var to = endOfUnit(each, from); kind.isPresent() && to > from + 1; to--) {
                var name = String.join(" ", each.subList(from, to));
                var called = calledSo(kind.get().kind(), name);
                if (called.isPresent()) {
                    var whole = String.join(
                            " ",
                            Stream.of(each.subList(0, at), List.of(called.get()), each.subList(to, each.size()))
                                    .flatMap(List::stream)
                                    .toList());
                    return at == 0 && to == each.size() ? asName(whole) : new Words(whole);
                }
            }
        }
        return words;
    }

    /** The kind and the name of a unit that is called so; the name alone when one of another kind is. */
    private Optional<String> calledSo(String kind, String name) {
        var whole = Spelling.of(kind + " " + name);
        var alone = Spelling.of(name);
        return unitsEndingWith(whole)
                .filter(unit -> unit.words.size() == whole.size())
                .map(Named::name)
                .findFirst()
                .or(() -> unitsEndingWith(alone)
                        .map(unit -> unit.lastWords(alone.size()))
                        .findFirst());
    }

    /** Each word with a capital. */
    private static Words asName(String text) {
        return new Words(Arrays.stream(text.split(" "))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" ")));
    }

    /** Those of the words that are, together with those beside them, the name of a unit in Vietnamese: two words at least. */
    Set<String> unitWordsIn(Words words) {
        var each = words.each();
        var named = new HashSet<String>();
        for (var from = 0; from < each.size(); from++) {
            for (var to = endOfUnit(each, from); to > from + 1; to--) {
                var some = each.subList(from, to);
                if (haveUnitCalled(new Words(String.join(" ", some)))) {
                    named.addAll(some);
                    break;
                }
            }
        }
        return named;
    }

    /** The name of a unit that stands among other words, as it was typed: the longest, of two words at least. */
    Optional<Words> unitBeside(Words words) {
        var each = words.each();
        return IntStream.range(0, each.size())
                .boxed()
                .flatMap(from ->
                        IntStream.rangeClosed(from + 2, endOfUnit(each, from)).mapToObj(to -> each.subList(from, to)))
                .filter(some -> some.size() < each.size())
                .sorted(Comparator.comparing(some -> -some.size()))
                .map(some -> new Words(String.join(" ", some)))
                .filter(this::haveUnitCalled)
                .findFirst();
    }

    /** Where the longest unit would end. */
    private int endOfUnit(List<String> each, int from) {
        return Math.min(each.size(), from + longestUnit);
    }

    /** Those that have, for each of these words, one that begins like it, diacritics included where they were typed; none without words. */
    List<Suggestion> like(Words words, String language, int atMost) {
        if (CODE.matcher(words.text()).matches()) {
            return named(language)
                    .filter(place -> place.code.equals(words.text()))
                    .limit(atMost)
                    .map(Named::suggestion)
                    .toList();
        }
        var called = like(Spelling.of(withUnitsCalled(words).text()), language, atMost);
        return called.isEmpty() ? like(Spelling.of(words.text()), language, atMost) : called;
    }

    private Stream<Named> named(String language) {
        return byLanguage.getOrDefault(language, byLanguage.getOrDefault(Texts.FALLBACK, List.of())).stream();
    }

    private List<Suggestion> like(List<Spelling> beginnings, String language, int atMost) {
        if (beginnings.isEmpty()) {
            return List.of();
        }
        return named(language)
                .filter(place -> place.hasWordsLike(beginnings))
                // A word that is typed to its end before one that only begins so; else as they stand.
                .sorted(Comparator.comparing(place -> !place.hasWords(beginnings)))
                .limit(atMost)
                .map(Named::suggestion)
                .toList();
    }
}
