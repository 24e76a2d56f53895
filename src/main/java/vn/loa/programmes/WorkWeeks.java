package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.WorkWeek.Change;
import vn.loa.programmes.WorkWeek.Day;
import vn.loa.programmes.WorkWeek.Line;
import vn.loa.programmes.WorkWeek.SlotPlan;
import vn.loa.programmes.WorkWeek.State;
import vn.loa.taxonomy.Localities;

/** Reads weeks for those who plan them, in a constant number of statements. Those of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class WorkWeeks {
    private static final int MOST_CHANGES = 8;

    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private Grounds grounds;

    @Inject
    private StationSounds sounds;

    @Inject
    private Clock clock;

    /** @return empty when there is no station by this name */
    public Optional<WorkWeek> find(String unit, Week week, Actor by) {
        return open(unit, by).map(station -> {
            var found = programmes.find(station, week);
            var schedule = found.flatMap(programme -> programmes.edition(programme, programme.edition()))
                    .map(ProgrammeEdition::schedule)
                    .orElse(Schedule.empty());
            var ground = grounds.of(station, week, schedule.products());
            var changes = found.map(programmes::changes).orElse(List.of());
            return read(station, week, found, schedule, ground, changes);
        });
    }

    /**
     * One slot as it would be with these things in it, in their order.
     *
     * @param slot its name
     * @return empty when there is no such slot
     */
    public Optional<SlotPlan> tried(String unit, Week week, String slot, List<Entry> entries, Actor by) {
        return open(unit, by).flatMap(station -> {
            var programme = programmes.find(station, week);
            var saved = programme
                    .flatMap(known -> programmes.edition(known, known.edition()))
                    .map(ProgrammeEdition::schedule)
                    .orElse(Schedule.empty());
            var products = Stream.concat(entries.stream().map(Entry::product), saved.products().stream())
                    .distinct()
                    .toList();
            var ground = grounds.of(station, week, products);
            return ground.slot(slot).map(found -> {
                var begun = programme.map(known -> known.begunBy(now())).orElse(LocalDateTime.MIN);
                var laid = Laying.of(found, entries, ground, saved, begun).items();
                var rest = saved.only(item -> !found.contains(item.at())).items();
                var whole =
                        new Schedule(Stream.concat(laid.stream(), rest.stream()).toList());
                // What begins after the end is shown with the rest, or it would be lost when the form is sent again.
                return slot(found, laid, ground, ground.problems(whole), Map.of());
            });
        });
    }

    private Optional<Station> open(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return localities.find(unit).flatMap(known -> {
            ProgrammePolicy.require(by, known);
            return stations.of(known);
        });
    }

    private WorkWeek read(
            Station station,
            Week week,
            Optional<Programme> programme,
            Schedule schedule,
            Ground ground,
            List<Programmes.Change> changes) {
        var problems = ground.problems(schedule);
        var lost = schedule.items().stream()
                .filter(item -> !ground.sounds().containsKey(item.heard()))
                .map(PlannedItem::product)
                .distinct()
                .toList();
        var names = sounds.names(lost);
        var days = week.days().stream()
                .map(day -> day(day, station.settings(), schedule, ground, problems, names))
                .toList();
        var edition = programme.map(Programme::edition).orElse(0);
        return new WorkWeek(
                station.locality().addressName(),
                station.locality().label(),
                station.isTemplate(),
                week,
                programme.map(Programme::version).orElse(0L),
                state(programme),
                days,
                problems.stream()
                        .filter(problem -> problem.kind() == ScheduleProblem.Kind.SHARE)
                        .toList(),
                spoken(schedule),
                Undoing.previous(edition, changes).isPresent(),
                Undoing.next(edition, changes).isPresent(),
                changes.stream()
                        .limit(MOST_CHANGES)
                        .map(change -> new Change(change.at(), change.by(), change.reason()))
                        .toList());
    }

    /** How far a week is. @param programme of the week, if one was begun */
    public static State state(Optional<Programme> programme) {
        return programme
                .map(found -> found.published().isEmpty()
                        ? State.DRAFT
                        : found.isShownAsItIs() ? State.PUBLISHED : State.CHANGED)
                .orElse(State.NONE);
    }

    private static Map<String, Integer> spoken(Schedule schedule) {
        var spoken = new LinkedHashMap<String, Integer>();
        schedule.items().forEach(item -> spoken.merge(item.language(), item.seconds(), Integer::sum));
        return spoken;
    }

    private Day day(
            LocalDate day,
            StationSettings settings,
            Schedule schedule,
            Ground ground,
            List<ScheduleProblem> problems,
            Map<Long, Texts> names) {
        var slots = settings.slotsOn(day);
        var extra = schedule.on(day).stream()
                .filter(item -> slots.stream().noneMatch(slot -> slot.contains(item.at())))
                .map(item -> line(item, ground, problems, names))
                .toList();
        return new Day(
                day,
                settings.holiday(day).orElse(null),
                slots.stream()
                        .map(slot -> slot(slot, schedule.in(slot), ground, problems, names))
                        .toList(),
                extra);
    }

    private SlotPlan slot(
            Slot slot, List<PlannedItem> items, Ground ground, List<ScheduleProblem> problems, Map<Long, Texts> names) {
        var lines =
                items.stream().map(item -> line(item, ground, problems, names)).toList();
        var played = lines.stream()
                .filter(line -> line.sound() != null)
                .mapToInt(Line::seconds)
                .sum();
        return new SlotPlan(
                slot,
                lines,
                problems.stream()
                        .filter(problem ->
                                problem.product() == 0 && problem.language().isEmpty() && slot.contains(problem.at()))
                        .toList(),
                played,
                !slot.start().isAfter(now()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(TimeSource.ZONE));
    }

    private static Line line(PlannedItem item, Ground ground, List<ScheduleProblem> problems, Map<Long, Texts> names) {
        var sound = ground.sounds().get(item.heard());
        var about = new ArrayList<ScheduleProblem>();
        problems.stream()
                .filter(problem -> problem.at().equals(item.at())
                        && problem.product() == item.product()
                        && problem.language().equals(item.language()))
                .forEach(about::add);
        return new Line(
                item.at(),
                item.product(),
                sound == null ? names.getOrDefault(item.product(), Texts.none()) : sound.title(),
                item.language(),
                item.seconds(),
                item.priority(),
                sound,
                about);
    }
}
