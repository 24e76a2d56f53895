package vn.loa.media.documents.reader;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Finds where the words of a page stand, line by line from the top. */
final class PdfText extends PDFTextStripper {
    private static final int FORCED_BOLD = 1 << 18;
    private static final float BOLD_WEIGHT = 600;

    private static final String NO_BREAK_SPACE = "\u00a0";

    /** Ligatures, as fonts have them for letters that stand close. */
    private static final Pattern PRESENTED = Pattern.compile("[\ufb00-\ufb06]");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Of what stands above the line: at most so large, and at least so high, in sizes of what stands beside. */
    private static final float RAISED_SIZE = 0.8f;

    private static final float RAISED_BY = 0.15f;

    private final Telling telling;
    private final Page pages;
    private final Map<PDFont, Face> faces = new HashMap<>();
    private final List<List<Word>> lines = new ArrayList<>();
    private List<Word> line = new ArrayList<>();

    private record Face(boolean bold, boolean italic) {}

    /**
     * In points, from the left and from the top of the page.
     *
     * @param size of the font
     * @param joined whether no space stands before it
     * @param raised whether it is a small number above the line, as marks of footnotes are
     */
    record Word(
            String text,
            float left,
            float right,
            float baseline,
            float size,
            boolean bold,
            boolean italic,
            boolean joined,
            boolean raised) {}

    /** Takes what stands on a page that has any content. */
    @FunctionalInterface
    interface Page {
        /** @param number from 1 */
        void take(int number, PDPage page, List<List<Word>> lines) throws IOException;
    }

    PdfText(Telling telling, Page pages) {
        this.telling = telling;
        this.pages = pages;
        setSortByPosition(true);
        setShouldSeparateByBeads(false);
    }

    /** Goes through all pages. */
    void read(PDDocument document) throws IOException {
        writeText(document, Writer.nullWriter());
    }

    @Override
    protected void endPage(PDPage page) throws IOException {
        end();
        pages.take(getCurrentPageNo(), page, List.copyOf(lines));
        lines.clear();
        faces.clear();
    }

    /** Programs for offices write lines with the spaces in them, so that what comes as one is many words. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        var word = new ArrayList<TextPosition>();
        var isJoined = false;
        for (var position : positions) {
            var isSpace =
                    position.getUnicode().isBlank() || position.getUnicode().equals(NO_BREAK_SPACE);
            if (!word.isEmpty() && (isSpace || isRaised(position, word.get(0)) || isRaised(word.get(0), position))) {
                add(word, isJoined);
                isJoined = !isSpace;
            }
            if (!isSpace) {
                word.add(position);
            } else {
                isJoined = false;
            }
        }
        add(word, isJoined);
    }

    /** Whether one stands small above the line of the other. */
    private static boolean isRaised(TextPosition small, TextPosition beside) {
        return small.getFontSizeInPt() < RAISED_SIZE * beside.getFontSizeInPt()
                && beside.getYDirAdj() - small.getYDirAdj() > RAISED_BY * beside.getFontSizeInPt();
    }

    private void add(List<TextPosition> positions, boolean isJoined) {
        if (positions.isEmpty()) {
            return;
        }
        var first = positions.get(0);
        var last = positions.get(positions.size() - 1);
        var face = faces.computeIfAbsent(first.getFont(), this::look);
        var text = PRESENTED
                .matcher(positions.stream().map(TextPosition::getUnicode).collect(Collectors.joining()))
                .replaceAll(form -> Normalizer.normalize(form.group(), Normalizer.Form.NFKC));
        var before = line.isEmpty() ? null : line.get(line.size() - 1);
        line.add(new Word(
                text,
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                Math.max(1, first.getFontSizeInPt()),
                face.bold(),
                face.italic(),
                isJoined,
                before != null
                        && NUMBER.matcher(text).matches()
                        && first.getFontSizeInPt() < RAISED_SIZE * before.size()
                        && before.baseline() - first.getYDirAdj() > RAISED_BY * before.size()));
        positions.clear();
    }

    @Override
    protected void writeLineSeparator() {
        end();
    }

    @Override
    protected void writeParagraphEnd() {
        end();
    }

    private void end() {
        if (!line.isEmpty()) {
            lines.add(line);
            line = new ArrayList<>();
        }
    }

    private Face look(PDFont font) {
        var name = font.getName() == null ? "" : font.getName();
        LegacyFonts.look(name, telling);
        var folded = name.toLowerCase(Locale.ROOT);
        var descriptor = font.getFontDescriptor();
        return new Face(
                folded.contains("bold")
                        || folded.contains("black")
                        || descriptor != null
                                && (descriptor.getFontWeight() >= BOLD_WEIGHT
                                        || (descriptor.getFlags() & FORCED_BOLD) != 0),
                folded.contains("italic") || folded.contains("oblique") || descriptor != null && descriptor.isItalic());
    }
}
