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
 * Prints what is played on a sheet of A4 for a wall, in letters as large as it allows: one day below the other, or, where that is too long, each beside the other.
 * Only what has no room in the smallest letters that can be read there goes on on further sheets, in larger ones.
 */
final class ProgrammeSheet {
    private static final float GAP = 16;

    /** Largest first. */
    private static final List<Form> FORMS =
            List.of(new Form(1, 13), new Form(1, 12), new Form(2, 11), new Form(2, 10), new Form(2, 9));

    private final SheetFrame frame;

    private record Form(int columns, float size) {}

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
        var upright = printed(content, true, frame -> {
            var sheet = new ProgrammeSheet(frame);
            var form = FORMS.stream().filter(sheet::isRoom).findFirst();
            return form.isPresent() ? sheet.print(form.get()) : 0;
        });
        if (upright.isPresent()) {
            return upright.get();
        }
        var across = printed(content, false, WeekGrid::print);
        return across.isPresent()
                ? across.get()
                : printed(content, true, frame -> new ProgrammeSheet(frame).print(FORMS.get(FORMS.size() - 1)))
                        .orElseThrow();
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
        return SheetLayout.of(frame.content(), frame.font(), form.size(), width(form), frame.height(), most);
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
