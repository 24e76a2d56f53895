package vn.loa.media.documents.reader;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Finds where the words of a page stand, line by line from the top. */
final class PdfText extends PDFTextStripper {
    private static final int FORCED_BOLD = 1 << 18;
    private static final float BOLD_WEIGHT = 600;

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
     */
    record Word(String text, float left, float right, float baseline, float size, boolean bold, boolean italic) {}

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

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (positions.isEmpty() || text.isBlank()) {
            return;
        }
        var first = positions.get(0);
        var last = positions.get(positions.size() - 1);
        var face = faces.computeIfAbsent(first.getFont(), this::look);
        line.add(new Word(
                text.strip(),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                Math.max(1, first.getFontSizeInPt()),
                face.bold(),
                face.italic()));
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
