package vn.loa.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSound;
import vn.loa.common.Texts;

/**
 * The programme of a week as those see it who plan it.
 *
 * @param code of the commune in addresses
 * @param template whether it is one that communes copy
 * @param version that forms are about; 0 when there is none yet
 * @param state of the whole
 * @param days of the week
 * @param problems that are about no single item
 * @param spoken seconds in each language, by code
 * @param undo whether the last change can be taken back
 * @param redo whether that can be taken back
 * @param changes what was done, the latest first
 */
public record WorkWeek(
        String code,
        Texts place,
        boolean template,
        Week week,
        long version,
        State state,
        List<Day> days,
        List<ScheduleProblem> problems,
        Map<String, Integer> spoken,
        boolean undo,
        boolean redo,
        List<Change> changes) {

    public WorkWeek {
        days = List.copyOf(days);
        problems = List.copyOf(problems);
        spoken = Map.copyOf(spoken);
        changes = List.copyOf(changes);
    }

    /** How far a week is. */
    public enum State {
        NONE,
        /** Nobody sees it. */
        DRAFT,
        /** Everybody sees an earlier edition. */
        CHANGED,
        PUBLISHED
    }

    /** @param extra what is played outside of slots */
    public record Day(LocalDate date, @Nullable Holiday holiday, List<SlotPlan> slots, List<Line> extra) {
        public Day {
            slots = List.copyOf(slots);
            extra = List.copyOf(extra);
        }
    }

    /**
     * @param played in seconds, of what can be played
     * @param past whether it has begun
     */
    public record SlotPlan(Slot slot, List<Line> lines, List<ScheduleProblem> problems, int played, boolean past) {
        public SlotPlan {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }

        /** By which {@link EditProgramme#save} knows it again. */
        public String mark() {
            return SlotMark.ofLines(lines);
        }

        /** In seconds; less than 0 when it is too long. */
        public int left() {
            return slot.seconds() - played;
        }

        /** How full it is, in percent, at most 100. */
        public int percent() {
            return Math.min(PlanningRule.WHOLE, PlanningRule.WHOLE * played / slot.seconds());
        }
    }

    /**
     * @param title of the work, also when it cannot be played any more; without any text when nobody knows it
     * @param sound null when it cannot be played now
     * @param problems about it
     */
    public record Line(
            LocalDateTime at,
            long product,
            Texts title,
            String language,
            int seconds,
            ItemPriority priority,
            @Nullable StationSound sound,
            List<ScheduleProblem> problems) {
        public Line {
            problems = List.copyOf(problems);
        }

        public LocalDateTime end() {
            return at.plusSeconds(seconds);
        }

        public Optional<StationSound> playable() {
            return Optional.ofNullable(sound);
        }
    }

    /** @param by name of who did it @param reason code of what was done */
    public record Change(Instant at, String by, String reason) {}

    /** Whether everybody sees it, or an earlier edition of it. */
    public boolean isShown() {
        return state == State.CHANGED || state == State.PUBLISHED;
    }

    /** How many things cannot be played any more. */
    public long unplayable() {
        return days.stream()
                .flatMap(day -> day.slots().stream())
                .flatMap(slot -> slot.lines().stream())
                .filter(line -> line.sound() == null)
                .count();
    }
}
