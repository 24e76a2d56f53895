package vn.loa.programmes.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import vn.loa.programmes.packages.SheetLayout.Kind;
import vn.loa.programmes.packages.SheetLayout.Row;

/** Prints what is played on a sheet of A4, in letters as large as it allows. What is too much for one sheet at the smallest goes on on further ones. */
final class ProgrammeSheet {
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 36;
    private static final float HEAD = 52;
    private static final float FOOT = 24;
    private static final float GAP = 16;
    private static final float WIDTH = PAPER.getWidth() - 2 * MARGIN;
    private static final float HEIGHT = PAPER.getHeight() - 2 * MARGIN - HEAD - FOOT;
    private static final float TITLE = 17;
    private static final float SUBTITLE = 11;
    private static final float SMALL = 7.5f;

    /** Of the size of the letters: how thick their outline is where they are bold. */
    private static final float BOLD = 0.035f;

    /** Largest first. */
    private static final List<Form> FORMS = List.of(
            new Form(1, 13),
            new Form(2, 11),
            new Form(2, 10),
            new Form(2, 9),
            new Form(2, 8),
            new Form(2, 7.5f),
            new Form(3, 7),
            new Form(3, 6.5f),
            new Form(3, 6));

    private final PackageContent content;
    private final PackageWords words;
    private final PDDocument sheet;
    private final SheetFont font;

    private record Form(int columns, float size) {
        float width() {
            return (WIDTH - GAP * (columns - 1)) / columns;
        }
    }

    private ProgrammeSheet(PackageContent content, PDDocument sheet) throws IOException {
        this.content = content;
        this.words = new PackageWords(content);
        this.sheet = sheet;
        this.font = new SheetFont(sheet);
    }

    /** A PDF; the same for the same content. */
    static byte[] of(PackageContent content) throws IOException {
        try (var document = new PDDocument()) {
            // Otherwise the library numbers it by the clock.
            document.setDocumentId(Long.parseUnsignedLong(content.fingerprint().substring(0, 15), 16));
            new ProgrammeSheet(content, document).print();
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        }
    }

    private void print() throws IOException {
        var about = new PDDocumentInformation();
        about.setTitle(words.title() + ", " + words.days());
        sheet.setDocumentInformation(about);
        sheet.getDocumentCatalog().setLanguage("vi");
        sheet.getDocumentCatalog().getCOSObject().setName(COSName.PAGE_LAYOUT, "SinglePage");
        var form = FORMS.stream()
                .filter(each -> laid(each, each.columns() + 1).size() <= each.columns())
                .findFirst()
                .orElse(FORMS.get(FORMS.size() - 1));
        var columns = laid(form, Integer.MAX_VALUE);
        for (var from = 0; from < columns.size(); from += form.columns()) {
            page(columns.subList(from, Math.min(columns.size(), from + form.columns())), form);
        }
    }

    private List<List<Row>> laid(Form form, int most) {
        return SheetLayout.of(content, font, form.size(), form.width(), HEIGHT, most);
    }

    private void page(List<List<Row>> columns, Form form) throws IOException {
        var page = new PDPage(PAPER);
        sheet.addPage(page);
        try (var out = new PDPageContentStream(sheet, page)) {
            var top = PAPER.getHeight() - MARGIN;
            text(out, words.title(), MARGIN, top - TITLE, TITLE, true);
            text(
                    out,
                    words.days() + " · " + words.text("programme.zone"),
                    MARGIN,
                    top - TITLE - SUBTITLE * 1.7f,
                    SUBTITLE,
                    false);
            var left = MARGIN;
            for (var column : columns) {
                for (var row : column) {
                    row(out, row, left, top - HEAD - row.top(), form);
                }
                left += form.width() + GAP;
            }
            text(
                    out,
                    content.name() + (content.portal().isEmpty() ? "" : " · " + content.portal()),
                    MARGIN,
                    MARGIN,
                    SMALL,
                    false);
        }
    }

    private void row(PDPageContentStream out, Row row, float left, float base, Form form) throws IOException {
        var size = form.size();
        if (row.kind() == Kind.DAY) {
            out.setLineWidth(0.5f);
            out.moveTo(left, base - 0.3f * size);
            out.lineTo(left + form.width(), base - 0.3f * size);
            out.stroke();
        }
        text(out, row.time(), left, base, size, false);
        var indent = row.kind() == Kind.ITEM ? SheetLayout.indent(size) : 0;
        text(out, row.text(), left + indent, base, size, row.kind() != Kind.ITEM);
    }

    /** The font has one weight: bold letters are drawn with an outline. */
    private void text(PDPageContentStream out, String text, float left, float base, float size, boolean bold)
            throws IOException {
        if (text.isEmpty()) {
            return;
        }
        out.beginText();
        out.setFont(font.font(), size);
        out.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
        out.setLineWidth(bold ? BOLD * size : 0);
        out.newLineAtOffset(left, base);
        out.showText(font.known(text));
        out.endText();
    }
}
