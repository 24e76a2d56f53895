package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;
import vn.loa.programmes.PlannedItem.Heard;

/** Says what was heard to its end by what stations tell of themselves: the log, which knows programmes, and which they do not know. */
public interface HeardUrgently {
    /** @param place id of the commune @param planned when it was to begin, by the clock of Vietnam */
    record Told(long place, LocalDateTime planned, Heard heard) {}

    /** Of what was planned at these communes for this moment or later. At most one statement. @param places ids */
    Set<Told> since(Collection<Long> places, LocalDateTime planned);
}
