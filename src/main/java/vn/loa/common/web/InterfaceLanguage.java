package vn.loa.common.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.loa.common.Messages;
import vn.loa.common.Texts;

/**
 * A language in which the pages can be read. Which there are is the setting {@code loa.interface.languages}, codes parted by
 * commas; their names and tags stand in their message bundles.
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

    private static InterfaceLanguage of(String code) {
        var messages = Messages.in(code);
        return new InterfaceLanguage(code, messages.text("language.tag"), messages.text("language.self"));
    }

    /** In the order in which they are offered. */
    public static List<InterfaceLanguage> all() {
        return ALL;
    }

    public static Optional<InterfaceLanguage> find(String code) {
        return ALL.stream().filter(language -> language.code.equals(code)).findFirst();
    }

    /** The language of a visitor who has not chosen. */
    public static InterfaceLanguage fallback() {
        return find(Texts.FALLBACK).orElse(ALL.get(0));
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
        return Messages.in(code).text("language.spoken");
    }
}
