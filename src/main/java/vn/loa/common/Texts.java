package vn.loa.common;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One text in several languages, keyed by language code ({@code vi}, {@code en}, {@code hmn}, {@code tyz}). Immutable, in NFC,
 * without blank texts.
 */
public final class Texts {
    /** The language every text falls back to: the portal is Vietnamese first. */
    public static final String FALLBACK = "vi";

    /** Grave, acute, tilde, hook above and dot below. */
    private static final String TONES = "[\u0300\u0301\u0303\u0309\u0323]";

    private static final Texts NONE = new Texts(Map.of());

    private final Map<String, String> byLanguage;

    private Texts(Map<String, String> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /** Without any text. */
    public static Texts none() {
        return NONE;
    }

    /** In one language. */
    public static Texts of(String language, String text) {
        return of(Map.of(language, text));
    }

    /** In the languages of the map, in its order; blank texts are left out. */
    public static Texts of(Map<String, String> texts) {
        var kept = new LinkedHashMap<String, String>();
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, Normalizer.normalize(text.strip(), Normalizer.Form.NFC));
            }
        });
        return kept.isEmpty() ? NONE : new Texts(Collections.unmodifiableMap(kept));
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws jakarta.json.JsonException when it is not a JSON object of strings
     */
    public static Texts parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            return of(reader.readObject());
        }
    }

    /** From a JSON object of strings; other values are ignored. */
    public static Texts of(JsonObject object) {
        var texts = new LinkedHashMap<String, String>();
        object.forEach((language, value) -> {
            if (value instanceof JsonString text) {
                texts.put(language, text.getString());
            }
        });
        return of(texts);
    }

    /** In small letters without marks, to find it by what people type. */
    public static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd');
    }

    /**
     * The words of a name in small letters with their tones, wherever in a syllable somebody writes these ({@code hoà}, {@code hòa}): what is equal is called the
     * same, and {@code Hạ Lang} is not {@code Hà Lang}.
     */
    public static String words(String name) {
        return Stream.of(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)
                        .split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Texts::toneLast)
                .collect(Collectors.joining(" "));
    }

    private static String toneLast(String word) {
        var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        return apart.replaceAll(TONES, "") + apart.replaceAll("[^" + TONES.substring(1), "");
    }

    /** The same languages with other texts; those that are blank then are left out. */
    public Texts with(UnaryOperator<String> change) {
        var changed = new LinkedHashMap<String, String>();
        byLanguage.forEach((language, text) -> changed.put(language, change.apply(text)));
        return of(changed);
    }

    /** The text in exactly this language. */
    public Optional<String> exactly(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    /** The text in this language, else in Vietnamese, else in the first language there is, else empty. */
    public String in(String language) {
        var spoken = languageFor(language);
        return spoken.isEmpty() ? "" : byLanguage.getOrDefault(spoken, "");
    }

    /** As {@link #in}, for a name within a phrase, where Vietnamese begins it small: {@code phụ đề tiếng Mông}. */
    public String within(String language) {
        var name = in(language);
        return languageFor(language).equals(FALLBACK) && !name.isEmpty()
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }

    /** The language that {@link #in} answers in, or an empty string when there is no text at all. */
    public String languageFor(String wanted) {
        if (byLanguage.containsKey(wanted)) {
            return wanted;
        }
        return byLanguage.containsKey(FALLBACK)
                ? FALLBACK
                : byLanguage.keySet().stream().findFirst().orElse("");
    }

    /** The codes of the languages there are texts in. */
    public Set<String> languages() {
        return byLanguage.keySet();
    }

    /** The texts by language code, unmodifiable. */
    public Map<String, String> asMap() {
        return byLanguage;
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** As a JSON object of strings. */
    public JsonObject toJsonObject() {
        var object = Jsons.object();
        byLanguage.forEach(object::add);
        return object.build();
    }

    /** As the text of a JSON object of strings. */
    public String toJson() {
        return toJsonObject().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Texts texts && byLanguage.equals(texts.byLanguage);
    }

    @Override
    public int hashCode() {
        return byLanguage.hashCode();
    }

    @Override
    public String toString() {
        return byLanguage.toString();
    }
}
