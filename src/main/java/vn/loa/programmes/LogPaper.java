package vn.loa.programmes;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The log of a month as a paper that is signed and filed: A4 across, the head that letters of authorities have (Decree 30/2020/ND-CP), the entries, what they come to,
 * and room for two signatures. Rows are written as they come; its letters are in the file.
 */
public final class LogPaper implements LogWriter {
    /** Of the library: a free sans serif. */
    private static final String FONT = "/font-fallback/LiberationSans-Regular.ttf";

    private static final float[] WIDTHS = {3, 7, 6, 6, 22, 10, 7, 7, 14};
    private static final float[] SUM_WIDTHS = {30, 10, 8, 8, 8, 10};
    private static final float MARGIN = 36;
    private static final float SMALL = 8.5f;
    private static final float USUAL = 10;
    private static final float LARGE = 14;
    private static final float GAP = 12;
    private static final float PADDING = 3;
    private static final int PIECE = 50;

    private final LogPaperWords words;
    private final StationLog.Head head;
    private final Document document;
    private final BaseFont letters;
    private final PdfPTable table;
    private int number;
    private @Nullable LocalDate day;

    public LogPaper(StationLog.Head head, LogPaperWords words, OutputStream out) {
        this.head = head;
        this.words = words;
        letters = letters();
        document = new Document(PageSize.A4.rotate(), MARGIN, MARGIN, MARGIN, MARGIN);
        var writer = PdfWriter.getInstance(document, out);
        writer.setCloseStream(false);
        writer.setPageEvent(new Numbered());
        document.addTitle(words.text("log.paper.title", words.month(head)));
        document.addCreator("Loa");
        document.open();
        heading();
        table = table(WIDTHS, words.columns());
        table.setComplete(false);
    }

    private static BaseFont letters() {
        try (var file = Objects.requireNonNull(PdfWriter.class.getResourceAsStream(FONT), "the library has its font")) {
            return BaseFont.createFont(
                    "LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("A file of the library is always there", e);
        }
    }

    private Font font(float size, int style) {
        return new Font(letters, size, style);
    }

    private void heading() {
        var top = new PdfPTable(2);
        top.setWidthPercentage(100);
        var locale = words.messages().locale();
        top.addCell(bare(
                said(words.text("log.paper.authority", words.of(head.place())).toUpperCase(locale), Font.NORMAL),
                said(
                        words.text("station.title", words.words().unit(head.place()))
                                .toUpperCase(locale),
                        Font.BOLD)));
        top.addCell(
                bare(said(words.text("log.paper.country"), Font.BOLD), said(words.text("log.paper.motto"), Font.BOLD)));
        document.add(top);
        var title = new Paragraph(
                words.text("log.paper.title", words.month(head))
                        .toUpperCase(words.messages().locale()),
                font(LARGE, Font.BOLD));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingBefore(GAP);
        title.setSpacingAfter(GAP);
        document.add(title);
    }

    private static PdfPCell bare(Paragraph... lines) {
        var cell = new PdfPCell();
        cell.setBorder(0);
        for (var line : lines) {
            line.setAlignment(Element.ALIGN_CENTER);
            cell.addElement(line);
        }
        return cell;
    }

    private Paragraph said(String text, int style) {
        return new Paragraph(text, font(USUAL, style));
    }

    private PdfPTable table(float[] widths, List<String> columns) {
        var made = new PdfPTable(widths);
        made.setWidthPercentage(100);
        made.setHeaderRows(1);
        columns.forEach(name -> made.addCell(cell(name, Font.BOLD, Element.ALIGN_CENTER)));
        return made;
    }

    private PdfPCell cell(String text, int style, int align) {
        var cell = new PdfPCell(new Phrase(text, font(SMALL, style)));
        cell.setPadding(PADDING);
        cell.setHorizontalAlignment(align);
        cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
        return cell;
    }

    private void plain(PdfPTable into, String text) {
        into.addCell(cell(text, Font.NORMAL, Element.ALIGN_LEFT));
    }

    private void number(PdfPTable into, String text) {
        into.addCell(cell(text, Font.NORMAL, Element.ALIGN_RIGHT));
    }

    @Override
    public void line(LogLine line) throws IOException {
        var at = line.local();
        number(table, String.valueOf(++number));
        // Each day is named once, as in the books that people know.
        plain(table, at.toLocalDate().equals(day) ? "" : words.words().numbers(at.toLocalDate()));
        day = at.toLocalDate();
        number(table, words.words().second(at));
        number(table, words.length(line.seconds()));
        plain(table, words.title(line));
        plain(table, words.of(line.genre()));
        plain(table, words.language(line.language()));
        plain(table, words.outcome(line.outcome()));
        plain(table, line.note());
        if (number % PIECE == 0) {
            add(table);
        }
    }

    private void add(Element element) throws IOException {
        try {
            document.add(element);
        } catch (DocumentException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void sums(StationLog.Head all) throws IOException {
        if (number == 0) {
            var none = cell(words.text("log.none"), Font.NORMAL, Element.ALIGN_CENTER);
            none.setColspan(WIDTHS.length);
            table.addCell(none);
        }
        table.setComplete(true);
        add(table);
        var title = new Paragraph(words.text("log.sheet.sums"), font(USUAL, Font.BOLD));
        title.setSpacingBefore(GAP);
        title.setSpacingAfter(GAP / 2);
        add(title);
        var sums = table(SUM_WIDTHS, words.sumColumns());
        for (var sum : all.sums()) {
            plain(sums, words.of(sum.title()));
            plain(sums, words.language(sum.language()));
            numbers(sums, sum.aired(), sum.cut(), sum.missed(), sum.seconds());
        }
        sums.addCell(cell(words.text("log.total"), Font.BOLD, Element.ALIGN_LEFT));
        plain(sums, "");
        numbers(sums, all.aired(), all.cut(), all.missed(), all.seconds());
        add(sums);
        signatures();
    }

    private void numbers(PdfPTable into, long aired, long cut, long missed, long seconds) {
        IntStream.range(0, 3)
                .mapToObj(i -> words.words().number(new long[] {aired, cut, missed}[i]))
                .forEach(text -> number(into, text));
        number(into, words.length(seconds));
    }

    private void signatures() throws IOException {
        var room = new PdfPTable(2);
        room.setWidthPercentage(100);
        room.setSpacingBefore(GAP * 2);
        room.setKeepTogether(true);
        room.addCell(bare(
                said(" ", Font.NORMAL),
                said(words.text("log.paper.writer"), Font.BOLD),
                said(words.text("log.paper.sign"), Font.ITALIC)));
        room.addCell(bare(
                said(words.text("log.paper.date"), Font.ITALIC),
                said(words.text("log.paper.head"), Font.BOLD),
                said(words.text("log.paper.seal"), Font.ITALIC)));
        add(room);
    }

    @Override
    public void close() {
        if (document.isOpen()) {
            document.close();
        }
    }

    /** Papers that are filed say which page each is. */
    private final class Numbered extends PdfPageEventHelper {
        @Override
        public void onEndPage(PdfWriter writer, Document page) {
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_CENTER,
                    new Phrase(String.format(Locale.ROOT, "%d", writer.getPageNumber()), font(SMALL, Font.NORMAL)),
                    (page.left() + page.right()) / 2,
                    page.bottom() - GAP,
                    0);
        }
    }
}
