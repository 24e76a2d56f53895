package vn.loa.programmes.log;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Adds up the entries of a log as they are written, so that what they come to is what stands there. Not safe for use by several threads. */
public final class LogSums {
    private record Heard(String slug, String language) {}

    private final Map<Heard, LogSum> sums = new LinkedHashMap<>();
    private final Set<Long> ids = new HashSet<>();

    /** One more, of one commune. */
    public void add(LogLine line) {
        ids.add(line.id());
        sums.merge(new Heard(line.slug(), line.language()), one(line), LogSums::both);
    }

    private static LogSum one(LogLine line) {
        var outcome = line.outcome();
        return new LogSum(
                line.slug(),
                line.title(),
                line.language(),
                outcome == AiredOutcome.AIRED ? 1 : 0,
                outcome == AiredOutcome.CUT ? 1 : 0,
                outcome == AiredOutcome.MISSED ? 1 : 0,
                line.seconds(),
                outcome == AiredOutcome.AIRED ? 1 : 0);
    }

    private static LogSum both(LogSum one, LogSum other) {
        return new LogSum(
                one.slug(),
                one.title(),
                one.language(),
                one.aired() + other.aired(),
                one.cut() + other.cut(),
                one.missed() + other.missed(),
                one.seconds() + other.seconds(),
                Math.max(one.places(), other.places()));
    }

    /** What was aired most often first. */
    List<LogSum> all() {
        return sums.values().stream().sorted(LogSum.IN_ORDER).toList();
    }

    /** Whether an entry was added. @param id of the entry */
    boolean holds(long id) {
        return ids.contains(id);
    }
}
