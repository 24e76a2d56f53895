package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.WorkWeek.State;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Reads stations for those who look after them, in a constant number of statements. */
@ApplicationScoped
@Transactional
@Reading
public class WorkStations {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    @Inject
    private EditStation editing;

    @Inject
    private Clock clock;

    /**
     * A station in a list.
     *
     * @param code of its unit in addresses
     * @param slots a week
     * @param now of the week of today
     * @param next of the week after
     */
    public record Line(String code, Texts place, boolean template, int slots, State now, State next) {}

    /** A unit. @param code in addresses */
    public record Place(String code, Texts label) {}

    /**
     * One station.
     *
     * @param version 0 when there is none yet
     * @param templated whether there is a template to take over
     * @param next when it is on air next; null when it is not within two weeks
     */
    public record View(
            String code,
            Texts place,
            boolean template,
            long version,
            StationSettings settings,
            boolean templated,
            @Nullable LocalDateTime next) {}

    /** Something that can be put into a slot. @param heardOn the last day in the weeks around on which it is played; null when there is none */
    public record Choice(StationSound sound, @Nullable LocalDate heardOn) {}

    /** Those that somebody looks after, by name. Three statements. */
    public List<Line> list(Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var theirs = stations.all(units(by)).stream()
                .filter(station -> ProgrammePolicy.mayPlan(by, station.locality()))
                .toList();
        var week = thisWeek();
        var known = new HashMap<Long, Map<Week, Programme>>();
        programmes
                .between(theirs, week, week.plus(1))
                .forEach(programme -> known.computeIfAbsent(programme.station().requireId(), none -> new HashMap<>())
                        .put(programme.week(), programme));
        var labels = Locality.labelsAmong(theirs.stream().map(Station::locality).toList());
        return theirs.stream()
                .map(station -> {
                    var own = known.getOrDefault(station.requireId(), Map.of());
                    return new Line(
                            station.locality().addressName(),
                            labels.apply(station.locality()),
                            station.isTemplate(),
                            station.settings().slots().size(),
                            WorkWeeks.state(Optional.ofNullable(own.get(week))),
                            WorkWeeks.state(Optional.ofNullable(own.get(week.plus(1)))));
                })
                .sorted(Comparator.comparing(line -> !line.template()))
                .toList();
    }

    /** Whether there is a commune of today without a station, or a province without a template, that somebody looks after. Two statements. */
    public boolean mayOpenMore(Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var within = units(by);
        var open = stations.all(within).stream()
                .map(station -> station.locality().id())
                .collect(Collectors.toSet());
        return localities.all().stream()
                .anyMatch(unit -> unit.validTo().isEmpty()
                        && (within == null || within.contains(unit.id()))
                        && !open.contains(unit.id())
                        && ProgrammePolicy.mayPlan(by, unit));
    }

    /** Whether somebody may set up a station in a unit: one of today that they look after. At most three statements. @param unit its code */
    public boolean mayOpen(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var within = units(by);
        return localities
                .find(unit)
                .filter(known -> known.validTo().isEmpty()
                        && (within == null || within.contains(known.id()))
                        && ProgrammePolicy.mayPlan(by, known))
                .isPresent();
    }

    /** The commune of an officer who looks after no other; empty for everybody else. */
    public Optional<String> own(Actor by) {
        return by.is(Role.COMMUNE_OFFICER) && by.confinedTo() != null
                ? localities
                        .find(by.confinedTo())
                        .filter(unit -> !Station.isTemplate(unit))
                        .map(Locality::addressName)
                : Optional.empty();
    }

    /** The same for whoever has no list of stations: an officer who oversees others too has one. */
    public Optional<String> only(Actor by) {
        return by.is(Role.PUBLISHER) || by.is(Role.ADMINISTRATOR) ? Optional.empty() : own(by);
    }

    /** @return empty when there is no such unit */
    public Optional<View> find(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return localities.find(unit).map(known -> {
            ProgrammePolicy.require(by, known);
            var station = stations.of(known);
            var settings = station.map(Station::settings).orElse(StationSettings.none());
            return new View(
                    known.addressName(),
                    known.label(),
                    Station.isTemplate(known),
                    station.map(Station::version).orElse(0L),
                    settings,
                    editing.template(known).isPresent(),
                    next(settings));
        });
    }

    private @Nullable LocalDateTime next(StationSettings settings) {
        var now = LocalDateTime.now(clock.withZone(TimeSource.ZONE));
        return Stream.of(thisWeek(), thisWeek().plus(1))
                .flatMap(week -> settings.slotsOf(week).stream())
                .map(Slot::start)
                .filter(now::isBefore)
                .findFirst()
                .orElse(null);
    }

    /** By the clock of Vietnam. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
    }

    /** The week of today. */
    public Week thisWeek() {
        return Week.now(clock);
    }

    /** Stations to copy from: those that one looks after, the template, and others of which everybody sees a programme. Two statements. */
    public List<Place> sources(String unit, Week week, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var all = stations.all(null);
        var planned = programmes.between(all, week.plus(-1), week).stream()
                .filter(programme -> programme.station().isTemplate()
                        || programme.published().isPresent()
                        || ProgrammePolicy.mayPlan(by, programme.station().locality()))
                .map(programme -> programme.station().requireId())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(station -> planned.contains(station.requireId()))
                .sorted(Comparator.comparing((Station station) -> !station.isTemplate()))
                .map(station -> new Place(
                        station.locality().addressName(), station.locality().labelWithin()))
                .toList();
    }

    /** Works that can be heard, the newest first, each with all that can be heard of it. As {@link #choices}, in whatever language and genre. */
    public List<List<StationSound>> works(String unit, Week week, String words, int mostVoices, Actor by) {
        var works = new LinkedHashMap<Long, List<StationSound>>();
        choices(unit, week, new Wanted(words, "", "", Integer.MAX_VALUE), mostVoices, by).first().stream()
                .map(Choice::sound)
                .forEach(sound -> works.computeIfAbsent(sound.product(), none -> new ArrayList<>())
                        .add(sound));
        return List.copyOf(works.values());
    }

    /**
     * What somebody looks for.
     *
     * @param words that stand in the title, with or without marks; empty for all
     * @param language code; empty for all
     * @param genre code; empty for all
     * @param room in seconds: what is longer comes last
     */
    public record Wanted(String words, String language, String genre, int room) {
        boolean isFor(StationSound sound) {
            return (language.isEmpty() || sound.language().equals(language))
                    && (genre.isEmpty() || sound.genre().equals(genre));
        }
    }

    /** What was found. @param first of it @param all how much it is */
    public record Choices(List<Choice> first, int all) {
        public static final Choices NONE = new Choices(List.of(), 0);

        public Choices {
            first = List.copyOf(first);
        }
    }

    /** What can be put into a slot of a week: what has room in it before what has none, the newest first. */
    public Choices choices(String unit, Week week, Wanted wanted, int most, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        var heard = new HashMap<PlannedItem.Heard, LocalDate>();
        localities
                .find(unit)
                .filter(known -> ProgrammePolicy.mayPlan(by, known))
                .flatMap(stations::of)
                .ifPresent(station -> programmes.around(station, week).stream()
                        .flatMap(edition -> edition.schedule().items().stream())
                        .forEach(item -> heard.merge(
                                item.heard(),
                                item.at().toLocalDate(),
                                (one, other) -> one.isAfter(other) ? one : other)));
        var folded = Stream.of(Texts.fold(wanted.words()).split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        var found = sounds.all().stream()
                .filter(wanted::isFor)
                .filter(sound -> {
                    var title =
                            Texts.fold(String.join(" ", sound.title().asMap().values()));
                    return folded.stream().allMatch(title::contains);
                })
                .sorted(Comparator.comparing(sound -> sound.seconds() > wanted.room()))
                .toList();
        return new Choices(
                found.stream()
                        .limit(most)
                        .map(sound ->
                                new Choice(sound, heard.get(new PlannedItem.Heard(sound.product(), sound.language()))))
                        .toList(),
                found.size());
    }

    private @Nullable Collection<Long> units(Actor by) {
        return by.confinedTo() == null ? null : localities.below(by.confinedTo());
    }
}
