package vn.loa.programmes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds.Subjects;
import vn.loa.programmes.PlannedItem.Heard;

/** What can be played, for several stations that are planned one after the other: most of them have the same rule. For one thread. */
final class Playable {
    private final Map<Heard, StationSound> sounds;
    private final List<Candidate> candidates;
    private final Map<PlanningRule, Stock> stocks = new HashMap<>();

    Playable(List<StationSound> all, Subjects subjects) {
        sounds = Grounds.byHeard(all);
        candidates = Ground.candidates(sounds.values(), subjects);
    }

    Map<Heard, StationSound> sounds() {
        return sounds;
    }

    /** What of it can be played by a rule. */
    Stock stock(PlanningRule rule) {
        return stocks.computeIfAbsent(rule, each -> Stock.of(candidates, each));
    }
}
