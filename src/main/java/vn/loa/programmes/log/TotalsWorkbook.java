package vn.loa.programmes.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import vn.loa.common.TimeSource;
import vn.loa.programmes.log.LogTotals.Totals;

/** What communes have aired in a month as a workbook: a sheet by commune, and one by work. */
public final class TotalsWorkbook {
    private static final double[] WIDTHS = {40, 12, 12, 12, 14, 20};
    private static final double[] WORK_WIDTHS = {52, 14, 12, 12, 12, 14, 12};

    private TotalsWorkbook() {}

    /** The stream stays open. */
    public static void write(Totals totals, LogPaperWords words, OutputStream out) throws IOException {
        try (var workbook = LogSheet.book(out)) {
            places(workbook, totals, words);
            works(workbook, totals, words);
        }
    }

    private static List<String> titles(Totals totals, LogPaperWords words) {
        return List.of(
                words.text("log.totals.of", words.words().month(totals.month().atDay(1))));
    }

    private static void places(Workbook workbook, Totals totals, LogPaperWords words) throws IOException {
        var sheet = new LogSheet(
                workbook,
                words.text("log.sheet.places"),
                WIDTHS,
                titles(totals, words),
                words.columns("place", "aired", "cut", "missed", "length", "latest"));
        for (var place : totals.places()) {
            sheet.text(0, words.of(place.label()));
            sheet.count(1, place.aired());
            sheet.count(2, place.cut());
            sheet.count(3, place.missed());
            sheet.length(4, place.seconds());
            if (place.latest() != null) {
                sheet.moment(5, LocalDateTime.ofInstant(place.latest(), TimeSource.ZONE));
            }
            sheet.next();
        }
        sheet.finish();
    }

    private static void works(Workbook workbook, Totals totals, LogPaperWords words) throws IOException {
        var sheet = new LogSheet(
                workbook,
                words.text("log.sheet.works"),
                WORK_WIDTHS,
                titles(totals, words),
                words.columns("title", "language", "aired", "cut", "missed", "length", "places"));
        for (var sum : totals.works()) {
            sheet.text(0, words.of(sum.title()));
            sheet.text(1, words.language(sum.language()));
            sheet.count(2, sum.aired());
            sheet.count(3, sum.cut());
            sheet.count(4, sum.missed());
            sheet.length(5, sum.seconds());
            sheet.count(6, sum.places());
            sheet.next();
        }
        sheet.finish();
    }
}
