package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** The administrative units, those of today and those that were. */
@Repository
public class Localities {
    @PersistenceContext
    private EntityManager em;

    /** All of them, by code and day of beginning. */
    public List<Locality> all() {
        return em.createQuery(
                        "select l from Locality l left join fetch l.parent order by l.code, l.validFrom",
                        Locality.class)
                .getResultList();
    }

    /** What dissolved units became: ids of the units of today by the id of the old one. One statement. */
    public Map<Long, List<Long>> successions() {
        return em.createQuery(
                        "select l.id, s.id from Locality l join l.successors s order by l.id, s.code", Object[].class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }

    /**
     * The unit that a name in the public contract means.
     *
     * @param name {@code 01273}, or {@code 01273@2025-07-01} where a code has been reused; a bare code means the newest unit
     */
    public Optional<Locality> find(String name) {
        var at = name.indexOf('@');
        if (at < 0) {
            return em.createQuery(
                            "select l from Locality l where l.code = :code order by l.validFrom desc", Locality.class)
                    .setParameter("code", name)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
        }
        return day(name.substring(at + 1)).flatMap(day -> find(name.substring(0, at), day));
    }

    /** The units that these names in the public contract mean, by name; what means none is missing. One statement. */
    public Map<String, Locality> named(Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        var codes = names.stream().map(name -> name.split("@", 2)[0]).toList();
        var found = new HashMap<String, Locality>();
        em.createQuery(
                        "select l from Locality l left join fetch l.parent where l.code in :codes order by l.validFrom",
                        Locality.class)
                .setParameter("codes", codes)
                .getResultStream()
                .forEach(unit -> {
                    found.put(unit.code(), unit);
                    found.put(unit.code() + "@" + unit.validFrom(), unit);
                });
        // Whoever asks for one name must not be told of the other units that had its code.
        found.keySet().retainAll(Set.copyOf(names));
        return found;
    }

    /**
     * Units in whose names, or in theirs and that of what they lie in, all of these words stand, with or without their marks, or whose code they are: those that
     * are called so themselves first, those of today before others, so many and no more, each with what it lies in; none by what is no word. Two statements, or none when nothing was typed.
     */
    public List<Locality> search(String words, int most) {
        if (words.isBlank()) {
            return List.of();
        }
        List<?> found = em.createNativeQuery("""
                        with sought (words) as (
                            select array(select '%' || word || '%'
                                from string_to_table(folded_titles(cast(json_build_object('q', cast(?1 as text)) as text)), ' ') as word
                                where word <> '')
                        ), named (id, own, above) as (
                            select l.id, folded_titles(l.label), coalesce(folded_titles(p.label), '')
                            from locality l left join locality p on p.id = l.parent
                        )
                        select l.id from sought, named join locality l on l.id = named.id
                        where l.code = ?1 or cardinality(sought.words) > 0 and own || ' ' || above like all (sought.words)
                        order by l.code = ?1 or own like all (sought.words) desc, l.valid_to is not null, l.name, l.id limit ?2""")
                .setParameter(1, words)
                .setParameter(2, most)
                .getResultList();
        var ids = found.stream().map(id -> ((Number) id).longValue()).toList();
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select l from Locality l left join fetch l.parent where l.id in :ids", Locality.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .sorted(Comparator.comparing(unit -> ids.indexOf(unit.id())))
                        .toList();
    }

    public Optional<Locality> find(long id) {
        return Optional.ofNullable(em.find(Locality.class, id));
    }

    /** The unit with this code that began on this day. */
    public Optional<Locality> find(String code, LocalDate validFrom) {
        return em.createQuery("select l from Locality l where l.code = :code and l.validFrom = :day", Locality.class)
                .setParameter("code", code)
                .setParameter("day", validFrom)
                .getResultStream()
                .findFirst();
    }

    /**
     * Ids of all units whose content belongs to this one too: itself, what it came from, what is below it, and so on from each of these;
     * and what it, or a unit that was below it, has become, but not what is beside these. So the page of a district that is no more shows
     * its communes of today, and the page of such a commune shows what was made for the district, but not its sister communes. One statement.
     */
    public List<Long> within(Locality unit) {
        List<?> ids = em.createNativeQuery("""
                        with recursive found (id) as (
                            select cast(?1 as bigint)
                            union
                            select below.id from found join (
                                select id, parent as above from locality where parent is not null
                                union all
                                select locality, successor from locality_successor
                            ) below on below.above = found.id
                        ), governed (id) as (
                            select cast(?1 as bigint)
                            union
                            select l.id from governed join locality l on l.parent = governed.id
                        ), became (id) as (
                            select s.successor from governed join locality_successor s on s.locality = governed.id
                            union
                            select s.successor from became join locality_successor s on s.locality = became.id
                        )
                        select id from found union select id from became""").setParameter(1, unit.id()).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Ids of a unit and all that lie in it. One statement. */
    public List<Long> below(long unit) {
        List<?> ids = em.createNativeQuery("""
                        with recursive found (id) as (
                            select cast(?1 as bigint)
                            union
                            select l.id from found join locality l on l.parent = found.id
                        )
                        select id from found""").setParameter(1, unit).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** The units directly below this one, by name. */
    public List<Locality> childrenOf(Locality parent) {
        return em.createQuery("select l from Locality l where l.parent = :parent order by l.name", Locality.class)
                .setParameter("parent", parent)
                .getResultList();
    }

    public void add(Locality added) {
        em.persist(added);
    }

    /** Stores a unit that has no parent, unless one with its code began on that day. Several nodes may do so at once. */
    public void addOnce(Locality added) {
        em.createNativeQuery("insert into locality (code, name, kind, label, level, valid_from)"
                        + " values (?1, ?2, ?3, ?4, ?5, cast(?6 as date)) on conflict (code, valid_from) do nothing")
                .setParameter(1, added.code())
                .setParameter(2, added.name())
                .setParameter(3, added.kind())
                .setParameter(4, added.label().toJson())
                .setParameter(5, added.level().code())
                .setParameter(6, added.validFrom().toString())
                .executeUpdate();
    }

    private static Optional<LocalDate> day(String text) {
        if (text.length() != "2025-07-01".length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (java.time.format.DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
