package vn.loa.programmes.log;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Writes the log of a month, entry by entry, then what it comes to. For one thread; the stream below stays open when it is closed. */
public interface LogWriter extends Closeable {
    /** The next entry, in order of time. */
    void line(LogLine line) throws IOException;

    /** What all of it comes to, by work and by what it was planned with, last of all. */
    void sums(StationLog.Head head, List<MonthReport.Line> priorities) throws IOException;
}
