package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Joins lines to paragraphs. A line that does not end a sentence goes on in the next one when that begins small, or when its first word would not
 * have fitted any more; a number, a letter or a dash begins something new.
 */
final class Paragraphs {
    /** Longer lines than a page of A4 has in the smallest letter mean that the text is not wrapped. */
    private static final int WIDEST = 130;

    private static final int FEWEST_FULL = 8;

    /** Letters differ in width, so a full line may have fewer of them than the longest one. */
    private static final double NEARLY = 0.8;

    /** Words with which a paragraph of an administrative document begins, whatever stands before. */
    private static final Pattern BEGINS =
            Pattern.compile("(?:can cu|noi nhan|kinh gui|tren day la|so\\s?:)\\b.*", Pattern.DOTALL);

    private final int width;

    private Paragraphs(int width) {
        this.width = width;
    }

    static List<Paragraph> of(List<Line> lines) {
        return new Paragraphs(width(lines)).joined(lines);
    }

    /** Of a full line, or 0 for a text that is not wrapped. */
    private static int width(List<Line> lines) {
        var lengths = lines.stream()
                .filter(line -> line.kind() == IntakeBlock.Kind.LINE)
                .mapToInt(line -> line.text().length())
                .filter(length -> length >= WIDEST / 3)
                .sorted()
                .toArray();
        if (lengths.length < FEWEST_FULL || lengths[lengths.length * 49 / 50] > WIDEST) {
            return 0;
        }
        return lengths[lengths.length * 3 / 4];
    }

    private List<Paragraph> joined(List<Line> lines) {
        var paragraphs = new ArrayList<Paragraph>();
        var open = new ArrayList<Line>();
        for (var line : lines) {
            if (!open.isEmpty() && !goesOn(open.get(open.size() - 1), line, open.get(0))) {
                paragraphs.add(paragraph(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            paragraphs.add(paragraph(open));
        }
        return paragraphs;
    }

    private static Paragraph paragraph(List<Line> lines) {
        var text = Passage.joined(lines.stream().map(Line::text).toList());
        var first = lines.get(0);
        return new Paragraph(
                text,
                Marker.of(text),
                first.kind(),
                first.heading(),
                lines.stream().allMatch(Line::bold));
    }

    private boolean goesOn(Line line, Line next, Line first) {
        if (isOfRow(line, next)) {
            return true;
        }
        if (!line.mayBreakOff()
                || !next.mayBreakOff()
                || BEGINS.matcher(head(next)).matches()
                || Marker.of(next.text()).filter(m -> isMeant(m, line, next)).isPresent()) {
            return false;
        }
        var text = line.text().text();
        var last = text.charAt(text.length() - 1);
        var small = beginsSmall(next.text().text());
        if (first.text() == line.text()
                && isHeadline(first)
                && Letters.isShouted(text) != Letters.isShouted(next.text().text())) {
            return false;
        }
        return switch (last) {
            case '.', '!', '?' -> small && isFull(line, next) && !text.endsWith("./.");
            case ';', ':' -> small && isFull(line, next);
            default -> small || isFull(line, next);
        };
    }

    /** A cell may have lines, of which all but the first go on in it: a remark below the name of a product, but not another product. */
    private static boolean isOfRow(Line line, Line next) {
        return line.kind() == IntakeBlock.Kind.ROW
                && next.kind() == IntakeBlock.Kind.ROW
                && line.text().place().lastBlock() == next.text().place().block()
                && (line.text().text() + next.text().text()).indexOf('\t') >= 0
                && !Numbered.PRODUCT
                        .matcher(next.folded().replaceFirst("\t.*", ""))
                        .find();
    }

    /** A dash may also be that of "kinh tế - xã hội" or of "2021 - 2025", when it had no room on a full line. */
    private boolean isMeant(Marker marker, Line line, Line next) {
        if (marker.kind() != Marker.Kind.BULLET || !isFull(line, next)) {
            return true;
        }
        var last = line.text().text().charAt(line.text().length() - 1);
        return ".;:!?".indexOf(last) >= 0 || !beginsSmall(next.text().text().substring(marker.end()));
    }

    private static boolean isHeadline(Line line) {
        return Marker.of(line.text()).filter(Marker::isHeading).isPresent();
    }

    private boolean isFull(Line line, Line next) {
        if (width == 0 || line.kind() != IntakeBlock.Kind.LINE) {
            return false;
        }
        var word = next.text().text().indexOf(' ');
        return line.text().length() + 1 + (word < 0 ? next.text().length() : word) >= width * NEARLY;
    }

    private static boolean beginsSmall(String text) {
        var first = text.charAt(0);
        return Character.isLowerCase(first)
                || Character.isDigit(first)
                || first == '('
                || first == ','
                || first == ';'
                || first == ')'
                || first == '&';
    }

    private static String head(Line line) {
        return line.folded().substring(0, Math.min(line.text().length(), 20));
    }
}
