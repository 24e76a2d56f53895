package vn.loa.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.TimeSource;
import vn.loa.plans.Deliverable;
import vn.loa.plans.DeliverableProgress;
import vn.loa.plans.Deliverables;
import vn.loa.taxonomy.Localities;

/** Which promises of public plans must be kept soon, or should have been. Runs in the transaction of its caller. */
@ApplicationScoped
class Deadlines {
    private static final int MOST_PROMISES = 100;

    /** What is still further away is not close; the page says so. */
    static final int DAYS_AHEAD = 60;

    @Inject
    private DuePromises promises;

    @Inject
    private Deliverables deliverables;

    @Inject
    private Localities localities;

    @Inject
    private Clock clock;

    /**
     * Those that are late, the latest first, then those to come, the next first. They are read apart, so that what lies years back hides
     * nothing of what can still be kept.
     *
     * @param places ids of the units beyond which they do nothing; null is everywhere
     * @param shown so many of them
     */
    Shortlist<Desk.Due> of(Actor by, @Nullable Collection<Long> places, int shown) {
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var units = places == null ? null : withThoseAbove(by, places);
        var over = promises.over(today, units, MOST_PROMISES);
        var upcoming = promises.upcoming(today, today.plusDays(DAYS_AHEAD), units, MOST_PROMISES);
        var progress = deliverables.progress(
                Stream.concat(over.stream(), upcoming.stream()).toList());
        return Shortlist.of(due(over, progress, today), due(upcoming, progress, today), shown);
    }

    /** Those of these promises that are not kept, in their order. */
    private static List<Desk.Due> due(
            List<Deliverable> promises, Map<String, DeliverableProgress> progress, LocalDate today) {
        return promises.stream()
                .flatMap(promise -> Stream.ofNullable(progress.get(promise.key()))
                        .flatMap(come -> due(promise, come, today).stream()))
                .toList();
    }

    /** The plans of the units above hold for a commune, too. */
    private Collection<Long> withThoseAbove(Actor by, Collection<Long> places) {
        var all = new LinkedHashSet<>(places);
        for (var unit = Optional.ofNullable(by.confinedTo()).flatMap(localities::find);
                unit.isPresent();
                unit = unit.get().parent()) {
            Optional.ofNullable(unit.get().id()).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Desk.Due> due(Deliverable promise, DeliverableProgress come, LocalDate today) {
        var revision = promise.revision();
        var reminder =
                new Reminder(promise.lastDay().orElseThrow(), revision.plan().isSample(), come);
        return reminder.isDue(today)
                ? Optional.of(new Desk.Due(
                        promise.title(),
                        revision.subject(),
                        "/ke-hoach/" + revision.plan().slug(),
                        promise.deadline().orElseThrow(),
                        promise.isDueBefore(),
                        reminder.days(today),
                        come))
                : Optional.empty();
    }
}
