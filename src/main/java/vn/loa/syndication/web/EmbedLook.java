package vn.loa.syndication.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.common.web.Address;

/**
 * How an embed looks, so that it goes with the page around it.
 *
 * @param accent six hexadecimal digits
 * @param layout one of those that the embed has
 * @param dark whether it stands on a dark ground
 */
public record EmbedLook(String accent, String layout, boolean dark) {
    static final String ACCENT = "mau";
    static final String LAYOUT = "bo-cuc";
    static final String GROUND = "nen";
    static final String DARK = "toi";
    static final String USUAL_ACCENT = "27337a";

    /** Of a single product: with its picture, or a bar of a few lines. */
    static final List<String> OF_PRODUCT = List.of("day-du", "gon");

    /** Of a list: rows, cards, or titles alone. */
    static final List<String> OF_LIST = List.of("hang", "the", "gon");

    private static final Pattern DIGITS = Pattern.compile("#?([0-9a-fA-F]{6})");

    /** As the address of an embed asks for; what makes no sense is as usual. @param layouts the usual one first */
    static EmbedLook of(Address address, List<String> layouts) {
        var layout = address.first(LAYOUT).filter(layouts::contains).orElseGet(() -> layouts.get(0));
        return new EmbedLook(accent(address.first(ACCENT).orElse("")), layout, isDark(address));
    }

    private static boolean isDark(Address address) {
        return address.first(GROUND).filter(DARK::equals).isPresent();
    }

    static String accent(String written) {
        var digits = DIGITS.matcher(written);
        return digits.matches() ? digits.group(1).toLowerCase(Locale.ROOT) : USUAL_ACCENT;
    }

    /** The content of a style element: the accent, and what is written on it in black or white, whichever is read more easily. */
    public String getSheet() {
        return ":root{--accent:#" + accent + ";--on:" + (isReadOnBlack() ? "#111" : "#fff") + "}";
    }

    /** By the contrast ratio of WCAG 2.2: of #111 and white, one is always at 4.5 or more but for a few greys, where it is at 4.3. */
    private boolean isReadOnBlack() {
        var light = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
        return (light + 0.05) / (0.0056 + 0.05) > 1.05 / (light + 0.05);
    }

    private double channel(int at) {
        var part = Integer.parseInt(accent.substring(at, at + 2), 16) / 255d;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
