package vn.loa.syndication.web;

import java.util.List;
import vn.loa.common.Colour;
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

    /** As little as there can be. */
    static final String BAR = "gon";

    static final String CARDS = "the";

    /** Of a single product: with its picture, or a bar of a few lines. */
    static final List<String> OF_PRODUCT = List.of("day-du", BAR);

    /** Of a list: rows, cards, or titles alone. */
    static final List<String> OF_LIST = List.of("hang", CARDS, BAR);

    private static final Colour BLACK = Colour.of("111111");
    private static final Colour WHITE = Colour.of("ffffff");

    static final EmbedLook NONE = new EmbedLook("000000", "", false);

    /** As the address of an embed asks for; what makes no sense is as usual. @param layouts the usual one first @param usual the accent of the portal */
    static EmbedLook of(Address address, List<String> layouts, String usual) {
        var layout = address.first(LAYOUT).filter(layouts::contains).orElseGet(() -> layouts.get(0));
        return new EmbedLook(accent(address.first(ACCENT).orElse(""), usual), layout, isDark(address));
    }

    private static boolean isDark(Address address) {
        return address.first(GROUND).filter(DARK::equals).isPresent();
    }

    static String accent(String written, String usual) {
        return Colour.read(written).map(Colour::digits).orElse(usual);
    }

    /** The content of a style element: the accent, and what is written on it in black or white, whichever is read more easily. */
    public String getSheet() {
        return ":root{--accent:#" + accent + ";--on:" + (isReadOnBlack() ? "#111" : "#fff") + "}";
    }

    /** Of #111 and white, one is always at 4.5 or more but for a few greys, where it is at 4.3. */
    private boolean isReadOnBlack() {
        var colour = Colour.of(accent);
        return colour.contrast(BLACK) > colour.contrast(WHITE);
    }
}
