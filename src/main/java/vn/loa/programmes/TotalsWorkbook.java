package vn.loa.programmes;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.loa.common.TimeSource;
import vn.loa.programmes.LogTotals.Totals;

/** What communes have aired in a month as a workbook: a sheet by commune, and one by work. */
public final class TotalsWorkbook {
    private static final double[] WIDTHS = {40, 12, 12, 12, 14, 20};
    private static final double[] WORK_WIDTHS = {52, 14, 12, 12, 12, 14, 12};
    private static final int FIRST_ROW = 2;
    private static final double SECONDS_OF_DAY = 86_400;

    private TotalsWorkbook() {}

    /** The stream stays open. */
    public static void write(Totals totals, LogPaperWords words, OutputStream out) throws IOException {
        var kept = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try (var workbook = new Workbook(kept, "Loa", "1.0")) {
            places(begin(workbook, words.text("log.sheet.places"), WIDTHS, totals, words), totals, words);
            works(begin(workbook, words.text("log.sheet.works"), WORK_WIDTHS, totals, words), totals, words);
        }
    }

    private static Worksheet begin(
            Workbook workbook, String name, double[] widths, Totals totals, LogPaperWords words) {
        var sheet = workbook.newWorksheet(name);
        for (var i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
        sheet.inlineString(
                0,
                0,
                words.text("log.totals.of", words.words().month(totals.month().atDay(1))));
        sheet.style(0, 0).bold().fontSize(14).set();
        return sheet;
    }

    private static void heads(Worksheet sheet, LogPaperWords words, List<String> names) {
        for (var i = 0; i < names.size(); i++) {
            sheet.inlineString(FIRST_ROW, i, words.text("log.column." + names.get(i)));
        }
        sheet.range(FIRST_ROW, 0, FIRST_ROW, names.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        sheet.freezePane(1, FIRST_ROW + 1);
    }

    private static void places(Worksheet sheet, Totals totals, LogPaperWords words) throws IOException {
        heads(sheet, words, List.of("place", "aired", "cut", "missed", "length", "latest"));
        var row = FIRST_ROW + 1;
        for (var place : totals.places()) {
            sheet.inlineString(row, 0, words.of(place.label()));
            sheet.value(row, 1, place.aired());
            sheet.value(row, 2, place.cut());
            sheet.value(row, 3, place.missed());
            length(sheet, row, 4, place.seconds());
            if (place.latest() != null) {
                sheet.value(row, 5, LocalDateTime.ofInstant(place.latest(), TimeSource.ZONE));
                sheet.style(row, 5).format("dd/mm/yyyy hh:mm").set();
            }
            row++;
        }
        sheet.finish();
    }

    private static void works(Worksheet sheet, Totals totals, LogPaperWords words) throws IOException {
        heads(sheet, words, List.of("title", "language", "aired", "cut", "missed", "length", "places"));
        var row = FIRST_ROW + 1;
        for (var sum : totals.works()) {
            sheet.inlineString(row, 0, words.of(sum.title()));
            sheet.inlineString(row, 1, words.language(sum.language()));
            sheet.value(row, 2, sum.aired());
            sheet.value(row, 3, sum.cut());
            sheet.value(row, 4, sum.missed());
            length(sheet, row, 5, sum.seconds());
            sheet.value(row, 6, sum.places());
            row++;
        }
        sheet.finish();
    }

    private static void length(Worksheet sheet, int row, int column, long seconds) {
        if (seconds > 0) {
            sheet.value(row, column, seconds / SECONDS_OF_DAY);
            sheet.style(row, column).format("[h]:mm:ss").set();
        }
    }
}
