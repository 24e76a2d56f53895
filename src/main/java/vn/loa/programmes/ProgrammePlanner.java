package vn.loa.programmes;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Plans slots by a rule. Nothing overruns its slot, nothing is heard again sooner than the rule allows, and what is left of a slot is as little as what there is
 * allows; when there is too little for the week, it is spread over it. Languages get their shares as far as there is something to play in them. The same input always gives the same programme. Pure: knows no clock, no
 * database, no chance.
 */
public final class ProgrammePlanner {
    /** So many things are looked at to fill a stretch, or as many as it has room for; so many more only when these do not fill it. */
    private static final int FEW = 40;

    private static final int MANY = 200;

    /** So many of the last ones are exchanged at most, since each takes a look at the whole pool. */
    private static final int MOST_EXCHANGED = 16;

    private final PlanningRule rule;
    private final Repertoire repertoire;
    private final LanguageBalance balance;
    private final Rationing rationing;

    private ProgrammePlanner(PlanningRule rule, Repertoire repertoire, LanguageBalance balance, Rationing rationing) {
        this.rule = rule;
        this.repertoire = repertoire;
        this.balance = balance;
        this.rationing = rationing;
    }

    /**
     * @param slots to be filled, in any order, of one week
     * @param kept what stays in these slots, in its order: it moves to the beginning of its slot, but what is urgent stays at its time. What has no room
     *     any more falls out, the ordinary first
     * @param heard what is played at other times, before and after, in these slots or not
     * @param candidates each thing once
     * @return what is played in these slots, kept and new, in order
     */
    public static List<PlannedItem> plan(
            List<Slot> slots,
            List<PlannedItem> kept,
            List<PlannedItem> heard,
            List<Candidate> candidates,
            PlanningRule rule) {
        return fill(packed(slots, kept, heard), heard, Stock.of(candidates, rule));
    }

    /** What stays in each of these slots, and what is free of it. As {@link #plan}. */
    static List<Packing> packed(List<Slot> slots, List<PlannedItem> kept, List<PlannedItem> heard) {
        var around = slots.stream().map(Slot::start).min(Comparator.naturalOrder()).stream()
                .flatMap(first -> Stream.concat(
                        heard.stream().filter(item -> item.end().isAfter(first)),
                        kept.stream().filter(PlannedItem::isUrgent)))
                .toList();
        return slots.stream()
                .sorted(Comparator.comparing(Slot::start))
                .map(slot -> Packing.of(
                        slot,
                        kept.stream().filter(item -> slot.contains(item.at())).toList(),
                        around))
                .toList();
    }

    /** Fills what is free. @param packed in order */
    static List<PlannedItem> fill(List<Packing> packed, List<PlannedItem> heard, Stock stock) {
        if (packed.isEmpty()) {
            return List.of();
        }
        var staying = packed.stream().flatMap(slot -> slot.items().stream()).toList();
        var days = packed.stream().map(each -> each.slot().day()).distinct().toList();
        var repertoire = new Repertoire(
                stock, Stream.concat(heard.stream(), staying.stream()).toList(), days.get(days.size() - 1));
        var rule = stock.rule();
        var planner = new ProgrammePlanner(
                rule,
                repertoire,
                new LanguageBalance(rule.shares(), staying),
                Rationing.of(packed, repertoire.seconds(days)));
        return packed.stream()
                .flatMap(slot -> planner.fill(slot).stream())
                .sorted(PlannedItem.IN_ORDER)
                .toList();
    }

    private List<PlannedItem> fill(Packing slot) {
        var items = new ArrayList<>(slot.items());
        for (var stretch : slot.free()) {
            var at = stretch.begins();
            for (var chosen : choose(at.toLocalDate(), rationing.room(stretch))) {
                var item =
                        new PlannedItem(at, chosen.product(), chosen.language(), chosen.seconds(), ItemPriority.NORMAL);
                items.add(item);
                repertoire.heard(item);
                balance.add(chosen.language(), chosen.seconds());
                rationing.used(chosen.seconds());
                at = item.end();
            }
        }
        return items;
    }

    /** What fills so many seconds, in the order in which it is played. */
    private List<Candidate> choose(LocalDate day, int seconds) {
        var few = pool(day, seconds, FEW);
        var chosen = choose(few, seconds);
        return few.size() < FEW || length(chosen) == seconds ? chosen : choose(pool(day, seconds, MANY), seconds);
    }

    private static List<Candidate> choose(List<Candidate> pool, int seconds) {
        var taken = new ArrayList<Candidate>();
        var left = seconds;
        for (var next : pool) {
            if (next.seconds() <= left) {
                taken.add(next);
                left -= next.seconds();
            }
        }
        return left == 0 ? taken : better(pool, taken, left);
    }

    private static int length(List<Candidate> things) {
        return things.stream().mapToInt(Candidate::seconds).sum();
    }

    /** As few of the last ones as possible are exchanged for what leaves the least time empty. */
    private static List<Candidate> better(List<Candidate> pool, List<Candidate> taken, int left) {
        List<Candidate> best = taken;
        var least = left;
        var room = left;
        var fewest = Math.max(0, taken.size() - MOST_EXCHANGED);
        for (var kept = taken.size(); kept >= fewest && least > 0; kept--) {
            room += kept == taken.size() ? 0 : taken.get(kept).seconds();
            var first = taken.subList(0, kept);
            var end = Fitting.fill(without(first, pool), room);
            var empty = room - length(end);
            if (empty < least) {
                least = empty;
                best = Stream.concat(first.stream(), end.stream()).toList();
            }
        }
        return best;
    }

    /** @param some of the pool, in its order */
    private static List<Candidate> without(List<Candidate> some, List<Candidate> pool) {
        var rest = new ArrayList<Candidate>(pool.size());
        var next = 0;
        for (var each : pool) {
            if (next < some.size() && some.get(next).equals(each)) {
                next++;
            } else {
                rest.add(each);
            }
        }
        return rest;
    }

    /** What may be played on this day and is not too long, in the order in which the rule would have it. @param most unless there is room for more */
    private List<Candidate> pool(LocalDate day, int seconds, int most) {
        var choices = repertoire.on(day, seconds);
        var trial = balance.copy();
        var pool = new ArrayList<Candidate>();
        var length = 0L;
        while (pool.size() < most || length < 2L * seconds) {
            var next = rule.shares().isEmpty() ? choices.next() : choices.next(trial);
            if (next.isEmpty()) {
                break;
            }
            pool.add(next.get());
            length += next.get().seconds();
            trial.add(next.get().language(), next.get().seconds());
        }
        return pool;
    }

    /** A stretch of a slot in which nothing is planned yet. */
    record Stretch(LocalDateTime begins, int seconds) {}
}
