package vn.loa.programmes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.PlannedItem.Heard;

/** What a station can play, in the order of its rule, and when each thing is heard. */
final class Repertoire {
    private final PlanningRule rule;
    private final LocalDate last;
    private final Map<Heard, TreeSet<LocalDate>> days = new HashMap<>();
    private final Map<String, TreeSet<Candidate>> byLanguage = new TreeMap<>();
    private final Map<Heard, Candidate> all = new HashMap<>();
    private final Comparator<Candidate> order;

    /**
     * @param heard at any time; of this week also what stays in it
     * @param last day that is planned: what is heard after it is not heard yet
     */
    Repertoire(List<Candidate> candidates, PlanningRule rule, List<PlannedItem> heard, LocalDate last) {
        this.rule = rule;
        this.last = last;
        this.order = order(rule);
        heard.forEach(this::note);
        candidates.stream()
                .filter(each -> each.seconds() > 0 && rule.speaks(each.language()) && rule.takes(each.genre()))
                .forEach(each -> {
                    all.put(each.heard(), each);
                    queue(each).add(each);
                });
    }

    private Comparator<Candidate> order(PlanningRule by) {
        var newest = Comparator.comparing(Candidate::since).reversed();
        Comparator<Candidate> liked = Comparator.comparingInt(each -> by.rank(each.genre()));
        var ordered = switch (by.order()) {
            case NEWEST -> liked.thenComparing(newest);
            case OLDEST -> liked.thenComparing(Candidate::since);
            case LONGEST_UNHEARD -> liked.thenComparing(this::lastHeard).thenComparing(newest);
        };
        return ordered.thenComparing(Candidate::product).thenComparing(Candidate::language);
    }

    private LocalDate lastHeard(Candidate each) {
        var known = days.get(each.heard());
        var lately = known == null ? null : known.floor(last);
        return lately == null ? LocalDate.MIN : lately;
    }

    /** How many seconds can be played on these days at the most, each thing as often as the rule allows. @param planned in order, at least one */
    long seconds(List<LocalDate> planned) {
        if (rule.repeatDays() == 0) {
            return all.isEmpty() ? 0 : Long.MAX_VALUE;
        }
        var span = ChronoUnit.DAYS.between(planned.get(0), planned.get(planned.size() - 1));
        var times = 1 + span / rule.repeatDays();
        return all.values().stream()
                .filter(each -> planned.stream().anyMatch(day -> mayBeHeard(each, day)))
                .mapToLong(each -> each.seconds() * times)
                .sum();
    }

    /** Something is heard once more. */
    void heard(PlannedItem item) {
        var candidate = all.get(item.heard());
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

    private NavigableSet<Candidate> queue(Candidate each) {
        return byLanguage.computeIfAbsent(rule.shares().isEmpty() ? "" : each.language(), none -> new TreeSet<>(order));
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
            byLanguage.forEach((language, queue) -> {
                queues.put(language, queue.iterator());
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
}
