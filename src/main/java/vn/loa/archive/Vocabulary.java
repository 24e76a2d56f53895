package vn.loa.archive;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Taxonomies;

/** What people may write in a sheet in place of codes: the names by which everybody knows a genre, a topic, an audience, an agency or a language. */
final class Vocabulary {
    private final List<String> languages;
    private final List<String> written;
    private final Supplier<List<Taxonomies.LocalityItem>> units;
    private @Nullable PlaceNames places;
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    /** By names without marks; what several are called so is none's. */
    private final Map<String, Map<String, String>> unmarked = new HashMap<>();

    Vocabulary(Taxonomies taxonomies) {
        units = taxonomies::localities;
        languages = taxonomies.languagesOfWorks().stream()
                .map(Taxonomies.LanguageItem::code)
                .sorted((one, other) -> Boolean.compare(other.equals(Texts.FALLBACK), one.equals(Texts.FALLBACK)))
                .toList();
        written = Stream.concat(
                        languages.stream(), taxonomies.languages().stream().map(Taxonomies.LanguageItem::code))
                .distinct()
                .toList();
        taxonomies.languagesOfWorks().forEach(item -> add("language", item.code(), item.label()));
        taxonomies.genres().forEach(item -> add("genre", item.code(), item.label()));
        taxonomies.topics().forEach(item -> add("topics", item.code(), item.label()));
        taxonomies.audiences().forEach(item -> add("audiences", item.code(), item.label()));
        taxonomies.agencies().forEach(item -> add("agency", item.code(), item.label()));
    }

    private void add(String field, String code, Texts label) {
        var known = codes.computeIfAbsent(field, none -> new HashMap<>());
        label.asMap().values().forEach(name -> known.putIfAbsent(folded(name), code));
        known.put(folded(code), code);
        var loose = unmarked.computeIfAbsent(field, none -> new HashMap<>());
        label.asMap().values().stream()
                .map(Vocabulary::unmarked)
                .distinct()
                .forEach(name -> loose.merge(name, code, (one, other) -> one.equals(other) ? one : ""));
    }

    /** Codes of the languages of works, Vietnamese first. */
    List<String> languages() {
        return languages;
    }

    /** Those in which titles, summaries and texts can be written: before all others the languages of works. */
    List<String> written() {
        return written;
    }

    /** The code that is meant, by a name with or without its marks; what is no known name is taken for a code. */
    String code(String field, String written) {
        var exactly = codes.getOrDefault(field, Map.of()).get(folded(written));
        if (exactly != null) {
            return exactly;
        }
        var loosely = unmarked.getOrDefault(field, Map.of()).getOrDefault(unmarked(written), "");
        return loosely.isEmpty() ? written : loosely;
    }

    /** The units that are meant by a name, with or without its marks; none when it is a code, or none is called so. Two statements for all that are asked for. */
    List<PlaceNames.Place> places(String written) {
        if (written.matches("[0-9].*")) {
            return List.of();
        }
        if (places == null) {
            places = new PlaceNames(units.get());
        }
        return places.of(written);
    }

    static String unmarked(String name) {
        return Texts.fold(name).strip().replaceAll("\\s+", " ");
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
