package vn.loa.programmes;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Repository;
import vn.loa.programmes.PublishedDays.PlayedWeek;
import vn.loa.taxonomy.Locality;

/** The programmes of all stations and weeks, with their editions. */
@Repository
public class Programmes {
    /** So many changes can be taken back. */
    static final int KEPT_EDITIONS = 40;

    private static final String SHOWN =
            "select e from ProgrammeEdition e join e.programme p where e.number = p.published";

    @PersistenceContext
    private EntityManager em;

    /** That of a week. One statement. */
    public Optional<Programme> find(Station station, Week week) {
        return em.createQuery(
                        "select p from Programme p where p.station = :station and p.monday = :monday", Programme.class)
                .setParameter("station", station)
                .setParameter("monday", week.monday())
                .getResultStream()
                .findFirst();
    }

    /** The same, for somebody who is about to change it. */
    Optional<Programme> lock(Station station, Week week) {
        return em.createQuery(
                        "select p from Programme p where p.station = :station and p.monday = :monday", Programme.class)
                .setParameter("station", station)
                .setParameter("monday", week.monday())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Those of these stations from one week to another, both counted. One statement. */
    public List<Programme> between(Collection<Station> stations, Week first, Week last) {
        return stations.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p from Programme p where p.station in :stations and p.monday between :first and :last"
                                        + " order by p.monday",
                                Programme.class)
                        .setParameter("stations", stations)
                        .setParameter("first", first.monday())
                        .setParameter("last", last.monday())
                        .getResultList();
    }

    /**
     * One change of a programme.
     *
     * @param previous number of the edition that it changed; null of the first
     */
    public record Change(int number, @Nullable Integer previous, Instant at, String by, String reason) {}

    /** What was done to a programme, the latest first. One statement. */
    public List<Change> changes(Programme programme) {
        return em.createQuery(
                        "select e.number, e.previous, e.madeAt, e.madeBy, e.reason from ProgrammeEdition e"
                                + " where e.programme = :programme order by e.number desc",
                        Object[].class)
                .setParameter("programme", programme)
                .getResultStream()
                .map(row -> new Change(
                        (Integer) row[0], (Integer) row[1], (Instant) row[2], (String) row[3], (String) row[4]))
                .toList();
    }

    /** The greatest number of its editions; 0 when it has none. One statement. */
    int newest(Programme programme) {
        return em.createQuery(
                        "select coalesce(max(e.number), 0) from ProgrammeEdition e where e.programme = :programme",
                        Integer.class)
                .setParameter("programme", programme)
                .getSingleResult();
    }

    public Optional<ProgrammeEdition> edition(Programme programme, int number) {
        return em.createQuery(
                        "select e from ProgrammeEdition e where e.programme = :programme and e.number = :number",
                        ProgrammeEdition.class)
                .setParameter("programme", programme)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** What everybody sees of a station from one week to another, both counted, in order. One statement. */
    public List<ProgrammeEdition> shown(Station station, Week first, Week last) {
        return em.createQuery(
                        SHOWN + " and p.station = :station and p.monday between :first and :last order by p.monday",
                        ProgrammeEdition.class)
                .setParameter("station", station)
                .setParameter("first", first.monday())
                .setParameter("last", last.monday())
                .setHint(Fetch.JOIN, "e.programme")
                .getResultList();
    }

    /** What everybody sees of these stations from one week to another, both counted, where anything urgent is in it; with their stations and communes. Two statements at most. @param stations ids */
    List<ProgrammeEdition> urgent(Collection<Long> stations, Week first, Week last) {
        if (stations.isEmpty()) {
            return List.of();
        }
        // Nearly no programme has any: the others are not read.
        List<?> ids = em.createNativeQuery(
                        "select e.id from programme p join programme_edition e on e.programme = p.id and e.number = p.published"
                                + " where p.monday between cast(?1 as date) and cast(?2 as date)"
                                + " and e.items like '%\"priority\":\"urgent\"%'")
                .setParameter(1, first.monday().toString())
                .setParameter(2, last.monday().toString())
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select e from ProgrammeEdition e join e.programme p where e.id in :ids and p.station.id in :stations",
                                ProgrammeEdition.class)
                        .setParameter(
                                "ids",
                                ids.stream()
                                        .map(id -> ((Number) id).longValue())
                                        .toList())
                        .setParameter("stations", stations)
                        .setHint(Fetch.JOIN, "e.programme.station.locality")
                        .getResultList();
    }

    /** What is, or is going to be, heard of a station in these days but for one week: what everybody sees, or what is worked on. One statement. */
    List<ProgrammeEdition> heard(Station station, LocalDate first, LocalDate last, Week except) {
        return em.createQuery(
                        "select e from ProgrammeEdition e join e.programme p where p.station = :station"
                                + " and e.number = coalesce(p.published, p.edition) and p.monday <> :except"
                                + " and p.monday between :first and :last order by p.monday",
                        ProgrammeEdition.class)
                .setParameter("station", station)
                .setParameter("except", except.monday())
                .setParameter("first", Week.of(first).monday())
                .setParameter("last", Week.of(last).monday())
                .getResultList();
    }

    /** What is worked on of a station in a week and the two before it. One statement. */
    List<ProgrammeEdition> around(Station station, Week week) {
        return em.createQuery(
                        "select e from ProgrammeEdition e join e.programme p where p.station = :station and e.number = p.edition"
                                + " and p.monday between :first and :last",
                        ProgrammeEdition.class)
                .setParameter("station", station)
                .setParameter("first", week.plus(-2).monday())
                .setParameter("last", week.monday())
                .getResultList();
    }

    /** Where everybody sees that a work is played, in this week or later, in the order of {@link Stations#all}. One statement. @param product id */
    List<PlayedWeek> playing(long product, Week from) {
        List<?> rows = em.createNativeQuery(
                        "select p.station, cast(p.monday as text) from programme p join programme_edition e on e.programme = p.id"
                                + " and e.number = p.published join station s on s.id = p.station"
                                + " join locality l on l.id = s.locality where p.monday >= cast(?1 as date)"
                                + " and e.items like ?2 order by l.name, l.id, p.monday")
                .setParameter(1, from.monday().toString())
                .setParameter(2, "%\"product\":" + product + ",%")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new PlayedWeek(((Number) row[0]).longValue(), Week.of(LocalDate.parse((String) row[1]))))
                .toList();
    }

    /** Which weeks everybody sees of these stations, this one or later, in the order of {@link Stations#all}. One statement. */
    List<PlayedWeek> shown(Collection<Long> stations, Week from) {
        return em.createQuery(
                        "select p.station.id, p.monday from Programme p where p.published is not null and p.monday >= :from"
                                + " and p.station.id in :stations order by p.station.locality.name, p.station.locality.id, p.monday",
                        Object[].class)
                .setParameter("from", from.monday())
                .setParameter("stations", stations)
                .getResultStream()
                .map(row -> new PlayedWeek((Long) row[0], new Week((LocalDate) row[1])))
                .toList();
    }

    /** Ids of stations of which everybody sees a programme of this week or a later one. One statement. */
    List<Long> stationsShown(Week from) {
        return em.createQuery(
                        "select distinct p.station.id from Programme p where p.published is not null and p.monday >= :from",
                        Long.class)
                .setParameter("from", from.monday())
                .getResultList();
    }

    /** Whether everybody sees a programme of this week or a later one. One statement. */
    boolean isShown(Locality unit, Week from) {
        return em.createQuery(
                                "select count(p) from Programme p where p.published is not null and p.monday >= :from"
                                        + " and p.station.locality = :unit",
                                Long.class)
                        .setParameter("from", from.monday())
                        .setParameter("unit", unit)
                        .getSingleResult()
                > 0;
    }

    void add(Programme programme) {
        em.persist(programme);
    }

    void add(StoppedEmergency stopped) {
        em.persist(stopped);
    }

    /** What was stopped at a station of what was planned from one moment to another, the last not counted. One statement. */
    public List<PlannedItem> stopped(Station station, Instant from, Instant to) {
        return em.createQuery(
                        "select s from StoppedEmergency s where s.station = :station and s.plannedAt >= :from and s.plannedAt < :to"
                                + " order by s.plannedAt, s.id",
                        StoppedEmergency.class)
                .setParameter("station", station)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .map(StoppedEmergency::item)
                .distinct()
                .toList();
    }

    void add(ProgrammeEdition edition) {
        em.persist(edition);
    }

    /** Forgets editions that are too old to be taken back, but never one that somebody sees or works on. */
    void forget(Programme programme, int newest) {
        if (newest > KEPT_EDITIONS) {
            em.createQuery("delete from ProgrammeEdition e where e.programme = :programme and e.number <= :old"
                            + " and e.number <> :edition and e.number <> :published")
                    .setParameter("programme", programme)
                    .setParameter("old", newest - KEPT_EDITIONS)
                    .setParameter("edition", programme.edition())
                    .setParameter("published", programme.published().orElse(0))
                    .executeUpdate();
        }
    }

    void remove(Programme programme) {
        em.remove(programme);
    }

    void flush() {
        em.flush();
    }
}
