package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.catalog.StationSounds;
import vn.loa.taxonomy.Localities;

/**
 * Opens a station of the sample content, once, and sees to it at each start that there is a programme of this week and the next: nobody plans it otherwise. What
 * is there already is left alone.
 */
@ApplicationScoped
@Transactional
public class LoadSampleProgramme {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private BeginWeek weeks;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private StationSounds sounds;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param unit name in addresses @param published whether everybody sees its programmes */
    public void load(String unit, StationSettings settings, boolean published) {
        var place = localities.find(unit).orElseThrow(() -> new IllegalStateException("No locality " + unit));
        var station = stations.of(place).orElseGet(() -> {
            var opened = new Station(place);
            opened.set(settings);
            stations.add(opened);
            audit.record(Actor.SAMPLE, "edit-station", "station", opened.requireId(), place.addressName(), null);
            return opened;
        });
        var now = Week.now(clock);
        for (var week : List.of(now, now.plus(1))) {
            if (programmes.find(station, week).isEmpty()) {
                plan(station, week, published);
            }
        }
    }

    private void plan(Station station, Week week, boolean published) {
        // The days that are over too, so that one sees a whole week.
        var before = week.monday().atStartOfDay().minusSeconds(1);
        var programme = weeks.plan(
                station, week, new Playable(sounds.all(), sounds.subjects()), before, "sample", Actor.SAMPLE);
        if (published) {
            writing.show(programme, programme.edition(), Actor.SAMPLE);
        }
    }
}
