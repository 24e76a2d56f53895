package vn.loa.media.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.media.documents.Block;

/**
 * The words of rows in the order in which people read them. A page in columns looks like a table whose rows are its lines; read across, the sentences of
 * one column are cut by those of the next.
 */
final class TextColumns {
    /** Of fewer lines nobody can tell. */
    private static final int FEWEST = 3;

    private TextColumns() {}

    /** @param rows that follow one another in one table */
    static String words(List<Block.TableRow> rows) {
        return runDown(rows) ? down(rows) : across(rows);
    }

    private static String across(List<Block.TableRow> rows) {
        return rows.stream()
                .map(row -> row.cells().stream()
                        .map(Block.Cell::text)
                        .filter(cell -> !cell.isBlank())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String down(List<Block.TableRow> rows) {
        var columns = new ArrayList<String>();
        for (var i = 0; i < rows.get(0).cells().size(); i++) {
            var column = i;
            columns.add(rows.stream()
                    .map(row -> row.cells().get(column).text())
                    .filter(cell -> !cell.isBlank())
                    .collect(Collectors.joining(" ")));
        }
        return String.join("\n", columns);
    }

    /** Whether most lines go on with the sentence of the line above them, which cells of a table do not. */
    private static boolean runDown(List<Block.TableRow> rows) {
        var wide = rows.get(0).cells().size();
        if (wide < 2
                || rows.size() < FEWEST
                || rows.stream().anyMatch(row -> row.cells().size() != wide)) {
            return false;
        }
        var below = rows.stream()
                .skip(1)
                .flatMap(row -> row.cells().stream())
                .map(Block.Cell::text)
                .toList();
        return 2 * below.stream().filter(TextColumns::goesOn).count() > below.size();
    }

    private static boolean goesOn(String line) {
        return !line.isEmpty() && Character.isLowerCase(line.codePointAt(0));
    }
}
