package vn.loa.common;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A colour of a screen (sRGB). @param red of 0 to 255, as {@code green} and {@code blue} */
public record Colour(int red, int green, int blue) {
    private static final Pattern WRITTEN = Pattern.compile("#?([0-9a-fA-F]{6})");
    private static final int MOST = 255;

    /** Reads six hexadecimal digits, with or without a number sign before them; empty when it is something else. */
    public static Optional<Colour> read(String written) {
        var digits = WRITTEN.matcher(written.strip());
        return digits.matches() ? Optional.of(of(digits.group(1))) : Optional.empty();
    }

    /** @param digits six hexadecimal ones */
    public static Colour of(String digits) {
        var all = Integer.parseInt(digits, 16);
        return new Colour(all >> 16, all >> 8 & MOST, all & MOST);
    }

    /** Six hexadecimal digits. */
    public String digits() {
        return String.format(Locale.ROOT, "%02x%02x%02x", red, green, blue);
    }

    /** As style sheets write it. */
    public String css() {
        return "#" + digits();
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    public double contrast(Colour other) {
        var lighter = Math.max(luminance(), other.luminance());
        var darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    static double linear(int part) {
        var share = part / (double) MOST;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
