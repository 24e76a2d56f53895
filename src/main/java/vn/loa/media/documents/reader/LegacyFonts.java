package vn.loa.media.documents.reader;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.media.documents.Warning;

/** Fonts of the time before Unicode, by whose names alone one can tell that a text is encoded in TCVN3 (ABC) or VNI. */
final class LegacyFonts {
    private static final Pattern SUBSET = Pattern.compile("^[A-Z]{6}\\+");

    private LegacyFonts() {}

    /** Warns if it is one. @param font as the document names it */
    static void look(String font, Telling telling) {
        var name = SUBSET.matcher(font).replaceFirst("");
        var folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith(".vn") || folded.startsWith("vni-") || folded.startsWith("vni ")) {
            telling.warn(Warning.Kind.LEGACY_FONT, name);
        }
    }
}
