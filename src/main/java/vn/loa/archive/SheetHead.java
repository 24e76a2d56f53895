package vn.loa.archive;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PlainText;

/** The first line of a sheet: which column is where. */
final class SheetHead {
    private final List<SheetColumn.@Nullable Cell> cells = new ArrayList<>();

    /**
     * @param languages codes of the languages in which something can be written
     * @throws ArchiveRefused when a column is missing that must be there, is there twice, or is not known: what stands in it would be lost without a word
     */
    SheetHead(List<String> names, List<String> languages) {
        var unknown = new ArrayList<String>();
        for (var name : names) {
            var written = PlainText.line(name);
            var cell = SheetColumn.find(written, languages).orElse(null);
            if (cell == null && !written.isEmpty()) {
                unknown.add(written);
            }
            if (cell != null && cells.contains(cell)) {
                throw new ArchiveRefused(Problem.COLUMN_TWICE, cell.header());
            }
            cells.add(cell);
        }
        var missing = SheetColumn.required().stream()
                .filter(cell -> !cells.contains(cell))
                .map(SheetColumn.Cell::header)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ArchiveRefused(Problem.MISSING_COLUMNS, missing);
        }
        if (!unknown.isEmpty()) {
            throw new ArchiveRefused(Problem.UNKNOWN_COLUMNS, String.join(", ", unknown));
        }
    }

    /** What stands in a line, by the names of columns; what only people read is left out. In NFC. */
    Map<String, String> read(List<String> fields) {
        var read = new LinkedHashMap<String, String>();
        for (var i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (cell != null && !cell.column().isForPeople()) {
                var text = i < fields.size() ? fields.get(i) : "";
                read.put(cell.name(), Normalizer.normalize(PlainText.lines(text), Normalizer.Form.NFC));
            }
        }
        return read;
    }

    /** The name of the column at this place; empty when it is none that counts. */
    String nameAt(int place) {
        var cell = place < cells.size() ? cells.get(place) : null;
        return cell == null || cell.column().isForPeople() ? "" : cell.name();
    }
}
