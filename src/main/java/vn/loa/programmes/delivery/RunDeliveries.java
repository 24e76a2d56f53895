package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import vn.loa.common.WantOfRoom;
import vn.loa.programmes.delivery.DeliverySteps.Turn;

/** What a worker does for a target: sends one thing, and says when to look again. What is slow leaves workers to what is urgent. Holds neither a connection nor a row while something is sent. */
@ApplicationScoped
class RunDeliveries {
    /** So many workers of a node send what is not urgent, at most: the others are kept for what is. */
    static final int ORDINARY = 3;

    /** When all these are at work. */
    private static final Duration BUSY = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(RunDeliveries.class.getName());

    @Inject
    private DeliverySteps steps;

    @Inject
    private Shipping shipping;

    @Inject
    private Adapters adapters;

    @Inject
    private Clock clock;

    private final Semaphore ordinary = new Semaphore(ORDINARY);

    /** Not within a transaction. @return when to look again; empty when nothing waits */
    Optional<Instant> run(long target) {
        if (steps.isPressed(target)) {
            return turn(target);
        }
        if (!ordinary.tryAcquire()) {
            return Optional.of(clock.instant().plus(BUSY));
        }
        try {
            return turn(target);
        } finally {
            ordinary.release();
        }
    }

    /** What gives way leaves the worker to what it has given way to. */
    private Optional<Instant> turn(long target) {
        var turn = steps.take(target);
        while (turn.isPresent() && !isDone(turn.get())) {
            turn = steps.take(target);
        }
        return steps.next(target);
    }

    private boolean isDone(Turn turn) {
        var result = send(turn);
        result.ifPresent(told -> steps.end(turn, told));
        return result.isPresent();
    }

    /** @return empty when it has given way: then it waits as before */
    private Optional<AttemptResult> send(Turn turn) {
        try {
            return Optional.of(attempt(turn));
        } catch (GaveWay urgent) {
            LOG.log(Level.DEBUG, "Programme {0} gives way to something urgent", turn.delivery());
            return Optional.empty();
        }
    }

    private AttemptResult attempt(Turn turn) throws GaveWay {
        var began = clock.instant();
        var bytes = new AtomicLong();
        var pressure = turn.urgent() ? Pressure.none() : new Pressure(() -> steps.isPressed(turn.target()));
        try (var packed = shipping.pack(turn, pressure)) {
            var to = adapters.connection(turn.kind(), turn.address(), turn.username(), turn.sealed(), turn.hostKey());
            adapters.of(turn.kind())
                    .deliver(packed.shipment(), to, bytes::addAndGet, Pace.of(packed.shipment(), pressure));
            return result(began, bytes.get(), AttemptOutcome.ACCEPTED, null);
        } catch (GaveWay urgent) {
            throw urgent;
        } catch (NewerThere newer) {
            return result(began, bytes.get(), AttemptOutcome.NEWER, null);
        } catch (NotDelivered refused) {
            return result(
                    began,
                    bytes.get(),
                    refused.why().cure() == Obstacle.Cure.NONE ? AttemptOutcome.REFUSED : AttemptOutcome.FAILED,
                    refused);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Programme " + turn.delivery() + " cannot be sent", e);
            var why = WantOfRoom.explains(e) ? Obstacle.NO_ROOM : Obstacle.BROKEN;
            return result(began, bytes.get(), AttemptOutcome.FAILED, new NotDelivered(why, "", e));
        }
    }

    private AttemptResult result(Instant began, long bytes, AttemptOutcome outcome, @Nullable NotDelivered refused) {
        return new AttemptResult(
                began,
                Duration.between(began, clock.instant()),
                bytes,
                outcome,
                refused == null ? null : refused.why(),
                refused == null ? "" : refused.detail(),
                refused == null ? null : refused.pause().orElse(null),
                refused == null ? "" : refused.seenHostKey());
    }
}
