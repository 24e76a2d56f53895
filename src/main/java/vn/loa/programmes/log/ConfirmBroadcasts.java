package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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
     * What somebody has seen and chosen.
     *
     * @param names of those that are due, as {@link DueBroadcasts.Due#name} names them; others are passed over
     * @param days all that was due of these days, up to the last that was seen, as {@link DueDay#name} names it
     */
    public record Chosen(Collection<String> names, Collection<LocalDateTime> days) {
        public Chosen {
            names = Set.copyOf(names);
            days = List.copyOf(days);
        }

        boolean holds(Due due) {
            return names.contains(due.name())
                    || days.stream()
                            .anyMatch(last -> due.at().toLocalDate().equals(last.toLocalDate())
                                    && !due.at().isAfter(last));
        }
    }

    /** What was written down. @param days of which, in order */
    public record Said(int count, List<LocalDate> days) {
        public Said {
            days = List.copyOf(days);
        }
    }

    /**
     * @param unit name of the commune in addresses
     * @param note why it was not aired, or evidence that it was
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public Said confirm(String unit, Chosen chosen, AiredOutcome outcome, String note, Actor by) {
        var these = due.of(unit, by).stream()
                .filter(chosen::holds)
                .limit(WriteLog.MOST)
                .toList();
        if (these.isEmpty()) {
            return new Said(0, List.of());
        }
        var entries = these.stream()
                .map(each -> entry(unit, each, outcome, note).keyed(LogEntry.OF_PROGRAMME))
                .toList();
        var taken = write.append(entries, LogOrigin.HAND, by);
        var days = IntStream.range(0, these.size())
                .filter(i -> taken.get(i).result() == Result.STORED)
                .mapToObj(i -> these.get(i).at().toLocalDate())
                .toList();
        return new Said(days.size(), days.stream().distinct().sorted().toList());
    }

    private static LogEntry entry(String unit, Due due, AiredOutcome outcome, String note) {
        var planned = due.at().atZone(TimeSource.ZONE).toInstant();
        return new LogEntry("", unit, planned, due.slug(), due.language(), due.seconds(), outcome, note, planned);
    }
}
