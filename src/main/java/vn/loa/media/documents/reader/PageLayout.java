package vn.loa.media.documents.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.Passage;

/**
 * Makes paragraphs and rows of the lines of pages, one page after the other, by where they stand: PDF knows neither. A line of which the parts stand far
 * from each other is a row. Lines are of one paragraph while they look the same, follow closely, and broke only because the next word had no room.
 */
final class PageLayout {
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-–—\\s]*(\\d{1,4})(?:\\s*/\\s*\\d{1,4})?[-–—\\s]*");

    /** All in sizes of the font. */
    private static final float TOLERANCE = 0.6f;

    private static final float INDENT = 0.8f;
    private static final float CENTERED_INDENT = 1.5f;
    private static final float RIGHT_INDENT = 6;

    /** Lines that are farther apart than this, times the usual, are of two paragraphs. */
    private static final float LOOSE = 1.25f;

    private float width;
    private float left = Float.MAX_VALUE;
    private float right;
    private int tables;
    private boolean inTable;

    /**
     * The blocks of the next page.
     *
     * @param number of the page, from 1
     * @param pageWidth in points; margins are learnt anew when it changes
     */
    List<Block> blocks(int number, float pageWidth, List<List<PdfText.Word>> page) {
        var lines = Footnotes.left(page).stream().map(TextLine::parts).toList();
        if (pageWidth != width) {
            width = pageWidth;
            left = Float.MAX_VALUE;
            right = 0;
        }
        lines.forEach(parts -> {
            left = Math.min(left, parts.get(0).left());
            right = Math.max(right, parts.get(parts.size() - 1).right());
        });
        inTable = false;
        var usual = usualDistance(lines);
        var blocks = new ArrayList<Block>();
        var paragraph = new ArrayList<TextLine>();
        for (var i = 0; i < lines.size(); i++) {
            var parts = lines.get(i);
            if ((i == 0 || i == lines.size() - 1) && isPageNumber(parts, number)) {
                continue;
            }
            if (parts.size() > 1) {
                finish(paragraph, number, blocks);
                blocks.add(row(parts, number));
                continue;
            }
            var line = parts.get(0);
            if (!paragraph.isEmpty() && beginsParagraph(paragraph, line, usual)) {
                finish(paragraph, number, blocks);
            }
            paragraph.add(line);
        }
        finish(paragraph, number, blocks);
        return blocks;
    }

    private static boolean isPageNumber(List<TextLine> parts, int number) {
        var text = PAGE_NUMBER.matcher(parts.get(0).text());
        return parts.size() == 1 && text.matches() && Integer.parseInt(text.group(1)) == number;
    }

    /** Between lines of one paragraph, in points: the smaller distances of a page. */
    private static float usualDistance(List<List<TextLine>> lines) {
        var distances = new ArrayList<Float>();
        for (var i = 1; i < lines.size(); i++) {
            var distance =
                    lines.get(i).get(0).baseline() - lines.get(i - 1).get(0).baseline();
            if (distance > 0) {
                distances.add(distance);
            }
        }
        distances.sort(null);
        return distances.isEmpty() ? Float.MAX_VALUE : distances.get(distances.size() / 4);
    }

    private boolean beginsParagraph(List<TextLine> paragraph, TextLine line, float usual) {
        var before = paragraph.get(paragraph.size() - 1);
        var size = Math.max(before.size(), line.size());
        var distance = line.baseline() - before.baseline();
        var hadRoom = before.right() + line.firstWord() + size * TOLERANCE < right;
        return distance <= 0
                || distance > usual * LOOSE
                || Math.abs(before.size() - line.size()) > 1
                || before.isBold() != line.isBold() && hadRoom
                || hadRoom
                || line.beginsItem()
                || line.left() - before.left() > INDENT * size && before.left() - left < INDENT * size;
    }

    private void finish(List<TextLine> paragraph, int page, List<Block> blocks) {
        if (paragraph.isEmpty()) {
            return;
        }
        inTable = false;
        var passage = new PassageBuilder();
        paragraph.forEach(
                line -> passage.add((passage.isBlank() ? "" : " ") + line.text(), line.isBold(), line.isItalic()));
        passage.build(alignment(paragraph)).ifPresent(built -> blocks.add(new Block.Paragraph(page, built)));
        paragraph.clear();
    }

    private Block row(List<TextLine> parts, int page) {
        if (!inTable) {
            inTable = true;
            tables++;
        }
        var cells = parts.stream()
                .map(part -> new Block.Cell(
                        1, List.of(new Passage(part.text(), Alignment.LEFT, part.isBold(), part.isItalic()))))
                .toList();
        return new Block.TableRow(page, tables, cells);
    }

    private Alignment alignment(List<TextLine> lines) {
        if (lines.stream().allMatch(this::isCentered)) {
            return Alignment.CENTER;
        }
        var first = lines.get(0);
        if (lines.size() == 1) {
            return first.left() - left > RIGHT_INDENT * first.size() && right - first.right() < first.size()
                    ? Alignment.RIGHT
                    : Alignment.LEFT;
        }
        return lines.subList(0, lines.size() - 1).stream()
                        .allMatch(line -> right - line.right() < TOLERANCE * line.size())
                ? Alignment.JUSTIFIED
                : Alignment.LEFT;
    }

    private boolean isCentered(TextLine line) {
        var before = line.left() - left;
        var after = right - line.right();
        return before > CENTERED_INDENT * line.size()
                && Math.abs(before - after) < Math.max(line.size(), (before + after) / 10);
    }
}
