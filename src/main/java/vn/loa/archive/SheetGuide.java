package vn.loa.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Taxonomies;

/** Explains the columns of the sheet to those who fill it in, and what may be written in them. */
final class SheetGuide {
    private final Messages words;

    SheetGuide(Messages words) {
        this.words = words;
    }

    String title() {
        return words.text("archive.guide");
    }

    /** What stands in a column of the line that is an example. Other languages than Vietnamese are left to those who speak them. */
    String example(SheetColumn.Cell cell) {
        var key = "archive.example." + cell.column().code();
        var isOurs = cell.language().isEmpty() || cell.language().equals(Texts.FALLBACK);
        return isOurs && words.has(key) ? words.text(key) : "";
    }

    /** Name and explanation of each column, then the codes and names of what can be chosen. */
    List<List<String>> rows(List<SheetColumn.Cell> columns, Taxonomies taxonomies) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(words.text("archive.guide.lead"), ""));
        for (var cell : columns) {
            var explained = words.text("archive.guide." + cell.column().code());
            rows.add(List.of(
                    cell.header(),
                    SheetColumn.required().contains(cell)
                            ? words.text("archive.guide.required") + " " + explained
                            : explained));
        }
        list(SheetColumn.GENRE, taxonomies.genres().stream().map(item -> row(item.code(), item.label())), rows);
        list(SheetColumn.TOPICS, taxonomies.topics().stream().map(item -> row(item.code(), item.label())), rows);
        list(SheetColumn.AUDIENCES, taxonomies.audiences().stream().map(item -> row(item.code(), item.label())), rows);
        list(SheetColumn.AGENCY, taxonomies.agencies().stream().map(item -> row(item.code(), item.label())), rows);
        return rows;
    }

    private static void list(SheetColumn column, Stream<List<String>> items, List<List<String>> rows) {
        rows.add(List.of("", ""));
        rows.add(List.of(column.header(""), ""));
        items.forEach(rows::add);
    }

    private static List<String> row(String code, Texts label) {
        return List.of(code, label.in(Texts.FALLBACK));
    }
}
