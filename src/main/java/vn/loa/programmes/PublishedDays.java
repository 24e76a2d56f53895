package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Coded;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.PublicProgrammes.Span;
import vn.loa.taxonomy.Localities;

/**
 * Reads some days of a station for who needs them whole, in a constant number of statements: what cannot be played is not left out as for the public, but
 * named.
 */
@ApplicationScoped
@Transactional
@Reading
public class PublishedDays {
    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    /** Why something that is planned cannot be played. */
    public enum Silence implements Coded {
        /** Nobody may hear the work any more. */
        WITHDRAWN,
        /** It has no approved voice in the language. */
        NO_VOICE,
        /** The file for stations is not made, or not yet. */
        NO_FILE
    }

    /** Something that cannot be played. @param title as it was when it was public last */
    public record Lost(LocalDateTime at, Texts title, String language, Silence why) {}

    /** A station that is heard. @param code of its commune in addresses */
    public record HeardStation(long station, String code, Texts place) {}

    /** What there is of some days. */
    public sealed interface Found {
        /** Everybody sees no programme of any of them, or nothing is played in them. */
        record Nothing() implements Found {}

        /** Of some, but not of these weeks. */
        record Missing(List<Week> weeks) implements Found {
            public Missing {
                weeks = List.copyOf(weeks);
            }
        }

        /** There are programmes, but not everything in them can be played. */
        record Incomplete(List<Lost> lost) implements Found {
            public Incomplete {
                lost = List.copyOf(lost);
            }
        }

        /**
         * All of it can be played.
         *
         * @param span says when the newest of its editions was made, and the greatest of their numbers
         * @param editions tells these editions from others
         */
        record Whole(Span span, String editions) implements Found {}
    }

    /**
     * The station of a commune.
     *
     * @return empty when there is no station by this name; a template is none
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public Optional<HeardStation> station(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return localities.find(unit).flatMap(known -> {
            ProgrammePolicy.require(by, known);
            return Station.isTemplate(known)
                    ? Optional.empty()
                    : stations.of(known).map(PublishedDays::heard);
        });
    }

    private static HeardStation heard(Station station) {
        return new HeardStation(
                station.requireId(),
                station.locality().addressName(),
                station.locality().label());
    }

    /** Whether somebody plans the programme of a station. */
    public boolean isPlannedBy(long station, Actor by) {
        return stations.find(station)
                .filter(found -> ProgrammePolicy.mayPlan(by, found.locality()))
                .isPresent();
    }

    /** From one day to another, both counted. @param station its id */
    public Found between(long station, LocalDate from, LocalDate to) {
        return stations.find(station).map(found -> between(found, from, to)).orElseGet(Found.Nothing::new);
    }

    private Found between(Station station, LocalDate from, LocalDate to) {
        var editions = programmes.shown(station, Week.of(from), Week.of(to));
        if (editions.isEmpty()) {
            return new Found.Nothing();
        }
        var missing = missing(editions, from, to);
        if (!missing.isEmpty()) {
            return new Found.Missing(missing);
        }
        var days = from.datesUntil(to.plusDays(1)).toList();
        var schedule = new Schedule(editions.stream()
                        .flatMap(edition -> edition.schedule().items().stream())
                        .toList())
                .only(item -> days.contains(item.at().toLocalDate()));
        var playable = Grounds.byHeard(sounds.of(schedule.products()));
        var silent = schedule.items().stream()
                .filter(item -> !playable.containsKey(item.heard()))
                .toList();
        if (!silent.isEmpty()) {
            return new Found.Incomplete(lost(silent));
        }
        var played = days.stream()
                .map(day -> PlayedDay.of(day, station.settings(), schedule, playable))
                .toList();
        return played.stream().allMatch(day -> day.blocks().isEmpty())
                ? new Found.Nothing()
                : new Found.Whole(span(station, editions, played), editions(editions));
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

    private List<Lost> lost(List<PlannedItem> silent) {
        var products = silent.stream().map(PlannedItem::product).collect(Collectors.toSet());
        var online = sounds.online(products);
        var voices = sounds.voices(products);
        var names = sounds.names(products);
        return silent.stream()
                .map(item -> new Lost(
                        item.at(),
                        names.getOrDefault(item.product(), Texts.none()),
                        item.language(),
                        why(item.heard(), online, voices)))
                .toList();
    }

    private static Silence why(Heard heard, Set<Long> online, Map<Long, Set<String>> voices) {
        if (!online.contains(heard.product())) {
            return Silence.WITHDRAWN;
        }
        return voices.getOrDefault(heard.product(), Set.of()).contains(heard.language())
                ? Silence.NO_FILE
                : Silence.NO_VOICE;
    }

    private static Span span(Station station, List<ProgrammeEdition> editions, List<PlayedDay> played) {
        return new Span(
                station.locality().addressName(),
                station.locality().label(),
                played,
                editions.stream()
                        .map(ProgrammeEdition::madeAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                editions.stream().mapToInt(ProgrammeEdition::number).max().orElse(0));
    }

    /** Which editions everybody sees of these days, in one line: {@code 2026-W48.3 2026-W49.1}. One statement. */
    public String editions(long station, LocalDate from, LocalDate to) {
        return stations.find(station)
                .map(found -> editions(programmes.shown(found, Week.of(from), Week.of(to))))
                .orElse("");
    }

    private static String editions(List<ProgrammeEdition> editions) {
        return editions.stream()
                .map(edition -> edition.programme().week().code() + "." + edition.number())
                .collect(Collectors.joining(" "));
    }
}
