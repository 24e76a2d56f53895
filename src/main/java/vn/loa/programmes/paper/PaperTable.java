package vn.loa.programmes.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import vn.loa.programmes.paper.Paper.Style;

/** A table in frames, as wide as the paper allows, row by row; the names of its columns stand on each page again. */
public final class PaperTable {
    private static final float SIZE = 8.5f;
    private static final float LEADING = Paper.LEADING * SIZE;
    private static final float PADDING = 3;

    /** From the lower edge of a line to the base of its letters. */
    private static final float DESCENT = 0.25f * SIZE;

    private final PaperFlow flow;
    private final List<Float> widths;
    private final List<Laid> head;

    /** What stands in a cell. */
    public record Cell(String text, Side side, Style style) {
        public static Cell of(String text) {
            return new Cell(text, Side.LEFT, Style.PLAIN);
        }

        /** At the right, as numbers stand. */
        public static Cell number(String text) {
            return new Cell(text, Side.RIGHT, Style.PLAIN);
        }
    }

    /** Where a text stands in its cell. */
    public enum Side {
        LEFT,
        MIDDLE,
        RIGHT
    }

    private record Laid(Cell cell, float width, List<String> lines) {
        private Laid part(int from, int most) {
            var begin = Math.min(from, lines.size());
            return new Laid(cell, width, lines.subList(begin, Math.min(begin + most, lines.size())));
        }
    }

    /** @param shares of the columns in the width @param names of the columns, as many */
    public PaperTable(PaperFlow flow, float[] shares, List<String> names) throws IOException {
        this.flow = flow;
        var room = flow.right() - flow.left();
        var all = (float)
                IntStream.range(0, shares.length).mapToDouble(i -> shares[i]).sum();
        widths = IntStream.range(0, shares.length)
                .mapToObj(i -> shares[i] / all * room)
                .toList();
        head = laid(names.stream()
                .map(name -> new Cell(name, Side.MIDDLE, Style.BOLD))
                .toList());
        flow.together(height(head) + LEADING + 2 * PADDING);
        draw(head);
    }

    /** How high a table is of so many rows of one line each, with the names of its columns. */
    public static float height(int rows) {
        return (rows + 1) * (LEADING + 2 * PADDING);
    }

    private List<Laid> laid(List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> laid(cells.get(i), widths.get(i)))
                .toList();
    }

    private Laid laid(Cell cell, float width) {
        return new Laid(cell, width, flow.paper().font().lines(cell.text(), SIZE, width - 2 * PADDING));
    }

    /** @param cells one for each column */
    public void row(List<Cell> cells) throws IOException {
        put(laid(cells));
    }

    /** The last row, on the page of what comes after the table. @param below how high that is */
    public void last(List<Cell> cells, float below) throws IOException {
        var row = laid(cells);
        if (!flow.fits(height(row) + below)) {
            turn();
        }
        put(row);
    }

    private void turn() throws IOException {
        flow.turn();
        draw(head);
    }

    /** Whether this row would begin a page. */
    public boolean isForNextPage(List<Cell> cells) {
        return !flow.fits(height(laid(cells)));
    }

    /** A row of one cell. */
    public void whole(String text) throws IOException {
        put(List.of(laid(new Cell(text, Side.MIDDLE, Style.PLAIN), flow.right() - flow.left())));
    }

    /** What is higher than a page goes on on the next one. */
    private void put(List<Laid> row) throws IOException {
        var most = (int) ((flow.most() - height(head) - 2 * PADDING) / LEADING);
        var lines = lines(row);
        for (var from = 0; from < lines; from += most) {
            var first = from;
            var part = row.stream().map(cell -> cell.part(first, most)).toList();
            if (!flow.fits(height(part))) {
                turn();
            }
            draw(part);
        }
    }

    private static int lines(List<Laid> row) {
        return row.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    }

    private static float height(List<Laid> row) {
        return lines(row) * LEADING + 2 * PADDING;
    }

    private void draw(List<Laid> row) throws IOException {
        var height = height(row);
        var top = flow.take(height);
        var left = flow.left();
        for (var cell : row) {
            flow.paper().frame(left, top - height, cell.width(), height);
            var edge = top - (height - cell.lines().size() * LEADING) / 2;
            for (var line : cell.lines()) {
                edge -= LEADING;
                flow.paper()
                        .text(
                                line,
                                begin(cell, line, left),
                                edge + DESCENT,
                                SIZE,
                                cell.cell().style());
            }
            left += cell.width();
        }
    }

    private float begin(Laid cell, String line, float left) {
        var free = cell.width() - 2 * PADDING - flow.paper().font().width(line, SIZE);
        return left
                + PADDING
                + switch (cell.cell().side()) {
                    case LEFT -> 0;
                    case MIDDLE -> free / 2;
                    case RIGHT -> free;
                };
    }
}
