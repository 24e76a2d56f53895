package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.TimeSource;

/** Has a station stop an emergency, in all languages: what plays goes silent within a minute, and what it pushed aside follows. Whoever may have it played may do so. */
@ApplicationScoped
@Transactional
public class StopUrgently {
    @Inject
    private Communes communes;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private UrgentStopping stopping;

    @Inject
    private HeardWorks works;

    @Inject
    private Clock clock;

    /**
     * Done twice, it does nothing the second time.
     *
     * @param product id of the work
     * @param unit name of the commune in addresses
     * @return whether it was played there, or was to be; empty when there is no such station
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public Optional<Boolean> stop(long product, String unit, Actor by) {
        return communes.of(unit, by).flatMap(stations::lock).map(station -> {
            var slug = works.of(List.of(product)).stream()
                    .map(HeardWork::slug)
                    .findFirst()
                    .orElse(null);
            // Around midnight on Sunday, it may have begun in the week before.
            var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
            return Stream.of(today.minusDays(1), today, today.plusDays(1))
                    .map(Week::of)
                    .distinct()
                    .map(week -> programmes
                            .lock(station, week)
                            .filter(programme -> stopping.stop(programme, item -> item.product() == product, by, slug))
                            .isPresent())
                    .reduce(false, Boolean::logicalOr);
        });
    }
}
