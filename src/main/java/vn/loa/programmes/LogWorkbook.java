package vn.loa.programmes;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The log of a month as a workbook: a sheet of entries, and one of what they come to. Texts are texts, so none is a formula. Rows are written as they come. */
public final class LogWorkbook implements LogWriter {
    private static final int PIECE = 100;
    private static final double[] WIDTHS = {6, 12, 10, 12, 48, 22, 14, 14, 40};
    private static final double[] SUM_WIDTHS = {48, 14, 12, 12, 12, 16};
    private static final int FIRST_ROW = 3;
    private static final double SECONDS_OF_DAY = 86_400;

    private final LogPaperWords words;
    private final Workbook workbook;
    private final Worksheet entries;
    private int next = FIRST_ROW + 1;

    public LogWorkbook(StationLog.Head head, LogPaperWords words, OutputStream out) {
        this.words = words;
        workbook = new Workbook(
                new FilterOutputStream(out) {
                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        out.write(bytes, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                },
                "Loa",
                "1.0");
        entries = begin(words.text("log.sheet.entries"), WIDTHS, head);
        heads(entries, words.columns());
    }

    private Worksheet begin(String name, double[] widths, StationLog.Head head) {
        var sheet = workbook.newWorksheet(name);
        for (var i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
        sheet.inlineString(0, 0, words.text("log.paper.title", words.month(head)));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.inlineString(1, 0, words.text("station.title", words.words().unit(head.place())));
        return sheet;
    }

    private static void heads(Worksheet sheet, List<String> names) {
        for (var i = 0; i < names.size(); i++) {
            sheet.inlineString(FIRST_ROW, i, names.get(i));
        }
        sheet.range(FIRST_ROW, 0, FIRST_ROW, names.size() - 1)
                .style()
                .bold()
                .wrapText(true)
                .set();
        sheet.freezePane(1, FIRST_ROW + 1);
    }

    @Override
    public void line(LogLine line) throws IOException {
        var at = line.local();
        entries.value(next, 0, next - FIRST_ROW);
        entries.value(next, 1, at.toLocalDate());
        entries.style(next, 1).format("dd/mm/yyyy").set();
        entries.value(next, 2, at.toLocalTime().toSecondOfDay() / SECONDS_OF_DAY);
        entries.style(next, 2).format("hh:mm:ss").set();
        length(entries, next, 3, line.seconds());
        entries.inlineString(next, 4, words.title(line));
        entries.inlineString(next, 5, words.of(line.genre()));
        entries.inlineString(next, 6, words.language(line.language()));
        entries.inlineString(next, 7, words.outcome(line.outcome()));
        entries.inlineString(next, 8, line.note());
        next++;
        if (next % PIECE == 0) {
            entries.flush();
        }
    }

    private static void length(Worksheet sheet, int row, int column, long seconds) {
        if (seconds > 0) {
            sheet.value(row, column, seconds / SECONDS_OF_DAY);
            sheet.style(row, column).format("[h]:mm:ss").set();
        }
    }

    @Override
    public void sums(StationLog.Head head) throws IOException {
        entries.finish();
        var sheet = begin(words.text("log.sheet.sums"), SUM_WIDTHS, head);
        heads(sheet, words.sumColumns());
        var row = FIRST_ROW + 1;
        for (var sum : head.sums()) {
            sheet.inlineString(row, 0, words.of(sum.title()));
            sheet.inlineString(row, 1, words.language(sum.language()));
            numbers(sheet, row, sum.aired(), sum.cut(), sum.missed(), sum.seconds());
            row++;
        }
        sheet.inlineString(row, 0, words.text("log.total"));
        numbers(sheet, row, head.aired(), head.cut(), head.missed(), head.seconds());
        sheet.range(row, 0, row, SUM_WIDTHS.length - 1).style().bold().set();
        sheet.finish();
    }

    private static void numbers(Worksheet sheet, int row, long aired, long cut, long missed, long seconds) {
        sheet.value(row, 2, aired);
        sheet.value(row, 3, cut);
        sheet.value(row, 4, missed);
        length(sheet, row, 5, seconds);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
