package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.StationSounds;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.editorial.ContentRevision;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Reads what everybody may see of programmes, in a constant number of statements. What nobody may hear any more is left out. */
@ApplicationScoped
@Transactional
@Reading
public class PublicProgrammes {
    /** Begins what the names of programmes are made of. */
    static final String NAMES = "programme/";

    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    @Inject
    private ContentRevision content;

    @Inject
    private PortalIdentity identity;

    @Inject
    private Clock clock;

    /** A station with a programme. @param code of its commune in addresses */
    public record Listed(String code, Texts place) {}

    /**
     * A week of a station.
     *
     * @param code of its commune in addresses
     * @param there whether there is a programme of it
     * @param previous the week before, when there is a programme of that; null otherwise
     * @param next likewise
     * @param today whose day it is
     */
    public record Shown(
            String code,
            Texts place,
            Week week,
            boolean there,
            List<PlayedDay> days,
            @Nullable Week previous,
            @Nullable Week next,
            LocalDate today) {
        public Shown {
            days = List.copyOf(days);
        }

        /** What is heard today; empty in other weeks. */
        public Optional<PlayedDay> ofToday() {
            return days.stream().filter(day -> day.date().equals(today)).findFirst();
        }
    }

    /**
     * Some days of a station.
     *
     * @param name that no programme of another portal has, and which stays wherever the portal moves
     * @param changedAt when anything that everybody sees was changed last
     * @param revision grows with each such change, also when a work is withdrawn, and never falls
     */
    public record Span(UUID name, String code, Texts place, List<PlayedDay> days, Instant changedAt, long revision) {
        public Span {
            days = List.copyOf(days);
        }
    }

    /** Communes of which there is a programme of this week or a later one, by name. Two statements. */
    public List<Listed> list() {
        var shown = new HashSet<>(programmes.stationsShown(Week.of(today())));
        return stations.all(null).stream()
                .filter(station -> !station.isTemplate() && shown.contains(station.requireId()))
                .map(station -> new Listed(
                        station.locality().addressName(), station.locality().label()))
                .toList();
    }

    /** Whether everybody sees a programme of a commune, of this week or a later one. One statement, or none when it is no commune. */
    public boolean isShown(Locality unit) {
        return !Station.isTemplate(unit) && programmes.isShown(unit, Week.of(today()));
    }

    /** @param week null for the one of today @return empty when there is no station by this name */
    public Optional<Shown> week(String unit, @Nullable Week week) {
        var wanted = week == null ? Week.of(today()) : week;
        return station(unit).map(station -> {
            var around = programmes.shown(station, wanted.plus(-1), wanted.plus(1));
            var here = around.stream()
                    .filter(edition -> edition.programme().week().equals(wanted))
                    .findFirst();
            return new Shown(
                    station.locality().addressName(),
                    station.locality().label(),
                    wanted,
                    here.isPresent(),
                    days(station, wanted.days(), here.stream().toList()),
                    neighbour(around, wanted.plus(-1)),
                    neighbour(around, wanted.plus(1)),
                    today());
        });
    }

    /** From one day to another, both counted. @return empty when there is no station by this name */
    public Optional<Span> between(String unit, LocalDate from, LocalDate to) {
        return station(unit).map(station -> {
            var editions = programmes.shown(station, Week.of(from), Week.of(to));
            return new Span(
                    identity.name(NAMES + station.locality().addressName()),
                    station.locality().addressName(),
                    station.locality().label(),
                    days(station, from.datesUntil(to.plusDays(1)).toList(), editions),
                    content.changedAt(),
                    content.current());
        });
    }

    private Optional<Station> station(String unit) {
        return localities.find(unit).flatMap(this::station);
    }

    private Optional<Station> station(Locality unit) {
        return Station.isTemplate(unit) ? Optional.empty() : stations.of(unit);
    }

    private List<PlayedDay> days(Station station, List<LocalDate> days, List<ProgrammeEdition> editions) {
        var schedule = Schedule.of(editions);
        var playable = Grounds.byHeard(sounds.of(schedule.products()));
        return days.stream()
                .map(day -> PlayedDay.of(day, station.settings(), schedule, playable))
                .toList();
    }

    private static @Nullable Week neighbour(List<ProgrammeEdition> around, Week week) {
        return around.stream()
                .map(edition -> edition.programme().week())
                .filter(week::equals)
                .findFirst()
                .orElse(null);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
    }

    /** Today's day and the last one of so many, as {@link #between} takes them. */
    public List<LocalDate> ahead(int days) {
        return Stream.of(today(), today().plusDays(days - 1L)).toList();
    }
}
