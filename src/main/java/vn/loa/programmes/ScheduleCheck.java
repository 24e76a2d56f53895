package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.ScheduleProblem.Kind;

/**
 * Looks for what is wrong with a programme, or at least worth knowing. Pure.
 *
 * @param slots in which the station is on air
 * @param lengths of everything that can be played now, in whole seconds
 * @param heard what is played in other weeks
 */
public record ScheduleCheck(List<Slot> slots, PlanningRule rule, Map<Heard, Integer> lengths, List<PlannedItem> heard) {
    /** So many seconds at the end of a slot are nobody's business. */
    public static final int SMALL_GAP = 30;

    /** In percent points. */
    private static final int FAR_FROM_SHARE = 15;

    /** Everything, in order of time; of a share at the very end. */
    public List<ScheduleProblem> of(Schedule schedule) {
        var problems = new ArrayList<ScheduleProblem>();
        var items = schedule.items();
        var busy = LocalDateTime.MIN;
        for (var item : items) {
            if (lengths.containsKey(item.heard())) {
                if (busy.isAfter(item.at())) {
                    problems.add(about(item, Kind.OVERLAP, seconds(item.at(), busy)));
                }
                busy = end(item).isAfter(busy) ? end(item) : busy;
            }
            place(item, problems);
            length(item, problems);
        }
        repeats(items, problems);
        slots.forEach(slot -> empty(slot, schedule, problems));
        problems.sort(Comparator.comparing(ScheduleProblem::at));
        shares(items, problems);
        return problems;
    }

    private static long seconds(LocalDateTime from, LocalDateTime until) {
        return Duration.between(from, until).toSeconds();
    }

    /** With the file of today, which may have become longer since it was planned. */
    private LocalDateTime end(PlannedItem item) {
        return item.at().plusSeconds(seconds(item));
    }

    private int seconds(PlannedItem item) {
        return Math.max(item.seconds(), lengths.getOrDefault(item.heard(), 0));
    }

    private static ScheduleProblem about(PlannedItem item, Kind kind, long seconds) {
        return new ScheduleProblem(kind, item.at(), item.product(), item.language(), seconds);
    }

    private void place(PlannedItem item, List<ScheduleProblem> problems) {
        if (item.isUrgent()) {
            return;
        }
        var slot = slots.stream().filter(each -> each.contains(item.at())).findFirst();
        if (slot.isEmpty()) {
            problems.add(about(item, Kind.OUTSIDE, 0));
        } else if (end(item).isAfter(slot.get().end())) {
            problems.add(about(item, Kind.OVERRUN, seconds(slot.get().end(), end(item))));
        }
    }

    private void length(PlannedItem item, List<ScheduleProblem> problems) {
        var now = lengths.get(item.heard());
        if (now == null) {
            problems.add(about(item, Kind.UNPLAYABLE, 0));
        } else if (now > item.seconds()) {
            problems.add(about(item, Kind.LONGER, now - (long) item.seconds()));
        }
    }

    private void repeats(List<PlannedItem> items, List<ScheduleProblem> problems) {
        if (rule.repeatDays() == 0) {
            return;
        }
        Map<Heard, TreeSet<LocalDate>> before = new HashMap<>();
        heard.stream()
                .filter(item -> !item.isUrgent())
                .forEach(item -> days(before, item).add(item.at().toLocalDate()));
        for (var item : items) {
            // Nobody has chosen when an emergency is heard: neither is it too soon, nor is what was planned anyway.
            if (item.isUrgent()) {
                continue;
            }
            var day = item.at().toLocalDate();
            var known = days(before, item);
            var floor = known.floor(day);
            var ceiling = known.ceiling(day);
            if (floor != null && ChronoUnit.DAYS.between(floor, day) < rule.repeatDays()
                    || ceiling != null && ChronoUnit.DAYS.between(day, ceiling) < rule.repeatDays()) {
                problems.add(about(item, Kind.REPEATED, 0));
            }
            known.add(day);
        }
    }

    private static TreeSet<LocalDate> days(Map<Heard, TreeSet<LocalDate>> all, PlannedItem item) {
        return all.computeIfAbsent(item.heard(), none -> new TreeSet<>());
    }

    private void empty(Slot slot, Schedule schedule, List<ScheduleProblem> problems) {
        var played = schedule.in(slot).stream()
                .filter(item -> lengths.containsKey(item.heard()))
                .mapToInt(this::seconds)
                .sum();
        if (slot.seconds() - played > SMALL_GAP) {
            problems.add(new ScheduleProblem(Kind.EMPTY, slot.start(), 0, "", slot.seconds() - played));
        }
    }

    private void shares(List<PlannedItem> items, List<ScheduleProblem> problems) {
        var total = items.stream().mapToLong(PlannedItem::seconds).sum();
        if (total == 0 || slots.isEmpty()) {
            return;
        }
        rule.shares().forEach((language, share) -> {
            var spoken = items.stream()
                    .filter(item -> item.language().equals(language))
                    .mapToLong(PlannedItem::seconds)
                    .sum();
            var percent = Math.round(PlanningRule.WHOLE * spoken / (double) total);
            if (share - percent >= FAR_FROM_SHARE) {
                problems.add(new ScheduleProblem(
                        Kind.SHARE, slots.get(slots.size() - 1).end(), 0, language, percent));
            }
        });
    }
}
