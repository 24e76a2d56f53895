package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import vn.loa.accounts.Actor;
import vn.loa.common.TimeSource;
import vn.loa.programmes.log.DueBroadcasts.Due;
import vn.loa.programmes.log.WriteLog.Result;

/** Says of what was planned whether it was aired. Sent twice, it is said once. */
@ApplicationScoped
@Transactional
public class ConfirmBroadcasts {
    @Inject
    private DueBroadcasts due;

    @Inject
    private WriteLog write;

    /**
     * @param unit name of the commune in addresses
     * @param names of those that are due, as {@link DueBroadcasts.Due#name} names them; others are passed over
     * @param note why it was not aired, or evidence that it was
     * @return how many were written down
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public long confirm(String unit, Collection<String> names, AiredOutcome outcome, String note, Actor by) {
        var wanted = Set.copyOf(names);
        return confirm(unit, each -> wanted.contains(each.name()), outcome, note, by);
    }

    /**
     * Says that all of a day was aired that was due when somebody looked.
     *
     * @param unit name of the commune in addresses
     * @param last when the last of these was to begin: what is due since was not seen
     * @return how many were written down
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public long confirmDay(String unit, LocalDateTime last, Actor by) {
        return confirm(
                unit,
                each -> each.at().toLocalDate().equals(last.toLocalDate())
                        && !each.at().isAfter(last),
                AiredOutcome.AIRED,
                "",
                by);
    }

    private long confirm(String unit, Predicate<Due> chosen, AiredOutcome outcome, String note, Actor by) {
        var entries = due.of(unit, by).stream()
                .filter(chosen)
                .limit(WriteLog.MOST)
                .map(each -> entry(unit, each, outcome, note).keyed("lich"))
                .toList();
        return entries.isEmpty()
                ? 0
                : write.append(entries, LogOrigin.HAND, by).stream()
                        .filter(taken -> taken.result() == Result.STORED)
                        .count();
    }

    private static LogEntry entry(String unit, Due due, AiredOutcome outcome, String note) {
        var planned = due.at().atZone(TimeSource.ZONE).toInstant();
        return new LogEntry("", unit, planned, due.slug(), due.language(), due.seconds(), outcome, note, planned);
    }
}
