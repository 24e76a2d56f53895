package vn.loa.programmes.log;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;
import vn.loa.programmes.paper.PaperFlow;
import vn.loa.programmes.paper.PaperTable;
import vn.loa.programmes.paper.PaperTable.Cell;
import vn.loa.programmes.paper.PaperTable.Side;

/**
 * The log of a month as a paper that is signed and filed: A4 across, the head that letters of authorities have (Decree 30/2020/ND-CP), the entries, what they come to,
 * and room for two signatures. Its letters are in the file. Nothing is written before the sums: half a month would look like a whole one.
 */
public final class LogPaper implements LogWriter {
    private static final float[] WIDTHS = {4, 7, 6, 6, 22, 10, 7, 7, 14};
    private static final float[] SUM_WIDTHS = {30, 10, 8, 8, 8, 10};
    private static final float[] PRIORITY_WIDTHS = {20, 14, 8, 8, 10};
    private static final float USUAL = 10;
    private static final float LARGE = 14;
    private static final float GAP = 12;

    /** Of two signatures with their names. */
    private static final float ROOM = 90;

    /** From the table above them to the lower edge of the signatures: they are never alone on a page. */
    private static final float SIGNATURES = GAP * 2 + ROOM;

    private final LogPaperWords words;
    private final OutputStream out;
    private final Paper paper;
    private final PaperFlow flow;
    private final PaperTable table;
    private final String running;
    private int number;
    private @Nullable LocalDate day;

    /** A line of a block. */
    private record Said(String text, Style style) {}

    public LogPaper(StationLog.Head head, LogPaperWords words, OutputStream out) throws IOException {
        this.words = words;
        this.out = out;
        var title = words.text("log.paper.title", words.month(head));
        paper = Paper.across(title, words.messages().locale().getLanguage());
        flow = new PaperFlow(paper);
        var station = words.text("station.title", words.words().unit(head.place()));
        running = station + " · " + title;
        beside(
                List.of(
                        new Said(upper(words.text("log.paper.authority", words.of(head.place()))), Style.PLAIN),
                        new Said(upper(station), Style.BOLD)),
                List.of(
                        new Said(words.text("log.paper.country"), Style.BOLD),
                        new Said(words.text("log.paper.motto"), Style.BOLD)));
        flow.take(GAP);
        across(upper(title), LARGE);
        flow.take(GAP);
        table = new PaperTable(flow, WIDTHS, words.columns());
    }

    private String upper(String text) {
        return text.toUpperCase(words.messages().locale());
    }

    /** Two blocks, each in the middle of its half. */
    private void beside(List<Said> left, List<Said> right) throws IOException {
        var top = flow.take(Math.max(height(left), height(right)));
        block(left, top, flow.left(), flow.middle());
        block(right, top, flow.middle(), flow.right());
    }

    private float height(List<Said> lines) {
        return (float) lines.stream()
                .mapToDouble(line -> flow.height(line.text(), USUAL, flow.right() - flow.middle()))
                .sum();
    }

    private void block(List<Said> lines, float top, float left, float right) throws IOException {
        var edge = top;
        for (var line : lines) {
            edge = flow.centred(line.text(), left, right, edge, USUAL, line.style());
        }
    }

    private void across(String text, float size) throws IOException {
        var top = flow.take(flow.height(text, size, flow.right() - flow.left()));
        flow.centred(text, flow.left(), flow.right(), top, size, Style.BOLD);
    }

    @Override
    public void line(LogLine line) throws IOException {
        number++;
        var today = line.local().toLocalDate();
        var row = row(line, today.equals(day) ? "" : words.words().numbers(today));
        day = today;
        // Each day is named once, as in the books that people know, and on each sheet again.
        table.row(table.isForNextPage(row) ? row(line, words.words().numbers(today)) : row);
    }

    private List<Cell> row(LogLine line, String named) {
        return List.of(
                Cell.number(String.valueOf(number)),
                Cell.of(named),
                Cell.number(words.words().second(line.local())),
                Cell.number(words.length(line.seconds())),
                Cell.of(words.title(line)),
                Cell.of(words.of(line.genre())),
                Cell.of(words.language(line.language())),
                Cell.of(words.outcome(line.outcome())),
                Cell.of(line.note()));
    }

    @Override
    public void sums(StationLog.Head all, List<MonthReport.Line> priorities) throws IOException {
        if (number == 0) {
            table.whole(words.text("log.none"));
        }
        flow.take(GAP);
        flow.together(ROOM);
        across(words.text("log.sheet.sums"), USUAL);
        flow.take(GAP / 2);
        var sums = new PaperTable(flow, SUM_WIDTHS, words.sumColumns());
        for (var sum : all.sums()) {
            sums.row(List.of(
                    Cell.of(words.of(sum.title())),
                    Cell.of(words.language(sum.language())),
                    count(sum.aired()),
                    count(sum.cut()),
                    count(sum.missed()),
                    Cell.number(words.length(sum.seconds()))));
        }
        sums.last(
                List.of(
                        new Cell(words.text("log.total"), Side.LEFT, Style.BOLD),
                        Cell.of(""),
                        count(all.aired()),
                        count(all.cut()),
                        count(all.missed()),
                        Cell.number(words.length(all.seconds()))),
                priorities.isEmpty() ? SIGNATURES : 0);
        priorities(priorities);
        signatures();
        flow.number(running);
        paper.write(out);
    }

    private void priorities(List<MonthReport.Line> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        flow.take(GAP);
        // A short table: what it is called, all of it and the signatures stand on one page.
        flow.together(USUAL * Paper.LEADING + GAP / 2 + PaperTable.height(lines.size()) + SIGNATURES);
        across(words.text("log.sheet.priorities"), USUAL);
        flow.take(GAP / 2);
        var sums = new PaperTable(flow, PRIORITY_WIDTHS, words.priorityColumns());
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            sums.last(
                    List.of(
                            Cell.of(words.priority(line)),
                            Cell.of(words.language(line.language())),
                            count(line.aired()),
                            count(line.cut()),
                            Cell.number(words.length(line.seconds()))),
                    i + 1 == lines.size() ? SIGNATURES : 0);
        }
    }

    private Cell count(long count) {
        return Cell.number(words.words().number(count));
    }

    private void signatures() throws IOException {
        flow.together(SIGNATURES);
        flow.take(GAP * 2);
        beside(
                List.of(
                        new Said(" ", Style.PLAIN),
                        new Said(words.text("log.paper.writer"), Style.BOLD),
                        new Said(words.text("log.paper.sign"), Style.SLANTED)),
                List.of(
                        new Said(words.text("log.paper.date"), Style.SLANTED),
                        new Said(words.text("log.paper.head"), Style.BOLD),
                        new Said(words.text("log.paper.seal"), Style.SLANTED)));
    }

    @Override
    public void close() throws IOException {
        paper.close();
    }
}
