package vn.loa.programmes.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.loa.common.KeptOpen;

/** A sheet of a workbook about what was aired: what it is about, the names of the columns, which stay in sight, then row by row. Texts are texts, so none is a formula. Rows are written as they come. */
final class LogSheet {
    private static final int PIECE = 100;
    private static final int LARGE = 14;
    private static final double SECONDS_OF_DAY = 86_400;

    private final Worksheet sheet;
    private final int columns;
    private final int first;
    private int row;

    /** @param widths of the columns, in letters @param titles lines above the names @param names of the columns */
    LogSheet(Workbook book, String name, double[] widths, List<String> titles, List<String> names) {
        sheet = book.newWorksheet(name);
        columns = widths.length;
        for (var i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
        for (var title : titles) {
            sheet.inlineString(row++, 0, title);
        }
        sheet.style(0, 0).bold().fontSize(LARGE).set();
        row++;
        for (var i = 0; i < names.size(); i++) {
            sheet.inlineString(row, i, names.get(i));
        }
        sheet.range(row, 0, row, names.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(1, row + 1);
        first = ++row;
    }

    /** The stream stays open. */
    static Workbook book(OutputStream out) {
        return new Workbook(new KeptOpen(out), "Loa", "1.0");
    }

    /** From 1. */
    int number() {
        return row - first + 1;
    }

    void text(int column, String text) {
        sheet.inlineString(row, column, text);
    }

    void count(int column, long count) {
        sheet.value(row, column, count);
    }

    void day(int column, LocalDate day) {
        sheet.value(row, column, day);
        sheet.style(row, column).format("dd/mm/yyyy").set();
    }

    void time(int column, LocalTime time) {
        sheet.value(row, column, time.toSecondOfDay() / SECONDS_OF_DAY);
        sheet.style(row, column).format("hh:mm:ss").set();
    }

    void moment(int column, LocalDateTime moment) {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("dd/mm/yyyy hh:mm").set();
    }

    /** In seconds; stays empty for 0, when nobody knows. */
    void length(int column, long seconds) {
        if (seconds > 0) {
            sheet.value(row, column, seconds / SECONDS_OF_DAY);
            sheet.style(row, column).format("[h]:mm:ss").set();
        }
    }

    /** Marks this row, which is filled already. */
    void bold() {
        sheet.range(row, 0, row, columns - 1).style().bold().set();
    }

    /** This row is done. */
    void next() throws IOException {
        row++;
        if ((row - first) % PIECE == 0) {
            sheet.flush();
        }
    }

    void finish() throws IOException {
        sheet.finish();
    }
}
