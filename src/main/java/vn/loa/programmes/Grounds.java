package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.catalog.StationSounds.Subjects;
import vn.loa.programmes.PlannedItem.Heard;

/** Reads what weeks are planned on. Within the transaction of who asks. */
@ApplicationScoped
public class Grounds {
    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    /** With everything that can be played. Two statements. */
    Ground all(Station station, Week week) {
        return of(station, week, byHeard(sounds.all()));
    }

    /** What can be played by the rule of a station. One statement, or two where it asks what works are about. */
    Stock stock(Ground ground) {
        return ground.stock(ground.settings().rule().asksForSubjects() ? sounds.subjects() : Subjects.none());
    }

    /** With what can be played of these products. Two statements. */
    Ground of(Station station, Week week, Collection<Long> products) {
        return of(station, week, byHeard(sounds.of(products)));
    }

    /** One statement. */
    Ground of(Station station, Week week, Map<Heard, StationSound> playable) {
        var rule = station.settings().rule();
        // To know what was not heard for longest, one looks back as far as anybody ever minds.
        var back = rule.order() == PlanningRule.Order.LONGEST_UNHEARD ? PlanningRule.LONGEST_REPEAT : rule.repeatDays();
        var heard = back == 0
                ? List.<PlannedItem>of()
                : programmes
                        .heard(
                                station,
                                week.monday().minusDays(back),
                                week.sunday().plusDays(rule.repeatDays()),
                                week)
                        .stream()
                        .flatMap(edition -> edition.schedule().items().stream())
                        .toList();
        return new Ground(station.settings(), station.settings().slotsOf(week), heard, playable);
    }

    /** Sounds by what is heard of them. */
    public static Map<Heard, StationSound> byHeard(List<StationSound> playable) {
        var byHeard = new LinkedHashMap<Heard, StationSound>();
        playable.forEach(sound -> byHeard.put(new Heard(sound.product(), sound.language()), sound));
        return byHeard;
    }
}
