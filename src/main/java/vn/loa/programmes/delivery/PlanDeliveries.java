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
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import vn.loa.common.TimeSource;
import vn.loa.editorial.Published;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.Withdrawn;
import vn.loa.programmes.ProgrammeChanged;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;

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
                change.station(),
                change.week(),
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
            published
                    .playing(id, Week.of(today()))
                    .forEach(playing ->
                            plan(playing.station(), playing.week(), false, onlyOther, DeliveryTarget::isOnPublication));
        }
    }

    /** @param wants which targets are sent it; those that have something of this week already are in any case */
    private void plan(long station, Week week, boolean urgent, boolean onlyOther, Predicate<DeliveryTarget> wants) {
        var there = targets.of(station);
        if (there.isEmpty()) {
            return;
        }
        var known = new HashSet<>(deliveries.targetsWith(station, week));
        plan(
                station,
                week,
                urgent,
                onlyOther,
                there.stream()
                        .filter(target -> wants.test(target) || known.contains(target.requireId()))
                        .toList());
    }

    /** Sends a week of a station to these. */
    void plan(long station, Week week, boolean urgent, List<DeliveryTarget> to) {
        plan(station, week, urgent, false, to);
    }

    private void plan(long station, Week week, boolean urgent, boolean onlyOther, List<DeliveryTarget> to) {
        if (to.isEmpty()) {
            return;
        }
        deliveries.await(station);
        var now = clock.instant();
        var pressing = new HashSet<Long>();
        var inAnyCase = new HashSet<Long>();
        for (var former : deliveries.waiting(station, week)) {
            if (to.stream()
                    .anyMatch(target -> target.requireId() == former.target().requireId())) {
                deliveries.lock(former.requireId()).filter(Delivery::isWaiting).ifPresent(waiting -> {
                    waiting.end(DeliveryState.SUPERSEDED, now);
                    if (waiting.isUrgent()) {
                        pressing.add(waiting.target().requireId());
                    }
                    if (!waiting.isOnlyOther()) {
                        inAnyCase.add(waiting.target().requireId());
                    }
                });
            }
        }
        // The row that gives way must be written before the one in its place.
        deliveries.flush();
        to.forEach(target -> {
            var id = target.requireId();
            var next = new Delivery(target, station, week, urgent || pressing.contains(id), now);
            deliveries.add(onlyOther && !inAnyCase.contains(id) ? next.onlyOther() : next);
        });
        deliveries.flush();
        hurry();
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
