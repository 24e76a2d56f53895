package vn.loa.programmes.packages;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.packages.PackageContent.Day;
import vn.loa.programmes.packages.PackageContent.Item;
import vn.loa.programmes.packages.PackageContent.Part;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;
import vn.loa.programmes.paper.PaperFont;

/** The days of a week side by side on one sheet that lies across. Where names are too long they are shortened, and what is played again on the same day is named shortly. Lengths are in points. */
final class WeekGrid {
    private static final float GAP = 9;
    private static final int MOST_DAYS = 7;
    private static final float BEFORE_SLOT = 0.4f;

    /** Lines of what is heard again on its day. */
    private static final int AGAIN = 2;

    private static final int WHOLE = Integer.MAX_VALUE;

    /** With whole names, the largest letters first. */
    static final List<Form> WHOLE_NAMES = List.of(new Form(10, WHOLE), new Form(9, WHOLE), new Form(8, WHOLE));

    /** From what reads well to what is barely read on a wall. */
    static final List<Form> SHORT_NAMES = List.of(new Form(8, 3), new Form(7.5f, 3), new Form(7, 3), new Form(7, 2));

    private final SheetFrame frame;
    private final PackageWords words;
    private final PaperFont font;
    private final Form form;
    private final float width;

    /** @param most lines of what is played */
    record Form(float size, int most) {}

    /** A line. @param base from the top of its column */
    private record Line(String text, Style style, boolean ruled, float base) {}

    /** The lines of a day. */
    private final class Column {
        private final List<Line> lines = new ArrayList<>();
        private float used;

        private void put(String text, Style style, boolean ruled) {
            used += Paper.LEADING * form.size();
            lines.add(new Line(text, style, ruled, used));
        }
    }

    private WeekGrid(SheetFrame frame, Form form) {
        this.frame = frame;
        this.words = frame.words();
        this.font = frame.font();
        this.form = form;
        this.width = frame.width(frame.content().days().size(), GAP);
    }

    /** @return 1; 0 where there is no room for all of it on one sheet */
    static int print(SheetFrame frame, List<Form> forms) throws IOException {
        if (frame.content().days().size() > MOST_DAYS) {
            return 0;
        }
        for (var form : forms) {
            var grid = new WeekGrid(frame, form);
            var columns = grid.columns();
            if (columns.isPresent()) {
                grid.draw(columns.get());
                return 1;
            }
        }
        return 0;
    }

    private Optional<List<Column>> columns() {
        var columns = new ArrayList<Column>();
        for (var day : frame.content().days()) {
            var column = column(day);
            if (column.used > frame.height()) {
                return Optional.empty();
            }
            columns.add(column);
        }
        return Optional.of(columns);
    }

    private Column column(Day day) {
        var column = new Column();
        var heading = words.heading(day.played());
        var lines = font.lines(heading, form.size(), width);
        for (var i = 0; i < lines.size(); i++) {
            column.put(lines.get(i), Style.BOLD, i == lines.size() - 1);
        }
        var named = new HashSet<Heard>();
        var extra = false;
        for (var part : day.parts()) {
            part(column, part, named, extra && part.block().extra());
            extra = part.block().extra();
        }
        return column;
    }

    /** @param goesOn whether the heading above is of this one, too */
    private void part(Column column, Part part, Set<Heard> named, boolean goesOn) {
        if (!goesOn) {
            column.used += BEFORE_SLOT * form.size();
            font.lines(words.slot(part.block()), form.size(), width)
                    .forEach(line -> column.put(line, Style.BOLD, false));
        }
        for (var item : part.items()) {
            var sound = item.sound();
            var first = named.add(new Heard(sound.product(), sound.language()));
            lines(item, first ? form.most() : Math.min(AGAIN, form.most()))
                    .forEach(line -> column.put(line, Style.PLAIN, false));
        }
    }

    /** When it begins, what it is called as far as there is room, in which language, and how long it is. */
    private List<String> lines(Item item, int most) {
        var before = words.wording().second(item.line().at()) + " " + words.urgent(item);
        var behind = "\u00a0(" + words.shortly(item).replace(' ', '\u00a0') + ")\u00a0" + words.length(item);
        var title = words.title(item);
        return ShortTitle.lines(font, before, title, behind, form.size(), width, most);
    }

    private void draw(List<Column> columns) throws IOException {
        frame.turn("");
        var left = frame.left();
        for (var column : columns) {
            for (var line : column.lines) {
                var base = frame.top() - line.base();
                if (line.ruled()) {
                    frame.paper().rule(left, left + width, base - 0.3f * form.size());
                }
                frame.paper().text(line.text(), left, base, form.size(), line.style());
            }
            left += width + GAP;
        }
    }
}
