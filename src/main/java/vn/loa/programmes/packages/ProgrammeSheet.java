package vn.loa.programmes.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Texts;
import vn.loa.programmes.packages.SheetLayout.Kind;
import vn.loa.programmes.packages.SheetLayout.Row;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;

/**
 * Prints what is played on a sheet of A4 for a wall, in letters as large as it allows: one day below the other, or, where that is too long, each beside the other, or in
 * more columns with shortened titles. Only what has no room in the smallest letters that can be read there goes on on further sheets, in larger ones.
 */
final class ProgrammeSheet {
    private static final float GAP = 16;

    private static final int WHOLE = Integer.MAX_VALUE;

    /** Upright, the largest first. */
    private static final List<Form> FORMS = List.of(
            new Form(1, 13, WHOLE),
            new Form(1, 12, WHOLE),
            new Form(2, 11, WHOLE),
            new Form(2, 10, WHOLE),
            new Form(2, 9, WHOLE));

    /** Across, where days that are much longer than others would not fit beside them. */
    private static final List<Form> ACROSS = List.of(new Form(3, 9, WHOLE), new Form(3, 8, WHOLE), new Form(4, 8, 2));

    /** The last before there is a second sheet. */
    private static final List<Form> SHORTENED = List.of(new Form(4, 7.5f, 2), new Form(4, 7, 2), new Form(4, 7, 1));

    private final SheetFrame frame;

    /** @param lines that something may take */
    private record Form(int columns, float size, int lines) {}

    /** What was printed. */
    static final class Printed {
        private final byte[] pdf;
        private final int pages;

        private Printed(byte[] pdf, int pages) {
            this.pdf = pdf;
            this.pages = pages;
        }

        /** The same for the same content. */
        byte[] pdf() {
            return pdf.clone();
        }

        int pages() {
            return pages;
        }
    }

    /** Fills a paper. @return how many pages it has */
    private interface Filling {
        int fill(SheetFrame frame) throws IOException;
    }

    private ProgrammeSheet(SheetFrame frame) {
        this.frame = frame;
    }

    static Printed of(PackageContent content) throws IOException {
        // Nothing is drawn on a paper on which it would not fit.
        var upright = printed(content, true, frame -> onOne(frame, FORMS));
        if (upright.isPresent()) {
            return upright.get();
        }
        var across = printed(content, false, ProgrammeSheet::across);
        return across.isPresent()
                ? across.get()
                : printed(content, true, frame -> new ProgrammeSheet(frame).print(FORMS.get(FORMS.size() - 1)))
                        .orElseThrow();
    }

    private static int across(SheetFrame frame) throws IOException {
        var pages = WeekGrid.print(frame, WeekGrid.WHOLE_NAMES);
        pages = pages > 0 ? pages : onOne(frame, ACROSS);
        pages = pages > 0 ? pages : WeekGrid.print(frame, WeekGrid.SHORT_NAMES);
        return pages > 0 ? pages : onOne(frame, SHORTENED);
    }

    private static int onOne(SheetFrame frame, List<Form> forms) throws IOException {
        var sheet = new ProgrammeSheet(frame);
        var form = forms.stream().filter(sheet::isRoom).findFirst();
        return form.isPresent() ? sheet.print(form.get()) : 0;
    }

    /** @param fill answers 0 where there is no room */
    private static Optional<Printed> printed(PackageContent content, boolean upright, Filling fill) throws IOException {
        var words = new PackageWords(content);
        var title = words.title() + ", " + words.days();
        try (var paper = upright ? Paper.upright(title, Texts.FALLBACK) : Paper.across(title, Texts.FALLBACK)) {
            paper.number(Long.parseUnsignedLong(content.fingerprint().substring(0, 15), 16));
            var pages = fill.fill(new SheetFrame(content, paper));
            if (pages == 0) {
                return Optional.empty();
            }
            var bytes = new ByteArrayOutputStream();
            paper.write(bytes);
            return Optional.of(new Printed(bytes.toByteArray(), pages));
        }
    }

    private int print(Form form) throws IOException {
        var columns = laid(form, Integer.MAX_VALUE);
        var pages = (columns.size() + form.columns() - 1) / form.columns();
        for (var page = 0; page < pages; page++) {
            var from = page * form.columns();
            page(
                    columns.subList(from, Math.min(columns.size(), from + form.columns())),
                    form,
                    pages == 1 ? "" : (page + 1) + "/" + pages);
        }
        return pages;
    }

    private boolean isRoom(Form form) {
        return laid(form, form.columns() + 1).size() <= form.columns();
    }

    private List<List<Row>> laid(Form form, int most) {
        return SheetLayout.of(
                frame.content(), frame.font(), form.size(), width(form), frame.height(), form.lines(), most);
    }

    /** Of a column. */
    private float width(Form form) {
        return frame.width(form.columns(), GAP);
    }

    /** @param number which page it is; empty when it is the only one */
    private void page(List<List<Row>> columns, Form form, String number) throws IOException {
        frame.turn(number);
        var left = frame.left();
        for (var column : columns) {
            for (var row : column) {
                row(row, left, frame.top() - row.top(), form);
            }
            left += width(form) + GAP;
        }
    }

    private void row(Row row, float left, float base, Form form) throws IOException {
        var size = form.size();
        var paper = frame.paper();
        if (row.kind() == Kind.DAY) {
            paper.rule(left, left + width(form), base - 0.3f * size);
        }
        paper.text(row.time(), left, base, size, Style.PLAIN);
        var indent = row.kind() == Kind.ITEM ? SheetLayout.indent(size) : 0;
        paper.text(row.text(), left + indent, base, size, row.kind() == Kind.ITEM ? Style.PLAIN : Style.BOLD);
    }
}
