package vn.loa.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.loa.common.Csv;

/** A sheet as a text in UTF-8, with the mark by which spreadsheets know that; formulas are none there. */
final class CsvWriter implements SheetWriter {
    private final OutputStream out;

    CsvWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void head(List<String> names) throws IOException {
        write(Csv.MARK + Csv.row(List.copyOf(names)));
    }

    @Override
    public void row(List<String> cells) throws IOException {
        write(Csv.row(List.copyOf(cells)));
    }

    @Override
    public void explain(String title, List<List<String>> rows) {
        // There is no place for it: every line is one of the table.
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
