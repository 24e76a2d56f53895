package vn.loa.programmes.paper;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A PDF of pages of A4 that are filled one after the other. Lengths are in points, from the lower left corner. What is drawn waits, packed, until the paper is
 * written, in memory as far as it is small. For one thread.
 */
public final class Paper implements Closeable {
    /** From one line to the next, of the size of the letters. */
    public static final float LEADING = 1.28f;

    /** How thick the outline of bold letters is, of their size: the font has one weight. */
    private static final float BOLD = 0.035f;

    /** How far letters lean that are slanted, of their height. */
    private static final float SLANT = 0.2f;

    private static final float HAIR = 0.5f;

    /** In bytes, some thousand pages; the rest waits in a temporary file. */
    private static final long IN_MEMORY = 8 << 20;

    private final PDDocument document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
    private final PaperFont font;
    private final PDRectangle size;
    private @Nullable PDPageContentStream page;

    /** How letters stand. */
    public enum Style {
        PLAIN,
        BOLD,
        SLANTED
    }

    private Paper(PDRectangle size, String title, String language) throws IOException {
        this.size = size;
        font = new PaperFont(document);
        var about = new PDDocumentInformation();
        about.setTitle(title);
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(language);
        document.getDocumentCatalog().getCOSObject().setName(COSName.PAGE_LAYOUT, "SinglePage");
    }

    /** Higher than wide. @param language code of the one it is written in */
    public static Paper upright(String title, String language) throws IOException {
        return new Paper(PDRectangle.A4, title, language);
    }

    /** Wider than high. @param language code of the one it is written in */
    public static Paper across(String title, String language) throws IOException {
        return new Paper(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()), title, language);
    }

    /** What the file is numbered with, so that the same paper is the same file; otherwise the library numbers it by the clock. */
    public void number(long number) {
        document.setDocumentId(number);
    }

    public float width() {
        return size.getWidth();
    }

    public float height() {
        return size.getHeight();
    }

    public PaperFont font() {
        return font;
    }

    /** Begins the next page; there is none before. */
    public void turn() throws IOException {
        finish();
        var next = new PDPage(size);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
    }

    /** Goes back to a page that was filled, the first being 0: how many there are is known only when all are. */
    void again(int number) throws IOException {
        finish();
        page = new PDPageContentStream(document, document.getPage(number), AppendMode.APPEND, true, true);
    }

    private void finish() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    private PDPageContentStream page() {
        if (page == null) {
            throw new IllegalStateException("A page is begun first");
        }
        return page;
    }

    /** On one line. @param base of the letters */
    public void text(String text, float left, float base, float size, Style style) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        var out = page();
        out.beginText();
        out.setFont(font.font(), size);
        out.setRenderingMode(style == Style.BOLD ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.setLineWidth(style == Style.BOLD ? BOLD * size : 0);
        out.setTextMatrix(new Matrix(1, 0, style == Style.SLANTED ? SLANT : 0, 1, left, base));
        out.showText(font.known(text));
        out.endText();
    }

    /** On one line, in the middle between two edges. */
    public void centred(String text, float left, float right, float base, float size, Style style) throws IOException {
        text(text, (left + right - font.width(font.known(text), size)) / 2, base, size, style);
    }

    /** From left to right. */
    public void rule(float left, float right, float base) throws IOException {
        var out = page();
        out.setLineWidth(HAIR);
        out.moveTo(left, base);
        out.lineTo(right, base);
        out.stroke();
    }

    /** @param bottom its lower edge */
    public void frame(float left, float bottom, float width, float height) throws IOException {
        var out = page();
        out.setLineWidth(HAIR);
        out.addRect(left, bottom, width, height);
        out.stroke();
    }

    /** All of it, last of all. The stream stays open. */
    public void write(OutputStream out) throws IOException {
        finish();
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        try (document) {
            finish();
        }
    }
}
