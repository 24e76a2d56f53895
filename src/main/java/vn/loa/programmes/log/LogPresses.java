package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.programmes.Communes;

/** What somebody has lately said of programmes, or struck out, with one press, and can take back with another as long as nobody has changed it since. */
@ApplicationScoped
@Transactional
@Reading
public class LogPresses {
    /** Until whoever was in a hurry has come back. */
    private static final Duration LATELY = Duration.ofHours(6);

    private static final int MOST = 12;

    @Inject
    private Communes communes;

    @Inject
    private TouchedBroadcasts touched;

    @Inject
    private Clock clock;

    /** The latest first, a few. Three statements. @param unit name of the commune in addresses @throws vn.loa.accounts.NotPermitted unless they plan its programme */
    public List<LogPress> of(String unit, Actor by) {
        var since = clock.instant().minus(LATELY);
        return communes
                .of(unit, by)
                .map(Communes::id)
                .map(place -> LogPress.of(Stream.concat(
                                touched.told(place, by.name(), since).stream(),
                                touched.changed(place, by.name(), since).stream())
                        .toList()))
                .orElse(List.of())
                .stream()
                .limit(MOST)
                .toList();
    }
}
