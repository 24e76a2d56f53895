package vn.loa.programmes.log;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Jsons;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.HeardUrgently.Told;
import vn.loa.programmes.PlannedItem.Heard;

/** The as-run logs of all communes. */
@Repository
public class Broadcasts {
    /** What two ways tell of the same work within so many seconds is one broadcast. */
    static final int SAME_SECONDS = 60;

    private static final String LINES =
            "select b.id, b.version, b.key, b.airedAt, p.slug, r.title, g.label, b.language, b.seconds, b.outcome, b.origin, b.note, b.struck,"
                    + " b.changes, p.publication.online, b.writtenBy from Broadcast b, Product p"
                    + " join p.published r join r.genre g where p.id = b.product and b.locality.id = :place"
                    + " and b.airedAt >= :from and b.airedAt < :to";

    /** Without what is struck out. */
    private static final String COUNTING = " and b.struck = false";

    private static final String COUNTED =
            " from Broadcast b where b.struck = false and b.airedAt >= :from and b.airedAt < :to";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    /** What may be in the log already. */
    record Wanted(
            long place, String key, Aired aired, @Nullable Instant planned) {}

    /** Some days of some communes. @param places ids; null for all */
    record Reach(Instant from, Instant to, @Nullable Collection<Long> places) {}

    /** Nobody else writes into the logs of these communes before the running transaction ends. One statement. @param places ids of communes */
    void await(Collection<Long> places) {
        locks.await("broadcasts", places);
    }

    /**
     * For each of these, by its place in the list, the entries that have its key, and those that were not struck out and tell of the same work and language at
     * nearly the same time, or planned for the same: what began late is no other broadcast. Two statements, or one when there are none.
     */
    Map<Integer, List<Broadcast>> like(List<Wanted> wanted) {
        return beside(wanted, """
                b.key = n.key
                    or not b.struck and b.product = n.product and b.language = n.language
                        and (b.aired_at > n.at - interval '60 seconds'
                                and b.aired_at < n.at + interval '60 seconds'
                            or b.planned_at = n.planned)""");
    }

    /** For each of these, by its place in the list, the entries of the same work and language that may be heard while it is. Two statements, or one when there are none. */
    Map<Integer, List<Broadcast>> during(List<Wanted> wanted) {
        return beside(wanted, """
                not b.struck and b.outcome <> 'missed' and b.product = n.product and b.language = n.language
                    and b.aired_at > n.at - interval '1 day'
                    and b.aired_at < n.at + greatest(n.seconds, 1) * interval '1 second'
                    and b.aired_at + greatest(b.seconds, 1) * interval '1 second' > n.at""");
    }

    /** The same for entries of something else. */
    Map<Integer, List<Broadcast>> others(List<Wanted> wanted) {
        return beside(wanted, """
                not b.struck and b.outcome <> 'missed' and (b.product <> n.product or b.language <> n.language)
                    and b.aired_at > n.at - interval '1 day'
                    and b.aired_at < n.at + n.seconds * interval '1 second'
                    and b.aired_at + b.seconds * interval '1 second' > n.at""");
    }

    /** What is odd about an entry that was kept all the same. @param clock whether it stands at another moment than the clock of the station said @param before whether its work was not public yet @param collides whether something else is told to have been heard while it was */
    record Odd(long id, boolean clock, boolean before, boolean collides) {}

    /** Of these entries, those about which something is. One statement, or none for none. */
    List<Odd> odd(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = Jsons.array();
        ids.forEach(asked::add);
        List<?> rows = em.createNativeQuery("""
                        select * from (select b.id, b.told_at is not null and b.changes = 0 as clock,
                            coalesce(b.aired_at < p.published_at, false) as before,
                            b.outcome <> 'missed' and exists (select 1 from broadcast o where o.locality = b.locality
                                and not o.struck and o.outcome <> 'missed' and (o.product <> b.product or o.language <> b.language)
                                and o.aired_at > b.aired_at - interval '1 day'
                                and o.aired_at < b.aired_at + b.seconds * interval '1 second'
                                and extract(epoch from least(o.aired_at + o.seconds * interval '1 second',
                                        b.aired_at + b.seconds * interval '1 second') - greatest(o.aired_at, b.aired_at))
                                    > least(60, least(o.seconds, b.seconds) / 2)) as collides
                            from broadcast b join product p on p.id = b.product
                            where not b.struck and b.id in (select cast(value as bigint) from json_array_elements_text(cast(?1 as json)) as value)
                        ) each where clock or before or collides""")
                .setParameter(1, asked.build().toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Odd(
                        ((Number) row[0]).longValue(),
                        Boolean.TRUE.equals(row[1]),
                        Boolean.TRUE.equals(row[2]),
                        Boolean.TRUE.equals(row[3])))
                .toList();
    }

    private Map<Integer, List<Broadcast>> beside(List<Wanted> wanted, String condition) {
        var asked = Jsons.array();
        for (var i = 0; i < wanted.size(); i++) {
            var each = wanted.get(i);
            var row = Jsons.object()
                    .add("i", i)
                    .add("place", each.place())
                    .add("key", each.key())
                    .add("product", each.aired().product())
                    .add("language", each.aired().language())
                    .add("at", each.aired().at().toString())
                    .add("seconds", each.aired().seconds());
            if (each.planned() != null) {
                row.add("planned", each.planned().toString());
            }
            asked.add(row);
        }
        List<?> rows = em.createNativeQuery("""
                        select n.i, b.id from json_to_recordset(cast(?1 as json)) as n (i int, place bigint, key text,
                            product bigint, language text, at timestamptz, seconds int, planned timestamptz)
                        join broadcast b on b.locality = n.place and (%s)
                        order by n.i, b.id""".formatted(condition))
                .setParameter(1, asked.build().toString())
                .getResultList();
        var places = new LinkedHashMap<Integer, List<Long>>();
        for (var row : rows) {
            var pair = (Object[]) row;
            places.computeIfAbsent(((Number) pair[0]).intValue(), none -> new ArrayList<>())
                    .add(((Number) pair[1]).longValue());
        }
        var found = new HashMap<Long, Broadcast>();
        var ids = places.values().stream().flatMap(List::stream).distinct().toList();
        if (!ids.isEmpty()) {
            em.createQuery("select b from Broadcast b where b.id in :ids", Broadcast.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(entry -> found.put(entry.requireId(), entry));
        }
        var like = new HashMap<Integer, List<Broadcast>>();
        places.forEach((i, each) -> like.put(
                i,
                each.stream()
                        .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                        .toList()));
        return like;
    }

    void add(Broadcast entry) {
        em.persist(entry);
    }

    void add(BroadcastChange before) {
        em.persist(before);
    }

    void flush() {
        em.flush();
    }

    /** With its commune. One statement. */
    Optional<Broadcast> find(long id) {
        return em.createQuery("select b from Broadcast b where b.id = :id", Broadcast.class)
                .setParameter("id", id)
                .setHint(Fetch.JOIN, "b.locality")
                .getResultStream()
                .findFirst();
    }

    /** Id of the commune of an entry. One statement. */
    Optional<Long> place(long id) {
        return em.createQuery("select b.locality.id from Broadcast b where b.id = :id", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** An entry, for somebody who is about to change it; after {@link #await}, as it is then. */
    Optional<Broadcast> lock(long id) {
        return em.createQuery("select b from Broadcast b where b.id = :id", Broadcast.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** What an entry was before each of its corrections, the latest first. One statement. */
    List<BroadcastChange> changes(Broadcast entry) {
        return em.createQuery(
                        "select c from BroadcastChange c where c.broadcast = :entry order by c.number desc",
                        BroadcastChange.class)
                .setParameter("entry", entry)
                .getResultList();
    }

    /** The latest correction of an entry. One statement. */
    Optional<BroadcastChange> lastChange(Broadcast entry) {
        return changes(entry).stream().findFirst();
    }

    /** How many entries a commune has in these days. One statement. @param struck whether those are among them that are struck out */
    long count(long place, Instant from, Instant to, boolean struck) {
        return count(place, from, to, struck ? "" : COUNTING);
    }

    /** How many of them are struck out. One statement. */
    long struck(long place, Instant from, Instant to) {
        return count(place, from, to, " and b.struck = true");
    }

    private long count(long place, Instant from, Instant to, String which) {
        return em.createQuery(
                        "select count(b) from Broadcast b where b.locality.id = :place and b.airedAt >= :from and b.airedAt < :to"
                                + which,
                        Long.class)
                .setParameter("place", place)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
    }

    /** Those of a commune in these days, the latest first. One statement. @param struck as for {@link #count} @param first how many are passed over */
    List<LogLine> latest(long place, Instant from, Instant to, boolean struck, int first, int most) {
        return lines(
                em.createQuery(LINES + (struck ? "" : COUNTING) + " order by b.airedAt desc, b.id desc", Object[].class)
                        .setParameter("place", place)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setFirstResult(first)
                        .setMaxResults(most));
    }

    /** Those of a commune in these days that count, in order, behind a moment and an id. One statement. */
    List<LogLine> after(long place, Instant from, Instant to, Instant moment, long id, int most) {
        return lines(em.createQuery(
                        LINES + " and b.struck = false and (b.airedAt > :moment or b.airedAt = :moment and b.id > :id)"
                                + " order by b.airedAt, b.id",
                        Object[].class)
                .setParameter("place", place)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("moment", moment)
                .setParameter("id", id)
                .setMaxResults(most));
    }

    private static List<LogLine> lines(TypedQuery<Object[]> query) {
        return query.getResultList().stream().map(Broadcasts::line).toList();
    }

    private static LogLine line(Object[] row) {
        return new LogLine(
                (Long) row[0],
                (Long) row[1],
                (String) row[2],
                (Instant) row[3],
                (String) row[4],
                (Texts) row[5],
                (Texts) row[6],
                (String) row[7],
                (Integer) row[8],
                (AiredOutcome) row[9],
                (LogOrigin) row[10],
                (String) row[11],
                Boolean.TRUE.equals(row[12]),
                ((Integer) row[13]) > 0,
                Boolean.TRUE.equals(row[14]),
                (String) row[15]);
    }

    /** What the log of a commune says in these days, without what was struck out, in order. One statement. */
    public List<Logged> told(long place, LogDays days) {
        return em.createQuery(
                        "select b.id, b.product, b.language, b.airedAt, b.seconds, b.outcome, b.plannedAt from Broadcast b"
                                + " where b.locality.id = :place and b.struck = false and b.airedAt >= :from and b.airedAt < :to"
                                + " order by b.airedAt, b.id",
                        Object[].class)
                .setParameter("place", place)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .getResultStream()
                .map(row -> new Logged(
                        (Long) row[0],
                        new Aired(
                                (Long) row[1],
                                (String) row[2],
                                (Instant) row[3],
                                (Integer) row[4],
                                (AiredOutcome) row[5],
                                ""),
                        (Instant) row[6]))
                .toList();
    }

    /** What players have played to the end at these communes of what was planned for this moment or later. One statement. @param places ids, at least one */
    Set<Told> playedToTheEnd(Collection<Long> places, Instant planned) {
        return em.createQuery(
                        "select b.locality.id, b.plannedAt, b.product, b.language from Broadcast b where b.locality.id in :places"
                                + " and b.plannedAt >= :planned and b.struck = false"
                                + " and b.origin = vn.loa.programmes.log.LogOrigin.PLAYOUT"
                                + " and b.outcome = vn.loa.programmes.log.AiredOutcome.AIRED",
                        Object[].class)
                .setParameter("places", places)
                .setParameter("planned", planned)
                .getResultStream()
                .map(row -> new Told(
                        (Long) row[0],
                        LocalDateTime.ofInstant((Instant) row[1], TimeSource.ZONE),
                        new Heard((Long) row[2], (String) row[3])))
                .collect(Collectors.toSet());
    }

    /** How often, and for how many seconds. */
    record Count(long product, String language, AiredOutcome outcome, long times, long seconds, long places) {}

    /** By work, language and outcome. One statement. */
    List<Count> byWork(Reach reach) {
        return counted(
                        "select b.product, b.language, b.outcome, count(b), sum(b.seconds), count(distinct b.locality.id)",
                        "b.product, b.language, b.outcome",
                        reach)
                .getResultStream()
                .map(row -> new Count(
                        (Long) row[0],
                        (String) row[1],
                        (AiredOutcome) row[2],
                        (Long) row[3],
                        ((Number) row[4]).longValue(),
                        (Long) row[5]))
                .toList();
    }

    /** How often in a commune. @param latest when its log was written last */
    record PlaceCount(long place, AiredOutcome outcome, long times, long seconds, Instant latest) {}

    /** By commune and outcome. One statement. */
    List<PlaceCount> byPlace(Reach reach) {
        return counted(
                        "select b.locality.id, b.outcome, count(b), sum(b.seconds), max(b.airedAt)",
                        "b.locality.id, b.outcome",
                        reach)
                .getResultStream()
                .map(row -> new PlaceCount(
                        (Long) row[0],
                        (AiredOutcome) row[1],
                        (Long) row[2],
                        ((Number) row[3]).longValue(),
                        instant(row[4])))
                .toList();
    }

    /** The greatest of moments is not converted everywhere. */
    private static Instant instant(Object moment) {
        return moment instanceof Timestamp stored ? stored.toInstant() : (Instant) moment;
    }

    private TypedQuery<Object[]> counted(String select, String groups, Reach reach) {
        var places = reach.places();
        var query = em.createQuery(
                        select + COUNTED + (places == null ? "" : " and b.locality.id in :places") + " group by "
                                + groups,
                        Object[].class)
                .setParameter("from", reach.from())
                .setParameter("to", reach.to());
        if (places != null) {
            // No unit has this id, and a list of none is no list.
            query.setParameter("places", places.isEmpty() ? List.of(-1L) : places);
        }
        return query;
    }

    /** How often works that fulfil a promise were aired in a language at a commune. */
    record PromiseCount(String deliverable, String language, long place, long times) {}

    /** Of these deliverables, by what the public sees of works, or saw last. One statement. */
    List<PromiseCount> ofDeliverables(Collection<String> keys) {
        return em.createQuery(
                        "select r.deliverable, b.language, b.locality.id, count(b) from Broadcast b, Product p join p.published r"
                                + " where p.id = b.product and r.deliverable in :keys and b.struck = false"
                                + " and b.outcome = vn.loa.programmes.log.AiredOutcome.AIRED"
                                + " group by r.deliverable, b.language, b.locality.id",
                        Object[].class)
                .setParameter("keys", keys)
                .getResultStream()
                .map(row -> new PromiseCount((String) row[0], (String) row[1], (Long) row[2], (Long) row[3]))
                .toList();
    }
}
