package vn.loa.programmes.log;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Entries of one day, in their order. */
public record LogDay(LocalDate date, List<LogLine> lines) {
    public LogDay {
        lines = List.copyOf(lines);
    }

    /** The latest day first. Pure. */
    public static List<LogDay> of(List<LogLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.local().toLocalDate(),
                        () -> new TreeMap<>(Comparator.<LocalDate>reverseOrder()),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new LogDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** How many of them count. */
    public long counting() {
        return lines.stream().filter(line -> !line.struck()).count();
    }

    /** Names those that count, each with the version that was read, as {@code 12.0 13.1}: who strikes them out has seen these. */
    public String marks() {
        return lines.stream().filter(line -> !line.struck()).map(LogLine::mark).collect(Collectors.joining(" "));
    }
}
