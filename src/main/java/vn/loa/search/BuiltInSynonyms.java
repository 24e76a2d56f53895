package vn.loa.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that mean the same for every portal, which the search server knows by itself: read for whoever adds to them. */
final class BuiltInSynonyms {
    private static final String BETWEEN = "\\s*,\\s*";
    private static final String ARROW = "=>";

    /** Fewer letters begin too much. */
    private static final int SHORTEST = 3;

    private static final List<String> GROUPS = read();

    /** Those with diacritics, folded once: each key that somebody presses looks through all of them. */
    private static final List<Offered> OFFERED = GROUPS.stream()
            .map(group -> List.of(group.split(BETWEEN + "|\\s*=>\\s*")))
            .filter(terms -> new Words(String.join(" ", terms)).haveDiacritics())
            .map(Offered::of)
            .toList();

    /** @param phrases as they are spelled, by what is typed of them @param all folded */
    private record Offered(List<Phrase> phrases, Set<String> all) {
        static Offered of(List<String> terms) {
            return new Offered(
                    terms.stream()
                            .filter(term -> term.contains(" "))
                            .map(term -> new Phrase(Folding.fold(term), term))
                            .toList(),
                    terms.stream().map(Folding::fold).collect(Collectors.toSet()));
        }

        Stream<String> meant(String typed) {
            var begun = phrases.stream()
                    .filter(phrase -> phrase.folded.startsWith(typed))
                    .toList();
            return (begun.isEmpty() && all.contains(typed) ? phrases.stream().limit(1) : begun.stream())
                    .map(Phrase::spelled);
        }
    }

    private record Phrase(String folded, String spelled) {}

    private BuiltInSynonyms() {}

    /** As editors write them, in their order; those with diacritics, and of the others those that are not among these. */
    static List<String> groups() {
        return GROUPS;
    }

    /** What may be meant by the beginning of one of these words: itself, or what an abbreviation stands for; as it is spelled. */
    static List<String> beginningWith(Words words) {
        var typed = Folding.fold(words.text());
        if (typed.length() < SHORTEST) {
            return List.of();
        }
        return OFFERED.stream().flatMap(group -> group.meant(typed)).distinct().toList();
    }

    private static List<String> read() {
        var spelled = lines("spelled.txt").map(BuiltInSynonyms::plain).toList();
        var known = spelled.stream().map(BuiltInSynonyms::letters).toList();
        return Stream.concat(
                        spelled.stream(),
                        lines("synonyms.txt").map(BuiltInSynonyms::plain).filter(group -> !isAmong(known, group)))
                .toList();
    }

    /** Where an arrow leads from words to the same words and more, it says nothing that a list does not. */
    private static String plain(String line) {
        var sides = line.split("\\s*=>\\s*");
        if (sides.length == 1) {
            return String.join(", ", line.split(BETWEEN));
        }
        var typed = List.of(sides[0].split(BETWEEN));
        var found = Arrays.stream(sides[1].split(BETWEEN))
                .filter(term -> !typed.contains(term))
                .toList();
        return found.isEmpty()
                ? String.join(", ", typed)
                : String.join(", ", typed) + " " + ARROW + " " + String.join(", ", found);
    }

    private static String letters(String group) {
        return ","
                + Stream.of(group.split(BETWEEN + "|\\s*=>\\s*"))
                        .map(Folding::fold)
                        .reduce("", (all, term) -> all + term + ",");
    }

    /** Whether one of the groups has all its words, by their letters. */
    private static boolean isAmong(List<String> known, String group) {
        var terms = Stream.of(group.split(BETWEEN + "|\\s*=>\\s*"))
                .map(Folding::fold)
                .toList();
        return known.stream().anyMatch(one -> terms.stream().allMatch(term -> one.contains("," + term + ",")));
    }

    private static Stream<String> lines(String file) {
        try (var content = BuiltInSynonyms.class.getResourceAsStream("configset/" + file)) {
            return new String(Objects.requireNonNull(content, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
