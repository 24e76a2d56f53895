package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.programmes.EditProgramme.Mode;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Plans weeks of which there is no programme yet. */
@ApplicationScoped
@Transactional
class BeginWeek {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private Grounds grounds;

    @Inject
    private ProgrammeWriting writing;

    /** Units of stations that somebody looks after, that are on air in a week and have no programme of it. */
    public List<Locality> missing(Week week, Actor by) {
        var theirs = stations.all(by.confinedTo() == null ? null : localities.below(by.confinedTo()));
        var planned = programmes.between(theirs, week, week).stream()
                .map(programme -> programme.station().requireId())
                .toList();
        return theirs.stream()
                .filter(station -> !station.isTemplate() && !planned.contains(station.requireId()))
                .filter(station -> !station.settings().slotsOf(week).isEmpty())
                .map(Station::locality)
                .toList();
    }

    /** @return whether it was planned: not when somebody else was faster */
    public boolean plan(Locality unit, Week week, Playable playable, LocalDateTime now, Actor by) {
        var open = stations.lock(unit)
                .filter(station -> programmes.find(station, week).isEmpty());
        open.ifPresent(station -> plan(station, week, playable, now, "plan", by));
        return open.isPresent();
    }

    /** Within the transaction of who has seen that there is none. @param now slots that have begun by then stay empty */
    Programme plan(Station station, Week week, Playable playable, LocalDateTime now, String reason, Actor by) {
        var planned = Planning.of(
                Schedule.empty(),
                grounds.of(station, week, playable.sounds()),
                playable.stock(station.settings().rule()),
                Mode.ANEW,
                now);
        var programme = new Programme(station, week);
        programmes.add(programme);
        writing.write(programme, planned.schedule(), reason, by, null);
        return programme;
    }
}
