package vn.loa.plans.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a document names places, so that "Ủy ban nhân dân tỉnh" can be told which province is meant: the one that the document names most often. Linear in
 * its length.
 */
final class Names {
    /** Levels of administrative units, as they stand before names. */
    static final String LEVELS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường";

    private static final Pattern PLACE = Pattern.compile(
            "(?<!\\p{L})(" + LEVELS + ")\\s((?:\\p{Lu}\\p{Ll}{1,6})(?:\\s\\p{Lu}\\p{Ll}{0,6}){0,3})(?!\\p{L})");

    private final Map<String, String> mostNamed;

    private Names(Map<String, String> mostNamed) {
        this.mostNamed = mostNamed;
    }

    static Names in(List<Paragraph> paragraphs) {
        var counts = new HashMap<String, Map<String, Integer>>();
        for (var paragraph : paragraphs) {
            var found = PLACE.matcher(paragraph.text().text());
            while (found.find()) {
                counts.computeIfAbsent(found.group(1), level -> new HashMap<>())
                        .merge(Letters.plain(found.group(2)), 1, Integer::sum);
            }
        }
        var most = new HashMap<String, String>();
        counts.forEach((level, names) -> names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(name -> most.put(level, name.getKey())));
        return new Names(most);
    }

    /** The unit of this level that is meant where none is named. @param level as in {@link #LEVELS} */
    Optional<String> of(String level) {
        return Optional.ofNullable(mostNamed.get(level));
    }

    /** The level of a unit with this name, when the document says it. */
    Optional<String> levelOf(String name) {
        var folded = Letters.fold(name);
        return mostNamed.entrySet().stream()
                .filter(entry -> Letters.fold(entry.getValue()).equals(folded))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
