package vn.loa.archive;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes a sheet row by row. For one thread; the stream below stays open when it is closed. */
interface SheetWriter extends Closeable {
    /** The names of the columns, first of all. */
    void head(List<String> names) throws IOException;

    void row(List<String> cells) throws IOException;

    /** Texts for people beside the sheet, where there is a place for them: name and explanation in each row. */
    void explain(String title, List<List<String>> rows) throws IOException;
}
