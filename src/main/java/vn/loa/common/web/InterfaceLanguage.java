package vn.loa.common.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.loa.common.Messages;
import vn.loa.common.Texts;

/**
 * A language in which the pages can be read. Which there are is the setting {@code loa.interface.languages}, codes parted by
 * commas, and administrators may withhold some of them; their names and tags stand in their message bundles.
 *
 * @param code as the parameter {@code hl} names it
 * @param tag for HTML {@code lang}
 * @param name of the language in itself
 */
public record InterfaceLanguage(String code, String tag, String name) {
    private static final List<InterfaceLanguage> ALL = Arrays.stream(ConfigProvider.getConfig()
                    .getOptionalValue("loa.interface.languages", String.class)
                    .orElse("vi,hmn,tyz,en")
                    .split("\\s*,\\s*"))
            .map(InterfaceLanguage::of)
            .toList();

    /** Codes of those that are not offered now. */
    private static volatile Set<String> withheld = Set.of();

    /** Codes of those that translators have written enough in. */
    private static volatile Set<String> translated = Set.of();

    private static InterfaceLanguage of(String code) {
        var messages = Messages.in(code);
        return new InterfaceLanguage(code, messages.text("language.tag"), messages.text("language.self"));
    }

    /** Those that are offered, in their order. */
    public static List<InterfaceLanguage> all() {
        var without = withheld;
        return without.isEmpty()
                ? ALL
                : ALL.stream()
                        .filter(language -> !without.contains(language.code))
                        .toList();
    }

    /** Whether the pages could be offered in it. */
    public static boolean isKnown(String code) {
        return ALL.stream().anyMatch(language -> language.code.equals(code));
    }

    /**
     * Offers those of the languages of the pages that are named here; the one that all fall back to always.
     *
     * @return whether that are others than before
     */
    public static boolean offer(Set<String> codes) {
        var without = ALL.stream()
                .map(InterfaceLanguage::code)
                .filter(code -> !codes.contains(code) && !code.equals(fallback().code))
                .collect(Collectors.toUnmodifiableSet());
        var isOther = !without.equals(withheld);
        withheld = without;
        return isOther;
    }

    /** Names those in which translators have written so much that pages are said to be in them. */
    public static void speak(Set<String> codes) {
        translated = Set.copyOf(codes);
    }

    public static Optional<InterfaceLanguage> find(String code) {
        return all().stream().filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a visitor who has not chosen. */
    public static InterfaceLanguage fallback() {
        return ALL.stream()
                .filter(language -> language.code.equals(Texts.FALLBACK))
                .findFirst()
                .orElse(ALL.get(0));
    }

    /** Whether the pages have texts of their own in it; else they speak another. */
    public boolean isWritten() {
        return tag.equals(spokenTag());
    }

    /**
     * The tag of the language in which the pages really speak: a language without texts of its own speaks Vietnamese, and a
     * reading program must know.
     */
    public String spokenTag() {
        return translated.contains(code) ? tag : Messages.in(code).text("language.spoken");
    }
}
