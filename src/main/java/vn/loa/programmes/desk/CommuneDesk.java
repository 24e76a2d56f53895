package vn.loa.programmes.desk;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkWeek;
import vn.loa.programmes.log.DueDay;
import vn.loa.programmes.log.MonthReport;
import vn.loa.programmes.playout.PairPlayout.Player;

/**
 * What the officer of a commune has to know of its station today, and what waits for them.
 *
 * @param code of the commune in addresses
 * @param station null while none is set up
 * @param slots how many it has in a usual week
 * @param now by the clock of Vietnam
 * @param today what is heard today
 * @param ahead what is heard after this moment, up to the end of next week, the first few; the first is next
 * @param weeks this week and the next, as far as the station has slots in them that are not over
 * @param due what was planned and nobody has told of, day by day, the latest day first, so many days and no more
 * @param waiting how much that is, of all days
 * @param since the first of these days; null when there is none
 * @param players browsers that are paired with it, who was heard of last first
 * @param expected when a player should have been heard of by now; null when nothing was planned since yesterday
 * @param report of last month until it is filed, else of this one
 * @param lastFiled whether the report of the month before that is filed
 */
public record CommuneDesk(
        String code,
        Texts place,
        @Nullable HeardStation station,
        int slots,
        LocalDateTime now,
        List<PlayedDay.Line> today,
        List<PlayedDay.Line> ahead,
        List<Coming> weeks,
        List<DueDay> due,
        int waiting,
        @Nullable LocalDate since,
        List<Player> players,
        @Nullable LocalDateTime expected,
        MonthReport report,
        boolean lastFiled) {
    static final int MOST_AHEAD = 3;

    /** Of days that wait; the log has the others. */
    static final int MOST_DAYS = 7;

    public CommuneDesk {
        today = List.copyOf(today);
        ahead = List.copyOf(ahead);
        weeks = List.copyOf(weeks);
        due = List.copyOf(due);
        players = List.copyOf(players);
    }

    /**
     * A week that somebody plans.
     *
     * @param current whether it is the one of today
     * @param version that steps are about
     */
    public record Coming(Week week, boolean current, WorkWeek.State state, long version) {
        /** Whether everybody sees what is worked on. */
        public boolean isDone() {
            return state == WorkWeek.State.PUBLISHED;
        }

        /** Whether everybody sees something. */
        public boolean isShown() {
            return isDone() || state == WorkWeek.State.CHANGED;
        }
    }

    /** What is heard at this moment. */
    public Optional<PlayedDay.Line> playing() {
        return today.stream()
                .filter(line -> !line.at().isAfter(now) && line.end().isAfter(now))
                .findFirst();
    }
}
