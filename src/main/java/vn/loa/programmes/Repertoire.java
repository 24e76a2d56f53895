package vn.loa.programmes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.PlannedItem.Heard;

/** What a station can play, in the order of its rule, and when each thing is heard. */
final class Repertoire {
    private final Stock stock;
    private final PlanningRule rule;
    private final LocalDate last;
    private final Map<Heard, TreeSet<LocalDate>> days = new HashMap<>();

    /** Those of the stock that were heard at any time, in order; the others stand in the stock as they are. */
    private final Map<String, TreeSet<Candidate>> heard = new HashMap<>();

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
        days.keySet().stream()
                .flatMap(each -> Optional.ofNullable(stock.all().get(each)).stream())
                .forEach(each -> queue(each).add(each));
    }

    private LocalDate lastHeard(Candidate each) {
        var known = days.get(each.heard());
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
                .filter(each -> planned.stream().anyMatch(day -> mayBeHeard(each, day)))
                .mapToLong(each -> each.seconds() * times)
                .sum();
    }

    /** Something is heard once more. */
    void heard(PlannedItem item) {
        var candidate = stock.all().get(item.heard());
        if (candidate != null) {
            // It stands in its queue by when it was heard last.
            queue(candidate).remove(candidate);
        }
        note(item);
        if (candidate != null) {
            queue(candidate).add(candidate);
        }
    }

    private void note(PlannedItem item) {
        days.computeIfAbsent(item.heard(), none -> new TreeSet<>())
                .add(item.at().toLocalDate());
    }

    private TreeSet<Candidate> queue(Candidate each) {
        return heard.computeIfAbsent(Stock.queue(each, rule), none -> new TreeSet<>(order));
    }

    /** What may be heard on this day and is no longer than that, one after the other. Nothing may be {@link #heard} meanwhile. */
    Choices on(LocalDate day, int seconds) {
        return new Choices(day, seconds);
    }

    private boolean mayBeHeard(Candidate each, LocalDate day) {
        var known = days.get(each.heard());
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
        private final Map<String, Iterator<Candidate>> queues = new TreeMap<>();
        private final TreeMap<String, Candidate> first = new TreeMap<>();

        private Choices(LocalDate day, int seconds) {
            this.day = day;
            this.seconds = seconds;
            stock.byLanguage().forEach((language, unheard) -> {
                queues.put(language, new Queue(unheard, heard.get(language)));
                advance(language);
            });
        }

        private void advance(String language) {
            first.remove(language);
            var queue = queues.get(language);
            while (queue != null && queue.hasNext()) {
                var next = queue.next();
                if (next.seconds() <= seconds && mayBeHeard(next, day)) {
                    first.put(language, next);
                    return;
                }
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
    private final class Queue implements Iterator<Candidate> {
        private final Iterator<Candidate> unheard;
        private final Iterator<Candidate> again;
        private @Nullable Candidate nextUnheard;
        private @Nullable Candidate nextAgain;

        Queue(List<Candidate> all, @Nullable TreeSet<Candidate> heard) {
            unheard = all.iterator();
            again = heard == null ? Collections.emptyIterator() : heard.iterator();
            goOn();
            nextAgain = again.hasNext() ? again.next() : null;
        }

        private void goOn() {
            nextUnheard = null;
            while (nextUnheard == null && unheard.hasNext()) {
                var next = unheard.next();
                nextUnheard = days.containsKey(next.heard()) ? null : next;
            }
        }

        @Override
        public boolean hasNext() {
            return nextUnheard != null || nextAgain != null;
        }

        @Override
        public Candidate next() {
            var one = nextUnheard;
            var other = nextAgain;
            if (one != null && (other == null || order.compare(one, other) < 0)) {
                goOn();
                return one;
            }
            if (other == null) {
                throw new NoSuchElementException();
            }
            nextAgain = again.hasNext() ? again.next() : null;
            return other;
        }
    }
}
