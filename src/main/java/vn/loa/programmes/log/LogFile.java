package vn.loa.programmes.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a table of broadcasts that was brought in.
 *
 * @param problem code of why nothing of it was taken; null when its lines were read
 * @param detail names of columns, or a number, that the problem is about
 * @param stored how many lines were taken
 * @param known how many were in the log already
 * @param refused how many were not taken
 * @param faults of the first that were not taken
 */
public record LogFile(
        long id,
        String name,
        Instant at,
        @Nullable String problem,
        String detail,
        int stored,
        int known,
        int refused,
        List<Fault> faults) {
    /** So many are told; the others are counted. */
    public static final int MOST_FAULTS = 200;

    public LogFile {
        faults = List.copyOf(faults);
    }

    /** Whether there were more faults than are told. */
    public boolean isCutShort() {
        return faults.size() >= MOST_FAULTS;
    }

    /** @param line of the file, from 1 */
    public record Fault(int line, LogFault fault) {}
}
