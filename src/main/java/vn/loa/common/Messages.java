package vn.loa.common;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The texts of the pages in one interface language. What a language does not say is said in Vietnamese, key by key. Immutable.
 */
public final class Messages {
    private static final Map<String, Messages> BY_LANGUAGE = new ConcurrentHashMap<>();

    /** What translators have written, by language and key. */
    private static volatile Map<String, Map<String, String>> translated = Map.of();

    private final ResourceBundle bundle;
    private final Map<String, String> own;
    private final Locale locale;

    /** By the key of their text. One thread at a time may use a format, so each use has a copy. */
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Messages(String language) {
        // The root bundle is Vietnamese, and the system's locale must never come between.
        bundle = ResourceBundle.getBundle(
                "messages",
                Locale.forLanguageTag(language),
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        own = translated.getOrDefault(language, Map.of());
        locale = Locale.forLanguageTag(bundle.getString("language.formats"));
    }

    /** @param language a language code; one without texts of its own speaks Vietnamese */
    public static Messages in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, Messages::new);
    }

    /**
     * What translators have written is said from now on, in place of what comes with the portal.
     *
     * @param texts by language and key
     */
    public static void translate(Map<String, Map<String, String>> texts) {
        translated = Map.copyOf(texts);
        BY_LANGUAGE.clear();
    }

    /** The keys of all texts, in alphabetical order. */
    public static SortedSet<String> keys() {
        return new TreeSet<>(in(Texts.FALLBACK).bundle.keySet());
    }

    /** A text in all languages whose texts are complete, Vietnamese first. */
    public static Texts complete(Function<Messages, String> text) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("vi", text.apply(in("vi")));
        texts.put("en", text.apply(in("en")));
        return Texts.of(texts);
    }

    /** How this language writes numbers. */
    public Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException when not even Vietnamese has the key */
    public String text(String key) {
        var said = own.get(key);
        return said == null ? bundle.getString(key) : said;
    }

    /** The text with its places {@code {0}}, {@code {1}} … filled; in such texts an apostrophe is written twice. */
    public String text(String key, Object... arguments) {
        var format = formats.computeIfAbsent(key, missing -> new MessageFormat(text(missing), locale));
        return ((MessageFormat) format.clone()).format(arguments);
    }

    /** Whether there is a text for the key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
