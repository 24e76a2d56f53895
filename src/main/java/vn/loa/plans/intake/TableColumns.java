package vn.loa.plans.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What columns of tables say of their rows, where the head of a column says what it is about. */
final class TableColumns {
    /** Which unit leads. */
    private static final Pattern LEAD =
            Pattern.compile("(?:(?:don\\svi|co\\squan|bo\\sphan|phong|ban)\\s)?chu\\stri(?:\\sthuc\\shien)?");

    /** Of what a product is, in which language, where and for whom. */
    private static final Pattern TELLING = Pattern.compile(
            "(?:noi\\sdung|chu\\sde|de\\stai|ten|ngon\\sngu|tieng|dia\\sban|dia\\sdiem|noi|pham\\svi|doi\\stuong|ghi\\schu)(?:\\s(?:tuyen\\struyen|truyen\\sthong|thuc\\shien|san\\spham|hoat\\sdong|cong\\sviec|nhiem\\svu|the\\shien|phat|treo|dat|lap\\sdat|huong\\sden)){0,2}");

    /** So many cells, a number and a name, has what heads a group of rows. */
    private static final int OF_GROUP = 2;

    private final Pattern head;
    private final List<Integer> columns = new ArrayList<>();
    private int width;

    private TableColumns(Pattern head) {
        this.head = head;
    }

    /** By the row; rows of which nothing is said are not among them. A cell that reaches over several rows is said once, for all of them. */
    static Map<Paragraph, String> leads(List<Paragraph> paragraphs) {
        var table = new TableColumns(LEAD);
        var leads = new HashMap<Paragraph, String>();
        var last = "";
        for (var paragraph : paragraphs) {
            var cells = table.take(paragraph);
            if (cells.isEmpty()) {
                last = "";
            } else {
                var lead = cells.values().iterator().next();
                last = lead.isEmpty() ? last : lead;
                if (!last.isEmpty()) {
                    leads.put(paragraph, last);
                }
            }
        }
        return leads;
    }

    /** By the row, and by the column counted from 0: what tells products of one genre apart. Of whole rows alone: where cells are left out, it is not sure which. */
    static Map<Paragraph, Map<Integer, String>> telling(List<Paragraph> paragraphs) {
        var table = new TableColumns(TELLING);
        var said = new HashMap<Paragraph, Map<Integer, String>>();
        for (var paragraph : paragraphs) {
            var cells = table.take(paragraph);
            if (!cells.isEmpty() && cells(paragraph).length == table.width) {
                said.put(paragraph, cells);
            }
        }
        return said;
    }

    /** What its row says in the columns, empty where it says nothing; none for what is no row below a head. */
    private Map<Integer, String> take(Paragraph paragraph) {
        if (paragraph.kind() != IntakeBlock.Kind.ROW) {
            columns.clear();
            return Map.of();
        }
        var cells = cells(paragraph);
        if (isHead(cells)) {
            return Map.of();
        }
        if (columns.isEmpty() || cells.length <= OF_GROUP || cells.length > width) {
            return Map.of();
        }
        var row = new TreeMap<Integer, String>();
        // Empty cells at its end may be left out of a row.
        columns.forEach(column -> row.put(column, column < cells.length ? Letters.plain(cells[column]) : ""));
        return row;
    }

    private static String[] cells(Paragraph row) {
        return row.text().text().split("\t", -1);
    }

    private boolean isHead(String[] cells) {
        var found = new ArrayList<Integer>();
        for (var i = 0; i < cells.length; i++) {
            if (head.matcher(Letters.fold(Letters.plain(cells[i]))).matches()) {
                found.add(i);
            }
        }
        if (!found.isEmpty()) {
            columns.clear();
            columns.addAll(found);
            width = cells.length;
        }
        return !found.isEmpty();
    }
}
