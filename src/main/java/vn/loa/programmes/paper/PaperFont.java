package vn.loa.programmes.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The letters of a paper: Liberation Sans, which comes with the library (SIL Open Font License), has all letters of Vietnamese, and is put into the paper as far as it is used. For one paper. */
public final class PaperFont {
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String UNKNOWN = "?";
    private static final float UNITS = 1000;

    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    PaperFont(PDDocument paper) throws IOException {
        try (var content = Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            font = PDType0Font.load(paper, content, true);
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

    /** The text in lines that are no wider than that, at least one; a word that is wider is broken, too. @param size of the letters, in points as the room */
    public List<String> lines(String text, float size, float room) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var space = width(" ", size);
        var filled = 0f;
        for (var word : known(text).split(" ")) {
            var own = width(word, size);
            if (!line.isEmpty() && filled + space + own <= room) {
                line.append(' ').append(word);
                filled += space + own;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            var rest = word;
            while (own > room && rest.codePointCount(0, rest.length()) > 1) {
                var end = fitting(rest, size, room);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
                own = width(rest, size);
            }
            line.append(rest);
            filled = own;
        }
        lines.add(line.toString());
        return lines;
    }

    /** How much of a word fits; at least one letter. */
    private int fitting(String word, float size, float room) {
        var end = 0;
        for (var filled = 0f; end < word.length(); ) {
            var letter = Character.toString(word.codePointAt(end));
            filled += width(letter, size);
            if (filled > room && end > 0) {
                break;
            }
            end += letter.length();
        }
        return end;
    }
}
