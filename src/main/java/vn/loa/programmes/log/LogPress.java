package vn.loa.programmes.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What somebody has done to a log with one press.
 *
 * @param outcome what they said became of what was planned, before anything was struck out
 * @param struck whether they have struck it out
 * @param days on which it was planned, or heard, in order
 * @param ids of entries
 */
public record LogPress(Instant at, AiredOutcome outcome, boolean struck, List<LocalDate> days, List<Long> ids) {
    public LogPress {
        days = List.copyOf(days);
        ids = List.copyOf(ids);
    }

    /** One entry of it. */
    record Touched(long id, Instant at, AiredOutcome outcome, boolean struck, LocalDate day) {}

    /** The latest first. Pure. */
    static List<LogPress> of(List<Touched> touched) {
        record Press(Instant at, boolean struck, AiredOutcome outcome) {}
        var presses = new LinkedHashMap<Press, List<Touched>>();
        touched.stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                // What is struck out at once is one press, whatever had become of each.
                .forEach(each -> presses.computeIfAbsent(
                                new Press(
                                        each.at(), each.struck(), each.struck() ? AiredOutcome.AIRED : each.outcome()),
                                none -> new ArrayList<>())
                        .add(each));
        return presses.entrySet().stream()
                .map(press -> new LogPress(
                        press.getKey().at(),
                        press.getKey().outcome(),
                        press.getKey().struck(),
                        press.getValue().stream()
                                .map(Touched::day)
                                .distinct()
                                .sorted()
                                .toList(),
                        press.getValue().stream().map(Touched::id).sorted().toList()))
                .toList();
    }
}
