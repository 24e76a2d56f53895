package vn.loa.programmes.delivery;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.loa.common.TimeSource;
import vn.loa.editorial.Published;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.Withdrawn;
import vn.loa.programmes.ProgrammeChanged;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.PublishedDays.PlayedWeek;
import vn.loa.programmes.Week;
import vn.loa.programmes.delivery.Deliveries.Had;

/**
 * Decides what is sent where when everybody sees something else of a programme. What waits of the same week gives way: what is sent is read when it is sent, so it is the newest in any case. Within the transaction of the
 * change: nothing is forgotten, and nothing sent that was rolled back.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PlanDeliveries {
    private static final int AFTER_COUNTING = Interceptor.Priority.APPLICATION + 1000;

    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private PublishedDays published;

    @Inject
    private Event<DeliveryPut> put;

    @Inject
    private Clock clock;

    /** Something waits to be sent; workers need not wait for their next look. */
    record DeliveryPut() {}

    void changed(@Observes ProgrammeChanged change) {
        if (isOver(change.week())) {
            return;
        }
        plan(
                List.of(new PlayedWeek(change.station(), change.week())),
                change.urgent(),
                false,
                target -> change.urgent() ? target.isOnUrgent() : target.isOnPublication());
    }

    /** Nobody may hear it any more, there either. After those who count changes: who publishes takes the same locks in this order. */
    void withdrawn(@Observes @Priority(AFTER_COUNTING) Withdrawn event) {
        playing(event.kind(), event.id(), false);
    }

    /** Where it is played it may be heard in another voice or from another file from now on, or again; or only its subtitles are others. Likewise after those who count. */
    void published(@Observes @Priority(AFTER_COUNTING) Published event) {
        playing(event.kind(), event.id(), true);
    }

    private void playing(SubjectKind kind, long id, boolean onlyOther) {
        if (kind == SubjectKind.PRODUCT && targets.isAny()) {
            plan(published.playing(id, Week.of(today())), false, onlyOther, DeliveryTarget::isOnPublication);
        }
    }

    /** @param wants which targets are sent it; those that have something of this week already are in any case */
    private void plan(List<PlayedWeek> weeks, boolean urgent, boolean onlyOther, Predicate<DeliveryTarget> wants) {
        var there = targets.of(stations(weeks));
        if (there.isEmpty()) {
            return;
        }
        var had = deliveries.had(there.keySet(), first(weeks));
        var sent = new LinkedHashMap<PlayedWeek, List<DeliveryTarget>>();
        for (var week : weeks) {
            var to = there.getOrDefault(week.station(), List.of()).stream()
                    .filter(target -> wants.test(target) || had.contains(new Had(target.requireId(), week)))
                    .toList();
            if (!to.isEmpty()) {
                sent.put(week, to);
            }
        }
        plan(sent, week -> urgent, onlyOther);
    }

    /** Sends these weeks to a target, all at once: who asks week by week waits for stations in an order of their own, and for those who wait for them in another. @param weeks whether each cannot wait */
    void plan(DeliveryTarget to, Map<PlayedWeek, Boolean> weeks) {
        var sent = new LinkedHashMap<PlayedWeek, List<DeliveryTarget>>();
        weeks.keySet().forEach(week -> sent.put(week, List.of(to)));
        plan(sent, week -> weeks.getOrDefault(week, false), false);
    }

    /** In a constant number of statements to read and to lock: first those who write for the stations, then what waits. @param sent each with at least one */
    private void plan(Map<PlayedWeek, List<DeliveryTarget>> sent, Predicate<PlayedWeek> isUrgent, boolean onlyOther) {
        if (sent.isEmpty()) {
            return;
        }
        var stations = stations(sent.keySet());
        deliveries.await(stations);
        var now = clock.instant();
        var pressing = new HashSet<Had>();
        var inAnyCase = new HashSet<Had>();
        var to = sent.values().stream()
                .flatMap(List::stream)
                .map(DeliveryTarget::requireId)
                .collect(Collectors.toSet());
        var mondays = sent.keySet().stream().map(week -> week.week().monday()).collect(Collectors.toSet());
        for (var waiting : deliveries.lockWaiting(stations, to, mondays)) {
            var week = waiting.played();
            var had = new Had(waiting.target().requireId(), week);
            if (sent.getOrDefault(week, List.of()).contains(waiting.target()) && waiting.isWaiting()) {
                waiting.end(DeliveryState.SUPERSEDED, now);
                if (waiting.isUrgent()) {
                    pressing.add(had);
                }
                if (!waiting.isOnlyOther()) {
                    inAnyCase.add(had);
                }
            }
        }
        // The row that gives way must be written before the one in its place.
        deliveries.flush();
        sent.forEach((week, theirs) -> theirs.forEach(target -> {
            var had = new Had(target.requireId(), week);
            var next = new Delivery(
                    target, week.station(), week.week(), isUrgent.test(week) || pressing.contains(had), now);
            deliveries.add(onlyOther && !inAnyCase.contains(had) ? next.onlyOther() : next);
        }));
        deliveries.flush();
        hurry();
    }

    private static Set<Long> stations(Collection<PlayedWeek> weeks) {
        return weeks.stream().map(PlayedWeek::station).collect(Collectors.toSet());
    }

    private static Week first(Collection<PlayedWeek> weeks) {
        return weeks.stream()
                .map(PlayedWeek::week)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Something is due that was not before. */
    void hurry() {
        put.fire(new DeliveryPut());
    }

    private boolean isOver(Week week) {
        return week.sunday().isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
    }
}
