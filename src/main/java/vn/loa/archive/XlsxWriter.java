package vn.loa.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.loa.common.KeptOpen;

/** A sheet as a workbook: every cell is text, so none is a formula. Rows are written as they come. */
final class XlsxWriter implements SheetWriter {
    /** What a cell holds at most, by the rules of the format; in characters. */
    private static final int LONGEST = 32_767;

    private static final int PIECE = 100;
    private static final double WIDE = 28;
    private static final double WIDER = 90;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int next;

    XlsxWriter(OutputStream out) {
        workbook = new Workbook(new KeptOpen(out), "Loa", "1.0");
    }

    @Override
    public void head(List<String> names) throws IOException {
        var made = begin("Sản phẩm");
        for (var i = 0; i < names.size(); i++) {
            made.width(i, WIDE);
        }
        made.freezePane(1, 1);
        row(names);
        made.range(0, 0, 0, Math.max(0, names.size() - 1)).style().bold().set();
    }

    private Worksheet begin(String title) throws IOException {
        finish();
        var made = workbook.newWorksheet(title);
        sheet = made;
        next = 0;
        return made;
    }

    @Override
    public void row(List<String> cells) throws IOException {
        var open = sheet;
        if (open == null) {
            throw new IllegalStateException("The names of the columns come first");
        }
        for (var i = 0; i < cells.size(); i++) {
            var text = cells.get(i);
            if (!text.isEmpty()) {
                open.inlineString(next, i, text.length() > LONGEST ? SheetColumn.KEPT : text);
            }
        }
        next++;
        if (next % PIECE == 0) {
            open.flush();
        }
    }

    @Override
    public void explain(String title, List<List<String>> rows) throws IOException {
        var made = begin(title);
        made.width(0, WIDE);
        made.width(1, WIDER);
        for (var cells : rows) {
            row(cells);
        }
    }

    private void finish() throws IOException {
        var open = sheet;
        if (open != null) {
            open.finish();
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        workbook.finish();
    }
}
