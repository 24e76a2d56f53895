package vn.loa.programmes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds.Subjects;
import vn.loa.programmes.PlannedItem.Heard;

/**
 * What a week of a station is planned on.
 *
 * @param slots of the week
 * @param heard what is played in the weeks around it
 * @param sounds what can be played now
 */
record Ground(StationSettings settings, List<Slot> slots, List<PlannedItem> heard, Map<Heard, StationSound> sounds) {
    List<ScheduleProblem> problems(Schedule schedule) {
        var lengths = sounds.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().seconds()));
        return new ScheduleCheck(slots, settings.rule(), lengths, heard).of(schedule);
    }

    List<ScheduleProblem> errors(Schedule schedule) {
        return problems(schedule).stream().filter(ScheduleProblem::isError).toList();
    }

    /** What of it can be played by the rule of the station. */
    Stock stock() {
        return stock(Subjects.none());
    }

    Stock stock(Subjects subjects) {
        return Stock.of(candidates(sounds.values(), subjects), settings.rule());
    }

    static List<Candidate> candidates(Collection<StationSound> sounds, Subjects subjects) {
        return sounds.stream()
                .map(sound -> new Candidate(
                        sound.product(),
                        sound.language(),
                        sound.genre(),
                        sound.seconds(),
                        sound.since(),
                        subjects.topics().getOrDefault(sound.product(), Set.of()),
                        subjects.audiences().getOrDefault(sound.product(), Set.of())))
                .toList();
    }

    /** The same item as long as it is now; empty when it cannot be played any more. */
    Optional<PlannedItem> now(PlannedItem item) {
        return Optional.ofNullable(sounds.get(item.heard())).map(sound -> item.lasting(sound.seconds()));
    }

    Optional<Slot> slot(String name) {
        return slots.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
