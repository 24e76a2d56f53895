package vn.loa.programmes.packages;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of a printed sheet: Liberation Sans, which comes with the library (SIL Open Font License), has all letters of Vietnamese, and is put into the sheet as far as it is used. For one sheet. */
final class SheetFont {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String UNKNOWN = "?";
    private static final float UNITS = 1000;

    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    SheetFont(PDDocument sheet) throws IOException {
        try (var content = Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            font = PDType0Font.load(sheet, content, true);
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text with a question mark for each letter that the font does not have. */
    String known(String text) {
        var known = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (width(c) >= 0) {
                known.appendCodePoint(c);
            } else {
                known.append(UNKNOWN);
            }
        });
        return known.toString();
    }

    /** How wide a {@link #known} text is. @param size of the font, in points as the answer */
    float width(String text, float size) {
        return (float) text.codePoints().mapToDouble(this::width).sum() * size / UNITS;
    }

    /** In thousandths of the size; less than 0 for a letter that the font does not have. */
    private float width(int c) {
        return widths.computeIfAbsent(c, letter -> {
            try {
                return font.getStringWidth(Character.toString(letter));
            } catch (IOException | IllegalArgumentException none) {
                return -1f;
            }
        });
    }
}
