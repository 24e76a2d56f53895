package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Page;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.programmes.HeardStations;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.Week;

/**
 * What was sent, when, and what came of it: of a station for whoever plans its programme, of a target for administrators. Others are answered with {@link vn.loa.accounts.NotPermitted}. In a constant number of statements.
 */
@ApplicationScoped
@Transactional
@Reading
public class DeliveryLog {
    private static final int SIZE = 50;
    private static final int MOST_WAITING = 50;

    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private HeardStations stations;

    @Inject
    private Clock clock;

    /**
     * An attempt.
     *
     * @param delivery id of what was sent
     * @param station name of its commune in addresses
     * @param revision 0 when nothing came to be sent
     * @param reason code of an {@link Obstacle}; empty when there was none
     * @param detail what the other side has said; may be empty
     * @param left what was planned and not in it
     * @param last whether it is the last attempt of something that was not taken, which may be sent again
     */
    public record Line(
            long delivery,
            Instant at,
            String target,
            String station,
            Texts place,
            Week week,
            long revision,
            boolean urgent,
            AttemptOutcome outcome,
            String reason,
            String detail,
            long bytes,
            Duration took,
            LeftOut left,
            boolean last) {}

    /**
     * Something that waits.
     *
     * @param due when it is tried next, as far as nothing else keeps it waiting
     * @param paused whether nothing is sent there for now
     */
    public record Waiting(
            long delivery,
            String target,
            String station,
            Texts place,
            Week week,
            boolean urgent,
            int failures,
            Instant due,
            boolean paused) {}

    /** A log, and what waits. */
    public record Log(Page<Line> lines, List<Waiting> waiting) {
        public Log {
            waiting = List.copyOf(waiting);
        }
    }

    /** A target that takes nothing. @param since when it failed first */
    public record Trouble(String target, Instant since) {}

    /** @param unit name of the commune in addresses @param outcome null for all @param page from 1 @return empty when there is no such station */
    public Optional<Log> ofStation(String unit, @Nullable AttemptOutcome outcome, int page, Actor by) {
        return ofStation(unit, outcome, page, SIZE, by);
    }

    /** The same with so many lines on a page. */
    public Optional<Log> ofStation(String unit, @Nullable AttemptOutcome outcome, int page, int size, Actor by) {
        return stations.of(unit, by).map(station -> {
            var there = targets.of(station.station());
            return log(
                    new Deliveries.Filter(station.station(), null, outcome),
                    page,
                    size,
                    deliveries.waiting(ids(there), station.station(), MOST_WAITING));
        });
    }

    /** @param target id @return empty when there is no such target, or it is not theirs */
    public Optional<Log> ofTarget(long target, @Nullable AttemptOutcome outcome, int page, Actor by) {
        DeliveryPolicy.require(by);
        return targets.find(target)
                .filter(found -> DeliveryPolicy.mayKeep(by, found.unit()))
                .map(found -> log(
                        new Deliveries.Filter(null, target, outcome),
                        page,
                        SIZE,
                        deliveries.waiting(List.of(target), null, MOST_WAITING)));
    }

    /** Whether anything is sent of a station. @return empty when there is no such station */
    public Optional<Boolean> isSent(String unit, Actor by) {
        return stations.of(unit, by)
                .map(station -> !targets.of(station.station()).isEmpty());
    }

    /** What has failed for long of the targets of a station; none when there is no such station. */
    public List<Trouble> troubles(String unit, Actor by) {
        var before = clock.instant().minus(TargetView.LONG);
        return stations.of(unit, by).map(station -> targets.of(station.station())).orElse(List.of()).stream()
                .filter(DeliveryTarget::isOpen)
                .flatMap(target -> target
                        .failingSince()
                        .filter(since -> since.isBefore(before))
                        .map(since -> new Trouble(target.name(), since))
                        .stream())
                .toList();
    }

    private Log log(Deliveries.Filter filter, int page, int size, List<Delivery> waiting) {
        var attempts = deliveries.attempts(filter, page, size);
        var named = stations.named(Stream.concat(
                        attempts.items().stream().map(DeliveryAttempt::station),
                        waiting.stream().map(Delivery::station))
                .collect(Collectors.toSet()));
        // Each is offered once: beside its newest attempt, which comes first.
        var last = new HashSet<>(deliveries.open(attempts.items().stream()
                .map(attempt -> attempt.delivery().requireId())
                .collect(Collectors.toSet())));
        return new Log(
                attempts.map(attempt -> line(attempt, named, last)),
                waiting.stream().map(each -> waiting(each, named)).toList());
    }

    private static Line line(DeliveryAttempt attempt, Map<Long, HeardStation> stations, Set<Long> last) {
        var station = Optional.ofNullable(stations.get(attempt.station()));
        return new Line(
                attempt.delivery().requireId(),
                attempt.beganAt(),
                attempt.target().name(),
                station.map(HeardStation::code).orElse(""),
                station.map(HeardStation::place).orElse(Texts.none()),
                attempt.week(),
                attempt.revision(),
                attempt.isUrgent(),
                attempt.outcome(),
                attempt.reason(),
                attempt.detail(),
                attempt.bytes(),
                attempt.took(),
                attempt.left(),
                last.remove(attempt.delivery().requireId()));
    }

    private static Waiting waiting(Delivery delivery, Map<Long, HeardStation> stations) {
        var station = Optional.ofNullable(stations.get(delivery.station()));
        return new Waiting(
                delivery.requireId(),
                delivery.target().name(),
                station.map(HeardStation::code).orElse(""),
                station.map(HeardStation::place).orElse(Texts.none()),
                delivery.week(),
                delivery.isUrgent(),
                delivery.failures(),
                delivery.dueAt(),
                !delivery.target().isOpen());
    }

    private static Collection<Long> ids(List<DeliveryTarget> there) {
        return there.stream().map(DeliveryTarget::requireId).toList();
    }
}
