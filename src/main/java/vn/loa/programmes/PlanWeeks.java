package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSounds;
import vn.loa.common.TimeSource;

/** Plans a week by rule for many stations at once: drafts, which whoever looks after a station then looks at and publishes. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class PlanWeeks {
    @Inject
    private BeginWeek weeks;

    @Inject
    private StationSounds sounds;

    @Inject
    private Clock clock;

    /**
     * Stations that have a programme of that week already, or are not on air in it, are left alone. What can be played is read once, and put in order once for all stations of the same rule; each station then takes a
     * constant number of statements, and a transaction of its own: who works on one meanwhile is neither stopped nor overruled.
     *
     * @return how many were planned
     * @throws vn.loa.accounts.NotPermitted unless they plan several stations
     */
    public int plan(Week week, Actor by) {
        ProgrammePolicy.requireOverseer(by);
        var now = LocalDateTime.now(clock.withZone(TimeSource.ZONE));
        var playable = new Playable(sounds.all(), sounds.subjects());
        var planned = 0;
        for (var unit : weeks.missing(week, by)) {
            planned += weeks.plan(unit, week, playable, now, by) ? 1 : 0;
        }
        return planned;
    }
}
