package vn.loa.programmes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.common.TimeSource;

/**
 * When a station was on air.
 *
 * @param now how it is set
 * @param former how it was set, in order of time
 */
public record OnAir(StationSettings now, List<Former> former) {
    public OnAir {
        former = List.copyOf(former);
    }

    /** @param settings empty where nobody knows them @param until the first moment at which they were others */
    public record Former(Optional<StationSettings> settings, Instant until) {}

    /** Whether something was heard at its time by the slots and holidays that the station had then: what nobody knows they let be heard, and what is urgent always. */
    public boolean isHeard(PlannedItem item) {
        var moment = item.at().atZone(TimeSource.ZONE).toInstant();
        var then = former.stream()
                .filter(each -> each.until().isAfter(moment))
                .findFirst()
                .map(Former::settings)
                .orElse(Optional.of(now));
        return item.isUrgent()
                || then.map(settings -> settings.slotsOn(item.at().toLocalDate()).stream()
                                .anyMatch(slot -> slot.contains(item.at())))
                        .orElse(true);
    }
}
