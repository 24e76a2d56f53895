package vn.loa.programmes.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import vn.loa.common.Texts;
import vn.loa.programmes.packages.SheetLayout.Kind;
import vn.loa.programmes.packages.SheetLayout.Row;
import vn.loa.programmes.paper.Paper;
import vn.loa.programmes.paper.Paper.Style;

/** Prints what is played on a sheet of A4, in letters as large as it allows. What is too much for one sheet at the smallest goes on on further ones. */
final class ProgrammeSheet {
    private static final float MARGIN = 36;
    private static final float HEAD = 52;
    private static final float FOOT = 24;
    private static final float GAP = 16;
    private static final float TITLE = 17;
    private static final float SUBTITLE = 11;
    private static final float SMALL = 7.5f;

    /** Largest first. */
    private static final List<Form> FORMS = List.of(
            new Form(1, 13),
            new Form(2, 11),
            new Form(2, 10),
            new Form(2, 9),
            new Form(2, 8),
            new Form(2, 7.5f),
            new Form(3, 7),
            new Form(3, 6.5f),
            new Form(3, 6));

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
        var form = FORMS.stream()
                .filter(each -> laid(each, each.columns() + 1).size() <= each.columns())
                .findFirst()
                .orElse(FORMS.get(FORMS.size() - 1));
        var columns = laid(form, Integer.MAX_VALUE);
        for (var from = 0; from < columns.size(); from += form.columns()) {
            page(columns.subList(from, Math.min(columns.size(), from + form.columns())), form);
        }
    }

    private List<List<Row>> laid(Form form, int most) {
        return SheetLayout.of(
                content, paper.font(), form.size(), width(form), paper.height() - 2 * MARGIN - HEAD - FOOT, most);
    }

    /** Of a column. */
    private float width(Form form) {
        return (paper.width() - 2 * MARGIN - GAP * (form.columns() - 1)) / form.columns();
    }

    private void page(List<List<Row>> columns, Form form) throws IOException {
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
        paper.text(
                content.name() + (content.portal().isEmpty() ? "" : " · " + content.portal()),
                MARGIN,
                MARGIN,
                SMALL,
                Style.PLAIN);
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
