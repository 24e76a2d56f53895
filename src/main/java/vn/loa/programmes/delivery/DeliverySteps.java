package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.TimeSource;
import vn.loa.editorial.ContentRevision;
import vn.loa.programmes.Week;
import vn.loa.programmes.packages.ReadWeekFiles;
import vn.loa.programmes.packages.WeekFiles;

/** The steps by which a worker sends something, each in a transaction of its own. What a worker does whose turn is over changes nothing but the log. */
@ApplicationScoped
@Transactional
class DeliverySteps {
    private static final Duration KEPT_LOG = Duration.ofDays(90);
    private static final Duration KEPT_REMOVED = Duration.ofDays(30);

    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private ReadWeekFiles weeks;

    @Inject
    private ContentRevision content;

    @Inject
    private Clock clock;

    /**
     * A worker's turn.
     *
     * @param number how many workers have taken it, this one among them
     * @param address of the target, as {@link TargetFields#address}
     * @param sealed what the target is told that nobody else may know; null for nothing
     */
    record Turn(
            long target,
            long delivery,
            int number,
            TargetKind kind,
            String address,
            String username,
            byte @Nullable [] sealed,
            String hostKey,
            Set<SentPart> parts,
            long revision,
            boolean urgent,
            WeekFiles files) {
        /** What is sent besides the programme: of what is urgent the sounds alone, so that they wait for nothing else. */
        Set<SentPart> sent() {
            return urgent ? parts.stream().filter(SentPart.SOUNDS::equals).collect(Collectors.toSet()) : parts;
        }

        /** Whether more is wanted than the programme that is sent first because it is urgent. */
        boolean isFollowed() {
            return urgent && !parts.isEmpty();
        }
    }

    /** Ids of the targets for which something is due. */
    List<Long> due() {
        return targets.due(clock.instant());
    }

    /** Takes what is sent to a target next; empty when nothing is, for now. What would come when its week is over is not sent any more. */
    Optional<Turn> take(long id) {
        var now = clock.instant();
        var target = targets.lock(id).filter(DeliveryTarget::isOpen);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var resting = target.get().isResting(now);
        for (var next = deliveries.due(id, resting, now); next.isPresent(); next = deliveries.due(id, resting, now)) {
            var turn = deliveries.lock(next.get()).filter(Delivery::isWaiting).flatMap(this::take);
            deliveries.flush();
            if (turn.isPresent()) {
                return turn;
            }
        }
        return Optional.empty();
    }

    private Optional<Turn> take(Delivery waiting) {
        if (isOver(waiting.week())) {
            waiting.end(DeliveryState.EXPIRED, clock.instant());
            return Optional.empty();
        }
        // Before what is sent: a change that comes between the two is sent once more, with a greater number.
        var revision = content.current();
        var files = weeks.of(waiting.station(), waiting.week());
        if (files.isEmpty()) {
            waiting.end(DeliveryState.CANCELLED, clock.instant());
            return Optional.empty();
        }
        var wanted = files.get().fingerprint();
        var target = waiting.target();
        var there = waiting.isOnlyOther()
                ? deliveries
                        .delivered(target, waiting.station(), waiting.week())
                        .filter(former -> former.holds(wanted))
                : Optional.<Delivery>empty();
        if (there.isPresent()) {
            waiting.take(wanted, there.get().revision());
            waiting.end(DeliveryState.DELIVERED, clock.instant());
            return Optional.empty();
        }
        var number = waiting.take(wanted, revision);
        return Optional.of(new Turn(
                target.requireId(),
                waiting.requireId(),
                number,
                target.kind(),
                target.address(),
                target.username(),
                target.secret().orElse(null),
                target.hostKey(),
                target.parts(),
                waiting.revision(),
                waiting.isUrgent(),
                files.get()));
    }

    /** Writes down what came of a turn. */
    void end(Turn turn, AttemptResult result) {
        var target = targets.lock(turn.target());
        var delivery = deliveries.lock(turn.delivery());
        if (target.isEmpty() || delivery.isEmpty()) {
            // Forgotten meanwhile, with its log.
            return;
        }
        deliveries.add(new DeliveryAttempt(
                delivery.get(), turn.revision(), LeftOut.of(turn.files().left()), result));
        note(target.get(), result);
        delivery.filter(waiting -> waiting.isAt(turn.number()))
                .ifPresent(waiting -> note(waiting, turn, target.get(), result));
    }

    private static void note(DeliveryTarget target, AttemptResult result) {
        if (!result.seenHostKey().isEmpty()) {
            target.saw(result.seenHostKey());
        }
        // What it does not want it has at least been asked.
        if (result.why() == null || result.why() == Obstacle.NOT_WANTED) {
            target.took();
        }
    }

    private void note(Delivery delivery, Turn turn, DeliveryTarget target, AttemptResult result) {
        var now = clock.instant();
        var why = result.why();
        if (result.outcome() == AttemptOutcome.ACCEPTED && turn.isFollowed()) {
            delivery.follow(now);
        } else if (why == null) {
            delivery.end(DeliveryState.DELIVERED, now);
        } else if (why.cure() == Obstacle.Cure.NONE) {
            delivery.end(DeliveryState.REFUSED, now);
        } else {
            var ofAll = why.cure() != Obstacle.Cure.TIME_ALONE;
            var failures = 1 + (ofAll ? Math.max(target.failures(), delivery.failures()) : delivery.failures());
            var next = now.plus(Backoff.after(
                    why,
                    failures,
                    Optional.ofNullable(result.wish()),
                    ThreadLocalRandom.current().nextDouble()));
            target.failed(now, ofAll ? next : null);
            delivery.failed(next);
        }
    }

    /** Whether something that cannot wait is due for a target. */
    boolean isPressed(long id) {
        return targets.find(id)
                .filter(DeliveryTarget::isOpen)
                .flatMap(target -> deliveries.due(id, true, clock.instant()))
                .isPresent();
    }

    /** When a worker should look after a target again; empty when nothing waits for it. */
    Optional<Instant> next(long id) {
        return targets.find(id).filter(DeliveryTarget::isOpen).flatMap(target -> {
            var rest = target.restingUntil().orElse(Instant.EPOCH);
            return Stream.concat(
                            deliveries.nextDue(id, true).stream(),
                            deliveries.nextDue(id, false).map(due -> due.isAfter(rest) ? due : rest).stream())
                    .min(Comparator.naturalOrder());
        });
    }

    /** Forgets what is too old. Any number may run at the same time. */
    void sweep() {
        var now = clock.instant();
        deliveries.forget(now.minus(KEPT_LOG));
        targets.forget(now.minus(KEPT_REMOVED));
    }

    private boolean isOver(Week week) {
        return week.sunday().isBefore(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE));
    }
}
