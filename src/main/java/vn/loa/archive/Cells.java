package vn.loa.archive;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Several things in one cell: each on a line of its own, or, where there is only one line, parted by semicolons. */
final class Cells {
    private Cells() {}

    static List<String> parts(String cell) {
        return Arrays.stream(cell.split(cell.contains("\n") ? "\n" : ";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** As {@link #parts} takes it. */
    static String joined(List<String> parts) {
        var isParted = parts.size() == 1 && parts.get(0).contains(";");
        return parts.stream().collect(Collectors.joining("\n")) + (isParted ? "\n" : "");
    }
}
