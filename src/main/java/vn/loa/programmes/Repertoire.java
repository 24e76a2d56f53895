package vn.loa.programmes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a station can play, in the order of its rule, and when each thing is heard. */
final class Repertoire {
    private final Stock stock;
    private final PlanningRule rule;
    private final LocalDate last;

    /** On which days what of the stock is heard. Each thing is there once, so that it is known by itself, without a look at what it is called. */
    private final IdentityHashMap<Candidate, TreeSet<LocalDate>> days = new IdentityHashMap<>();

    /** Those of the stock that were heard at any time, in order. */
    private final Map<String, TreeSet<Candidate>> heard = new HashMap<>();

    /** The others, in order: whoever goes through them asks nothing of those that were heard. */
    private final Map<String, List<Candidate>> unheard = new TreeMap<>();

    private final Comparator<Candidate> order;

    /**
     * @param played at any time; of this week also what stays in it
     * @param last day that is planned: what is heard after it is not heard yet
     */
    Repertoire(Stock stock, List<PlannedItem> played, LocalDate last) {
        this.stock = stock;
        this.rule = stock.rule();
        this.last = last;
        var liked = Stock.liked(rule);
        this.order = (rule.order() == PlanningRule.Order.LONGEST_UNHEARD ? liked.thenComparing(this::lastHeard) : liked)
                .thenComparing(Stock.unheard(rule));
        // All that was heard is known before anything is put in order by it.
        played.forEach(this::note);
        days.keySet().forEach(each -> queue(each).add(each));
        stock.byLanguage()
                .forEach((language, all) -> unheard.put(
                        language,
                        all.stream()
                                .filter(each -> !days.containsKey(each))
                                .collect(Collectors.toCollection(ArrayList::new))));
    }

    private LocalDate lastHeard(Candidate each) {
        var known = days.get(each);
        var lately = known == null ? null : known.floor(last);
        return lately == null ? LocalDate.MIN : lately;
    }

    /** How many seconds can be played on these days at the most, each thing as often as the rule allows. @param planned in order, at least one */
    long seconds(List<LocalDate> planned) {
        if (rule.repeatDays() == 0) {
            return stock.all().isEmpty() ? 0 : Long.MAX_VALUE;
        }
        var span = ChronoUnit.DAYS.between(planned.get(0), planned.get(planned.size() - 1));
        var times = 1 + span / rule.repeatDays();
        return stock.all().values().stream()
                .filter(each -> !days.containsKey(each) || planned.stream().anyMatch(day -> mayBeHeard(each, day)))
                .mapToLong(each -> each.seconds() * times)
                .sum();
    }

    /** Something is heard once more. */
    void heard(PlannedItem item) {
        var candidate = stock.all().get(item.heard());
        if (candidate == null) {
            return;
        }
        // It stands in its queue by when it was heard last.
        if (days.containsKey(candidate)) {
            queue(candidate).remove(candidate);
        } else {
            unheard.getOrDefault(Stock.queue(candidate, rule), new ArrayList<>())
                    .remove(candidate);
        }
        note(item);
        queue(candidate).add(candidate);
    }

    private void note(PlannedItem item) {
        var candidate = stock.all().get(item.heard());
        if (candidate != null) {
            days.computeIfAbsent(candidate, none -> new TreeSet<>())
                    .add(item.at().toLocalDate());
        }
    }

    private TreeSet<Candidate> queue(Candidate each) {
        return heard.computeIfAbsent(Stock.queue(each, rule), none -> new TreeSet<>(order));
    }

    /** What may be heard on this day and is no longer than that, one after the other. Nothing may be {@link #heard} meanwhile. */
    Choices on(LocalDate day, int seconds) {
        return new Choices(day, seconds);
    }

    private boolean mayBeHeard(Candidate each, LocalDate day) {
        var known = days.get(each);
        return known == null
                || rule.repeatDays() == 0
                || isFar(known.floor(day), day) && isFar(known.ceiling(day), day);
    }

    private boolean isFar(@Nullable LocalDate other, LocalDate day) {
        return other == null || Math.abs(ChronoUnit.DAYS.between(other, day)) >= rule.repeatDays();
    }

    /** Goes through the queues once. */
    final class Choices {
        private final LocalDate day;
        private final int seconds;
        private final Map<String, Queue> queues = new TreeMap<>();
        private final TreeMap<String, Candidate> first = new TreeMap<>();

        private Choices(LocalDate day, int seconds) {
            this.day = day;
            this.seconds = seconds;
            unheard.forEach((language, never) -> {
                queues.put(language, new Queue(never, heard.get(language)));
                advance(language);
            });
        }

        private void advance(String language) {
            first.remove(language);
            var queue = queues.get(language);
            if (queue == null) {
                return;
            }
            var isNew = queue.isNew();
            for (var next = queue.next(); next != null; next = queue.next()) {
                if (next.seconds() <= seconds && (isNew || mayBeHeard(next, day))) {
                    first.put(language, next);
                    return;
                }
                isNew = queue.isNew();
            }
        }

        /** The one that the rule likes most. */
        Optional<Candidate> next() {
            return take(first.isEmpty() ? null : first.firstKey());
        }

        /** The same in the language that is furthest behind; of two that are as far, the one whose code comes first. */
        Optional<Candidate> next(LanguageBalance balance) {
            String behind = null;
            var most = Long.MIN_VALUE;
            for (var each : first.entrySet()) {
                var debt = balance.debt(each.getKey(), each.getValue().seconds());
                if (debt > most) {
                    most = debt;
                    behind = each.getKey();
                }
            }
            return take(behind);
        }

        private Optional<Candidate> take(@Nullable String language) {
            if (language == null) {
                return Optional.empty();
            }
            var taken = Optional.ofNullable(first.get(language));
            advance(language);
            return taken;
        }
    }

    /** Those that were not heard and those that were, in one order. */
    private final class Queue {
        private final Iterator<Candidate> never;
        private final Iterator<Candidate> again;
        private @Nullable Candidate nextNever;
        private @Nullable Candidate nextAgain;
        private boolean isNew;

        Queue(List<Candidate> unheard, @Nullable TreeSet<Candidate> heard) {
            never = unheard.iterator();
            again = heard == null ? Collections.emptyIterator() : heard.iterator();
            nextNever = after(never);
            nextAgain = after(again);
            compare();
        }

        private static @Nullable Candidate after(Iterator<Candidate> some) {
            return some.hasNext() ? some.next() : null;
        }

        private void compare() {
            var one = nextNever;
            var other = nextAgain;
            isNew = one != null && (other == null || order.compare(one, other) < 0);
        }

        /** Whether the next one was never heard: it may be on any day. */
        boolean isNew() {
            return isNew;
        }

        /** Null when there is none any more. */
        @Nullable Candidate next() {
            var next = isNew ? nextNever : nextAgain;
            if (isNew) {
                nextNever = after(never);
            } else {
                nextAgain = after(again);
            }
            compare();
            return next;
        }
    }
}
