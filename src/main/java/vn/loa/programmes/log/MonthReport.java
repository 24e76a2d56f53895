package vn.loa.programmes.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.log.Confirmations.Moment;
import vn.loa.programmes.log.DueBroadcasts.Due;

/**
 * What a commune has aired in a month, as somebody looks at it before it is filed.
 *
 * @param lines what presses first, then by language
 * @param waiting how much of what was planned the log says nothing of
 * @param missed how often the log says that something was not aired
 * @param silent days, not after yesterday, on which something was planned, and of which the log names nothing that was heard
 * @param filed when it was filed; null while it is not
 */
public record MonthReport(
        YearMonth month,
        List<Line> lines,
        long waiting,
        long missed,
        List<LocalDate> silent,
        @Nullable Filed filed) {
    public MonthReport {
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
    }

    /**
     * How often something was heard.
     *
     * @param priority that it had in the programme; null when it stands in none
     * @param language code
     * @param aired to the end
     * @param cut broken off
     * @param seconds of what was heard, as far as it is known
     */
    public record Line(@Nullable ItemPriority priority, String language, long aired, long cut, long seconds) {}

    /** @param by name of the account that said so */
    public record Filed(Instant at, String by) {}

    /**
     * All that the log and the programmes say, of this month and of others.
     *
     * @param planned what everybody sees
     * @param stopped emergencies that nobody sees any more
     * @param due what of it was to be heard up to today, whether the log says anything of it or not
     */
    public record Told(List<PlannedItem> planned, List<PlannedItem> stopped, List<Due> due, List<Logged> logged) {
        public static final Told NOTHING = new Told(List.of(), List.of(), List.of(), List.of());

        public Told {
            planned = List.copyOf(planned);
            stopped = List.copyOf(stopped);
            due = List.copyOf(due);
            logged = List.copyOf(logged);
        }

        private List<PlannedItem> all() {
            return Stream.concat(planned.stream(), stopped.stream()).toList();
        }
    }

    public long aired() {
        return lines.stream().mapToLong(Line::aired).sum();
    }

    public long cut() {
        return lines.stream().mapToLong(Line::cut).sum();
    }

    public long seconds() {
        return lines.stream().mapToLong(Line::seconds).sum();
    }

    /** Whether nothing was planned, and nothing happened. */
    public boolean isEmpty() {
        return lines.isEmpty() && waiting == 0 && missed == 0 && silent.isEmpty();
    }

    /** Whether nothing has to be put right before it is filed. */
    public boolean isWhole() {
        return waiting == 0 && silent.isEmpty();
    }

    static MonthReport of(YearMonth month, Told all, LocalDateTime now, @Nullable Filed filed) {
        var planned = all.planned().stream()
                .filter(item -> month.equals(YearMonth.from(item.at())))
                .toList();
        return new MonthReport(
                month,
                lines(month, all.all(), all.logged()),
                DueBroadcasts.due(all.due(), all.stopped(), all.logged(), now).stream()
                        .filter(each -> month.equals(YearMonth.from(each.at())))
                        .count(),
                all.logged().stream()
                        .filter(each -> month.equals(YearMonth.from(each.at())) && !each.isHeard())
                        .count(),
                silent(planned, all.logged(), now.toLocalDate()),
                filed);
    }

    /**
     * What is heard in one month, what presses first. An entry has the priority of what was planned that it answers.
     *
     * @param planned of the days around it, too
     * @param told of the days around it, too: what was planned for midnight may be heard before
     */
    static List<Line> lines(YearMonth month, List<PlannedItem> planned, List<Logged> told) {
        var answers = Confirmations.answers(
                planned.stream()
                        .map(item -> new Moment(item.at(), item.heard()))
                        .toList(),
                told.stream().map(Logged::moment).toList());
        record Of(int rank, String language) {}
        var groups = new TreeMap<Of, List<Aired>>(Comparator.comparing(Of::rank).thenComparing(Of::language));
        for (var i = 0; i < told.size(); i++) {
            var answered = answers.get(i);
            var rank = answered == null ? 1 : -planned.get(answered).priority().ordinal();
            var logged = told.get(i);
            if (logged.isHeard() && month.equals(YearMonth.from(logged.at()))) {
                groups.computeIfAbsent(new Of(rank, logged.aired().language()), none -> new ArrayList<>())
                        .add(logged.aired());
            }
        }
        return groups.entrySet().stream()
                .map(group -> {
                    var rank = group.getKey().rank();
                    var each = group.getValue();
                    return new Line(
                            rank > 0 ? null : ItemPriority.values()[-rank],
                            group.getKey().language(),
                            times(each, AiredOutcome.AIRED),
                            times(each, AiredOutcome.CUT),
                            each.stream().mapToLong(Aired::seconds).sum());
                })
                .toList();
    }

    private static long times(List<Aired> told, AiredOutcome outcome) {
        return told.stream().filter(each -> each.outcome() == outcome).count();
    }

    /** Days that were planned, and of which nothing is told: what was heard a minute before midnight, as what was planned for it, is told of both. */
    private static List<LocalDate> silent(List<PlannedItem> planned, List<Logged> told, LocalDate today) {
        var heard = told.stream()
                .filter(Logged::isHeard)
                .flatMap(each -> Stream.of(each.at(), each.moment().at()))
                .map(LocalDateTime::toLocalDate)
                .collect(Collectors.toSet());
        return planned.stream()
                .map(item -> item.at().toLocalDate())
                .filter(day -> day.isBefore(today) && !heard.contains(day))
                .distinct()
                .sorted()
                .toList();
    }
}
