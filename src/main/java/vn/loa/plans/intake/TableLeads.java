package vn.loa.plans.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Which unit leads what each row of a table promises, where the table has a column that says so. A cell that reaches over several rows is said once, for all of them. */
final class TableLeads {
    private static final Pattern HEAD =
            Pattern.compile("(?:(?:don\\svi|co\\squan|bo\\sphan|phong|ban)\\s)?chu\\stri(?:\\sthuc\\shien)?");

    private static final int NO_COLUMN = -1;

    /** So many cells, a number and a name, has what heads a group of rows. */
    private static final int OF_GROUP = 2;

    private final Map<Paragraph, String> leads = new HashMap<>();
    private int column = NO_COLUMN;
    private int columns;
    private String last = "";

    private TableLeads() {}

    /** By the row; rows of which nothing is said are not among them. */
    static Map<Paragraph, String> in(List<Paragraph> paragraphs) {
        var table = new TableLeads();
        paragraphs.forEach(table::take);
        return table.leads;
    }

    private void take(Paragraph paragraph) {
        if (paragraph.kind() != IntakeBlock.Kind.ROW) {
            column = NO_COLUMN;
            return;
        }
        var cells = paragraph.text().text().split("\t", -1);
        for (var i = 0; i < cells.length; i++) {
            if (HEAD.matcher(Letters.fold(Letters.plain(cells[i]))).matches()) {
                column = i;
                columns = cells.length;
                last = "";
                return;
            }
        }
        if (column == NO_COLUMN || cells.length <= OF_GROUP || cells.length > columns) {
            last = "";
            return;
        }
        // Empty cells at its end may be left out of a row.
        var said = column < cells.length ? Letters.plain(cells[column]) : "";
        last = said.isEmpty() ? last : said;
        if (!last.isEmpty()) {
            leads.put(paragraph, last);
        }
    }
}
