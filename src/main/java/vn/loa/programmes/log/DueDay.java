package vn.loa.programmes.log;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.loa.programmes.log.DueBroadcasts.Due;

/** What waits of one day, in order. */
public record DueDay(LocalDate date, List<Due> items) {
    public DueDay {
        items = List.copyOf(items);
    }

    /** The latest day first. Pure. */
    public static List<DueDay> of(List<Due> due) {
        return due.stream()
                .collect(Collectors.groupingBy(
                        each -> each.at().toLocalDate(),
                        () -> new TreeMap<>(Comparator.<LocalDate>reverseOrder()),
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(day -> new DueDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** Names what somebody says of all of it who has seen it: what is over later was not seen. */
    public String name() {
        return items.get(items.size() - 1).at().toString();
    }
}
