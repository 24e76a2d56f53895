package vn.loa.programmes.packages;

import java.util.ArrayList;
import java.util.List;
import vn.loa.programmes.packages.PackageContent.Day;
import vn.loa.programmes.packages.PackageContent.Item;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.PaperFont;

/** Breaks what is played into lines and columns of a size. Lengths are in points. */
final class SheetLayout {
    private static final float BEFORE_DAY = 0.7f;
    private static final float INDENT = 4.3f;

    private final PackageWords words;
    private final PaperFont font;
    private final float size;
    private final float width;
    private final float height;
    private final int lines;
    private final List<List<Row>> columns = new ArrayList<>();
    private List<Row> column = new ArrayList<>();
    private String goesOn = "";
    private float used;

    /** What a line is. */
    enum Kind {
        DAY,
        SLOT,
        ITEM
    }

    /** A line. @param time stands before it; empty where there is none @param top from the top of its column to its base line */
    record Row(Kind kind, String time, String text, float top) {}

    private SheetLayout(PackageWords words, PaperFont font, float size, float width, float height, int lines) {
        this.words = words;
        this.font = font;
        this.size = size;
        this.width = width;
        this.height = height;
        this.lines = lines;
    }

    /**
     * @param size of the letters
     * @param width of a column
     * @param lines that something may take: its title is shortened before it takes more
     * @param most columns that are of use: when there are more, not all of them are answered
     * @return what stands in each column
     */
    static List<List<Row>> of(
            PackageContent content, PaperFont font, float size, float width, float height, int lines, int most) {
        var layout = new SheetLayout(new PackageWords(content), font, size, width, height, lines);
        for (var days = content.days().iterator(); days.hasNext() && layout.columns.size() < most; ) {
            layout.add(days.next());
        }
        layout.columns.add(layout.column);
        return layout.columns;
    }

    /** Where the text of an item begins, beside its time. */
    static float indent(float size) {
        return INDENT * size;
    }

    private void add(Day day) {
        var heading = words.heading(day.played());
        if (!column.isEmpty()) {
            used += BEFORE_DAY * size;
        }
        // A heading never stands at the foot of a column, alone or with nothing but the time below it.
        for (var line : font.lines(heading, size, width)) {
            put(Kind.DAY, "", line, 3);
        }
        goesOn = words.text("package.sheet.goes-on", words.day(day.played().date()));
        var extra = false;
        for (var part : day.parts()) {
            if (!extra || !part.block().extra()) {
                put(Kind.SLOT, "", words.slot(part.block()), 2);
            }
            extra = part.block().extra();
            part.items().forEach(this::add);
        }
    }

    private void add(Item item) {
        var urgent = words.urgent(item);
        // Beside names, what they are heard in and how long they are takes as little of the line as it can.
        var broken = ShortTitle.lines(
                font,
                urgent,
                words.title(item),
                " (" + words.shortly(item) + ")\u00a0· " + words.length(item),
                size,
                width - indent(size),
                lines);
        for (var i = 0; i < broken.size(); i++) {
            put(
                    Kind.ITEM,
                    i == 0 ? words.wording().second(item.line().at()) : "",
                    broken.get(i),
                    i == 0 ? broken.size() : 1);
        }
    }

    /** @param together so many lines, this one among them, should stand in one column */
    private void put(Kind kind, String time, String text, int together) {
        if (used + together * Paper.LEADING * size > height && !column.isEmpty()) {
            columns.add(column);
            column = new ArrayList<>();
            used = 0;
            if (kind != Kind.DAY) {
                // Whoever reads this column alone knows which day it is.
                font.lines(goesOn, size, width).forEach(line -> row(Kind.DAY, "", line));
            }
        }
        row(kind, time, text);
    }

    private void row(Kind kind, String time, String text) {
        used += Paper.LEADING * size;
        column.add(new Row(kind, time, text, used));
    }
}
