package vn.loa.programmes.log;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** The log of a month as a workbook: a sheet of entries, and one of what they come to. Rows are written as they come. */
public final class LogWorkbook implements LogWriter {
    private static final double[] WIDTHS = {6, 12, 10, 12, 48, 22, 14, 14, 40};
    private static final double[] SUM_WIDTHS = {48, 14, 12, 12, 12, 16};
    private static final double[] PRIORITY_WIDTHS = {20, 14, 12, 12, 16};

    private final LogPaperWords words;
    private final Workbook workbook;
    private final LogSheet entries;

    public LogWorkbook(StationLog.Head head, LogPaperWords words, OutputStream out) {
        this.words = words;
        workbook = LogSheet.book(out);
        entries = new LogSheet(workbook, words.text("log.sheet.entries"), WIDTHS, titles(head), words.columns());
    }

    private List<String> titles(StationLog.Head head) {
        return List.of(
                words.text("log.paper.title", words.month(head)),
                words.text("station.title", words.words().unit(head.place())));
    }

    @Override
    public void line(LogLine line) throws IOException {
        var at = line.local();
        entries.count(0, entries.number());
        entries.day(1, at.toLocalDate());
        entries.time(2, at.toLocalTime());
        entries.length(3, line.seconds());
        entries.text(4, words.title(line));
        entries.text(5, words.of(line.genre()));
        entries.text(6, words.language(line.language()));
        entries.text(7, words.outcome(line.outcome()));
        entries.text(8, line.note());
        entries.next();
    }

    @Override
    public void sums(StationLog.Head head, List<MonthReport.Line> priorities) throws IOException {
        entries.finish();
        var sheet = new LogSheet(workbook, words.text("log.sheet.sums"), SUM_WIDTHS, titles(head), words.sumColumns());
        for (var sum : head.sums()) {
            sheet.text(0, words.of(sum.title()));
            sheet.text(1, words.language(sum.language()));
            numbers(sheet, sum.aired(), sum.cut(), sum.missed(), sum.seconds());
            sheet.next();
        }
        sheet.text(0, words.text("log.total"));
        numbers(sheet, head.aired(), head.cut(), head.missed(), head.seconds());
        sheet.bold();
        sheet.finish();
        priorities(head, priorities);
    }

    private void priorities(StationLog.Head head, List<MonthReport.Line> lines) throws IOException {
        var sheet = new LogSheet(
                workbook, words.text("log.sheet.priorities"), PRIORITY_WIDTHS, titles(head), words.priorityColumns());
        for (var line : lines) {
            sheet.text(0, words.priority(line));
            sheet.text(1, words.language(line.language()));
            sheet.count(2, line.aired());
            sheet.count(3, line.cut());
            sheet.length(4, line.seconds());
            sheet.next();
        }
        sheet.finish();
    }

    private static void numbers(LogSheet sheet, long aired, long cut, long missed, long seconds) {
        sheet.count(2, aired);
        sheet.count(3, cut);
        sheet.count(4, missed);
        sheet.length(5, seconds);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
