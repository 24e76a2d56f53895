package vn.loa.programmes.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.common.Texts;
import vn.loa.programmes.packages.SheetLayout.Kind;
import vn.loa.programmes.packages.SheetLayout.Row;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;

/** Prints what is played on a sheet of A4 for a wall, in letters as large as it allows, or on two: none are smaller than can be read there. */
final class ProgrammeSheet {
    private static final float MARGIN = 36;
    private static final float HEAD = 52;
    private static final float FOOT = 24;
    private static final float GAP = 16;
    private static final float TITLE = 17;
    private static final float SUBTITLE = 11;
    private static final float SMALL = 9;

    /** More than these only where the smallest letters need them. */
    private static final int PAGES = 2;

    /** Largest first. */
    private static final List<Form> FORMS =
            List.of(new Form(1, 13), new Form(1, 12), new Form(2, 11), new Form(2, 10), new Form(2, 9));

    private final PackageContent content;
    private final PackageWords words;
    private final Paper paper;

    private record Form(int columns, float size) {}

    private ProgrammeSheet(PackageContent content, PackageWords words, Paper paper) {
        this.content = content;
        this.words = words;
        this.paper = paper;
    }

    /** A PDF; the same for the same content. */
    static byte[] of(PackageContent content) throws IOException {
        var words = new PackageWords(content);
        try (var paper = Paper.upright(words.title() + ", " + words.days(), Texts.FALLBACK)) {
            paper.number(Long.parseUnsignedLong(content.fingerprint().substring(0, 15), 16));
            new ProgrammeSheet(content, words, paper).print();
            var bytes = new ByteArrayOutputStream();
            paper.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void print() throws IOException {
        var form = IntStream.rangeClosed(1, PAGES)
                .boxed()
                .flatMap(pages -> FORMS.stream().filter(each -> isRoom(each, pages)))
                .findFirst()
                .orElse(FORMS.get(FORMS.size() - 1));
        var columns = laid(form, Integer.MAX_VALUE);
        var pages = (columns.size() + form.columns() - 1) / form.columns();
        for (var page = 0; page < pages; page++) {
            var from = page * form.columns();
            page(
                    columns.subList(from, Math.min(columns.size(), from + form.columns())),
                    form,
                    pages == 1 ? "" : (page + 1) + "/" + pages);
        }
    }

    private boolean isRoom(Form form, int pages) {
        var most = pages * form.columns();
        return laid(form, most + 1).size() <= most;
    }

    private List<List<Row>> laid(Form form, int most) {
        return SheetLayout.of(
                content, paper.font(), form.size(), width(form), paper.height() - 2 * MARGIN - HEAD - FOOT, most);
    }

    /** Of a column. */
    private float width(Form form) {
        return (paper.width() - 2 * MARGIN - GAP * (form.columns() - 1)) / form.columns();
    }

    /** @param number which page it is; empty when it is the only one */
    private void page(List<List<Row>> columns, Form form, String number) throws IOException {
        paper.turn();
        var top = paper.height() - MARGIN;
        paper.text(words.title(), MARGIN, top - TITLE, TITLE, Style.BOLD);
        paper.text(
                words.days() + " · " + words.text("programme.zone"),
                MARGIN,
                top - TITLE - SUBTITLE * 1.7f,
                SUBTITLE,
                Style.PLAIN);
        var left = MARGIN;
        for (var column : columns) {
            for (var row : column) {
                row(row, left, top - HEAD - row.top(), form);
            }
            left += width(form) + GAP;
        }
        foot(words.marks(), MARGIN + SMALL * Paper.LEADING);
        foot(
                Stream.of(content.name(), content.portal(), number)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(" · ")),
                MARGIN);
    }

    private void foot(String text, float base) throws IOException {
        paper.text(text, MARGIN, base, SMALL, Style.PLAIN);
    }

    private void row(Row row, float left, float base, Form form) throws IOException {
        var size = form.size();
        if (row.kind() == Kind.DAY) {
            paper.rule(left, left + width(form), base - 0.3f * size);
        }
        paper.text(row.time(), left, base, size, Style.PLAIN);
        var indent = row.kind() == Kind.ITEM ? SheetLayout.indent(size) : 0;
        paper.text(row.text(), left + indent, base, size, row.kind() == Kind.ITEM ? Style.PLAIN : Style.BOLD);
    }
}
