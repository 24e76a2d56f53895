package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.StationSound;
import vn.loa.catalog.StationSounds;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Reading;
import vn.loa.common.Sha256;
import vn.loa.common.Texts;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.PublicProgrammes.Span;

/**
 * Reads some days of a station for who needs them whole, in a constant number of statements: what cannot be played is not left out as for the public, but
 * named.
 */
@ApplicationScoped
@Transactional
@Reading
public class PublishedDays {
    private static final int SHORT = 8;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    @Inject
    private PortalIdentity identity;

    /** From one day to another, both counted. @param station its id */
    public FoundDays between(long station, LocalDate from, LocalDate to) {
        return stations.find(station).map(found -> between(found, from, to)).orElseGet(FoundDays.Nothing::new);
    }

    private FoundDays between(Station station, LocalDate from, LocalDate to) {
        var editions = programmes.shown(station, Week.of(from), Week.of(to));
        if (editions.isEmpty()) {
            return new FoundDays.Nothing();
        }
        var missing = missing(editions, from, to);
        if (!missing.isEmpty()) {
            return new FoundDays.Missing(missing);
        }
        var days = from.datesUntil(to.plusDays(1)).toList();
        var schedule =
                Schedule.of(editions).only(item -> days.contains(item.at().toLocalDate()));
        var playable = Grounds.byHeard(sounds.of(schedule.products()));
        var silent = schedule.items().stream()
                .filter(item -> !playable.containsKey(item.heard()))
                .toList();
        if (!silent.isEmpty()) {
            return new FoundDays.Incomplete(lost(silent, playable));
        }
        var played = days.stream()
                .map(day -> PlayedDay.of(day, station.settings(), schedule, playable))
                .toList();
        var crowded = crowded(schedule, played);
        var left = lost(crowded, playable);
        if (played.stream().allMatch(day -> day.blocks().isEmpty())) {
            return left.isEmpty() ? new FoundDays.Nothing() : new FoundDays.Incomplete(left);
        }
        return new FoundDays.Whole(span(station, editions, played), editions(station, editions), left);
    }

    /** A week that is heard. @param left what is planned in it and cannot be played, in order */
    public record HeardWeek(Span span, List<FoundDays.Lost> left) {
        public HeardWeek {
            left = List.copyOf(left);
        }
    }

    /**
     * A week as everybody may hear it now: what cannot be played is left out, and nothing is played of a week that nobody is shown. When it was changed, and its number, are those of its own edition.
     *
     * @param station its id
     * @return empty when there is no such station
     */
    public Optional<HeardWeek> heard(long station, Week week) {
        return stations.find(station).map(found -> {
            var editions = programmes.shown(found, week, week);
            var schedule = Schedule.of(editions);
            var playable = Grounds.byHeard(sounds.of(schedule.products()));
            var played = week.days().stream()
                    .map(day -> PlayedDay.of(day, found.settings(), schedule, playable))
                    .toList();
            return new HeardWeek(span(found, editions, played), lost(crowded(schedule, played), playable));
        });
    }

    /** A week of a station. @param station its id */
    public record PlayedWeek(long station, Week week) {}

    /** Where everybody sees that a work is played, in this week or later. One statement. @param product its id */
    public List<PlayedWeek> playing(long product, Week from) {
        return programmes.playing(product, from);
    }

    /** Which weeks everybody sees of these stations, this one or later, by the names of their communes. One statement. */
    public List<PlayedWeek> shown(Collection<Long> stations, Week from) {
        return stations.isEmpty() ? List.of() : programmes.shown(stations, from);
    }

    private static List<Week> missing(List<ProgrammeEdition> editions, LocalDate from, LocalDate to) {
        var there = weeks(editions);
        var missing = new ArrayList<Week>();
        for (var week = Week.of(from); week.compareTo(Week.of(to)) <= 0; week = week.plus(1)) {
            if (!there.contains(week)) {
                missing.add(week);
            }
        }
        return missing;
    }

    private static Set<Week> weeks(List<ProgrammeEdition> editions) {
        return editions.stream().map(edition -> edition.programme().week()).collect(Collectors.toSet());
    }

    /** What is planned and not heard on its day. */
    private static List<PlannedItem> crowded(Schedule schedule, List<PlayedDay> played) {
        var heard = new HashMap<String, Integer>();
        played.forEach(day -> day.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .forEach(line -> heard.merge(
                        day.date() + " " + line.sound().product() + " "
                                + line.sound().language(),
                        1,
                        Integer::sum)));
        return schedule.items().stream()
                .filter(item -> heard.merge(
                                item.at().toLocalDate() + " " + item.product() + " " + item.language(),
                                -1,
                                Integer::sum)
                        < 0)
                .toList();
    }

    /** @param playable what has a sound: there is no room for it */
    private List<FoundDays.Lost> lost(List<PlannedItem> gone, Map<Heard, StationSound> playable) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var products = gone.stream().map(PlannedItem::product).collect(Collectors.toSet());
        var online = sounds.online(products);
        var voices = sounds.voices(products);
        var names = sounds.names(products);
        return gone.stream()
                .map(item -> new FoundDays.Lost(
                        item.at(),
                        names.getOrDefault(item.product(), Texts.none()),
                        item.language(),
                        playable.containsKey(item.heard())
                                ? FoundDays.Silence.NO_ROOM
                                : why(item.heard(), online, voices)))
                .toList();
    }

    private static FoundDays.Silence why(Heard heard, Set<Long> online, Map<Long, Set<String>> voices) {
        if (!online.contains(heard.product())) {
            return FoundDays.Silence.WITHDRAWN;
        }
        return voices.getOrDefault(heard.product(), Set.of()).contains(heard.language())
                ? FoundDays.Silence.NO_FILE
                : FoundDays.Silence.NO_VOICE;
    }

    private Span span(Station station, List<ProgrammeEdition> editions, List<PlayedDay> played) {
        return new Span(
                identity.name(PublicProgrammes.NAMES + station.locality().addressName()),
                station.locality().addressName(),
                station.locality().label(),
                played,
                editions.stream()
                        .map(ProgrammeEdition::madeAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                editions.stream().mapToInt(ProgrammeEdition::number).max().orElse(0));
    }

    /** Digest of what is heard when on some days: the same however often it was changed in between. */
    public static String played(Span span) {
        return Sha256.hex(span.days().stream()
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> Stream.concat(
                        Stream.of(block.begins() + " " + block.ends()),
                        block.lines().stream()
                                .map(line -> line.at() + " " + line.priority().code() + " "
                                        + line.sound().sha256())))
                .collect(Collectors.joining("\n")));
    }

    /** The same as it is now; empty where not all of it can be heard. */
    public Optional<String> played(long station, LocalDate from, LocalDate to) {
        return between(station, from, to) instanceof FoundDays.Whole whole
                ? Optional.of(played(whole.span()))
                : Optional.empty();
    }

    /** Which editions everybody sees of these days, and which slots they are heard in, in one line: {@code 2026-W48.3 2026-W49.1 gio.5f2a9c01}. One statement. */
    public String editions(long station, LocalDate from, LocalDate to) {
        return stations.find(station)
                .map(found -> editions(found, programmes.shown(found, Week.of(from), Week.of(to))))
                .orElse("");
    }

    private static String editions(Station station, List<ProgrammeEdition> editions) {
        var settings = station.settings();
        var slots = Sha256.hex(settings.slots() + " " + settings.holidays()).substring(0, SHORT);
        return Stream.concat(
                        editions.stream()
                                .map(edition -> edition.programme().week().code() + "." + edition.number()),
                        Stream.of("gio." + slots))
                .collect(Collectors.joining(" "));
    }
}
