package vn.loa.archive;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several things in one cell: each on a line of its own, or, where there is only one line, parted by semicolons. */
final class Cells {
    /** What somebody did, and who. */
    record Credit(String role, String name) {}

    private Cells() {}

    static List<String> parts(String cell) {
        return Arrays.stream(cell.split(cell.contains("\n") ? "\n" : ";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** What somebody did, a colon, and who; a colon within the first has a stroke before it. */
    static String credit(String role, String name) {
        return role.replace(":", "\\:") + ": " + name;
    }

    /** The two parts of it; empty when it is none. */
    static Optional<Credit> credit(String part) {
        var halves = part.split("(?<!\\\\):", 2);
        var role = halves[0].replace("\\:", ":").strip();
        return halves.length < 2 || role.isEmpty() || halves[1].isBlank()
                ? Optional.empty()
                : Optional.of(new Credit(role, halves[1].strip()));
    }

    /** As {@link #parts} takes it. */
    static String joined(List<String> parts) {
        var isParted = parts.size() == 1 && parts.get(0).contains(";");
        return parts.stream().collect(Collectors.joining("\n")) + (isParted ? "\n" : "");
    }
}
