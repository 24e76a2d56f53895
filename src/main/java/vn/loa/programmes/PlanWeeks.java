package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.programmes.EditProgramme.Mode;
import vn.loa.taxonomy.Localities;

/** Plans a week by rule for many stations at once: drafts, which whoever looks after a station then looks at and publishes. */
@ApplicationScoped
@Transactional
public class PlanWeeks {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private Grounds grounds;

    @Inject
    private EditProgramme editing;

    @Inject
    private ProgrammeWriting writing;

    @Inject
    private StationSounds sounds;

    /**
     * Stations that have a programme of that week already, or are not on air in it, are left alone. What can be played is read once; each station then takes a
     * constant number of statements.
     *
     * @return how many were planned
     * @throws vn.loa.accounts.NotPermitted unless they plan several stations
     */
    public int plan(Week week, Actor by) {
        ProgrammePolicy.requireOverseer(by);
        var theirs = stations.all(by.confinedTo() == null ? null : localities.below(by.confinedTo()));
        var planned = programmes.between(theirs, week, week).stream()
                .map(Programme::station)
                .toList();
        var playable = sounds.all();
        var missing = theirs.stream()
                .filter(station -> !station.isTemplate() && !planned.contains(station))
                .filter(station -> !station.settings().slotsOf(week).isEmpty())
                .toList();
        missing.forEach(station -> plan(station, week, playable, by));
        return missing.size();
    }

    /** One station without a programme of that week. */
    Programme plan(Station station, Week week, List<StationSound> playable, Actor by) {
        var schedule = editing.planned(Schedule.empty(), grounds.of(station, week, playable), Mode.ANEW);
        var programme = new Programme(station, week);
        programmes.add(programme);
        writing.write(programme, schedule, "plan", by, null);
        return programme;
    }
}
