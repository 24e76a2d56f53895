package vn.loa.administration;

import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Jsons;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.taxonomy.Level;

/** Administrative units by the thousand. */
@Repository
public class Units {
    private static final int PIECE = 1_000;

    /** Of those who carry out a table: any number that no other lock has. */
    private static final long ONE_BY_ONE = 0x756e_6974_735f_3131L;

    private static final Map<String, String> ENGLISH_KINDS = Map.of(
            "tỉnh", "province",
            "thành phố", "city",
            "quận", "urban district",
            "huyện", "district",
            "thị xã", "town",
            "xã", "commune",
            "phường", "ward",
            "thị trấn", "township",
            "đặc khu", "special zone");

    @PersistenceContext
    private EntityManager em;

    /** A unit as the list shows it. @param name in addresses @param successors what it has become, in words */
    public record Line(
            String name,
            Texts label,
            String level,
            Texts parent,
            LocalDate from,
            @Nullable LocalDate to,
            String successors) {}

    void oneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ONE_BY_ONE)
                .getSingleResult();
    }

    /** All that there are. Two statements. */
    List<Unit> all() {
        var successors = new HashMap<String, Set<String>>();
        List<?> pairs = em.createNativeQuery(
                        "select l.code || '@' || l.valid_from, s.code || '@' || s.valid_from from locality_successor x"
                                + " join locality l on l.id = x.locality join locality s on s.id = x.successor")
                .getResultList();
        pairs.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> successors
                        .computeIfAbsent((String) row[0], none -> new TreeSet<>())
                        .add((String) row[1]));
        List<?> rows = em.createNativeQuery(
                        "select l.code, l.valid_from, l.valid_to, l.name, l.kind, l.level,"
                                + " coalesce(p.code || '@' || p.valid_from, '') from locality l left join locality p on p.id = l.parent")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Unit(
                        (String) row[0],
                        Objects.requireNonNull(day(row[1])),
                        day(row[2]),
                        (String) row[3],
                        (String) row[4],
                        Coded.of(Level.class, (String) row[5]),
                        (String) row[6],
                        successors.getOrDefault(row[0] + "@" + day(row[1]), Set.of())))
                .toList();
    }

    /**
     * Stores new units and changes those that there are: first all of them, then what is above them and what they became, which is what is said here and nothing
     * else.
     */
    void write(List<Unit> units) {
        for (var from = 0; from < units.size(); from += PIECE) {
            run("""
                    insert into locality (code, valid_from, valid_to, name, kind, label, level)
                    select code, valid_from, valid_to, name, kind, label, level
                    from json_to_recordset(cast(?1 as json)) as x
                        (code text, valid_from date, valid_to date, name text, kind text, label text, level text)
                    on conflict (code, valid_from) do update set version = locality.version + 1,
                        valid_to = excluded.valid_to, name = excluded.name, kind = excluded.kind, level = excluded.level,
                        label = case when locality.name = excluded.name and locality.kind = excluded.kind
                            then locality.label else excluded.label end""", piece(units, from));
        }
        for (var from = 0; from < units.size(); from += PIECE) {
            run("""
                    update locality l set parent = p.id
                    from json_to_recordset(cast(?1 as json)) as x (code text, valid_from date, parent text)
                    left join locality p on p.code || '@' || p.valid_from = x.parent
                    where l.code = x.code and l.valid_from = x.valid_from and l.parent is distinct from p.id""", piece(units, from));
            run("""
                    delete from locality_successor x
                    using json_to_recordset(cast(?1 as json)) as u (code text, valid_from date, successors json), locality l, locality s
                    where l.code = u.code and l.valid_from = u.valid_from and x.locality = l.id and s.id = x.successor
                        and s.code || '@' || s.valid_from not in (select json_array_elements_text(u.successors))""", piece(units, from));
            run("""
                    insert into locality_successor (locality, successor)
                    select l.id, s.id
                    from json_to_recordset(cast(?1 as json)) as x (code text, valid_from date, successors json)
                    cross join lateral json_array_elements_text(x.successors) as one (name)
                    join locality l on l.code = x.code and l.valid_from = x.valid_from
                    join locality s on s.code = split_part(one.name, '@', 1)
                        and s.valid_from = cast(split_part(one.name, '@', 2) as date)
                    where l.id <> s.id
                    on conflict do nothing""", piece(units, from));
        }
    }

    private void run(String sql, String json) {
        em.createNativeQuery(sql).setParameter(1, json).executeUpdate();
    }

    private static String piece(List<Unit> units, int from) {
        var array = Jsons.array();
        units.subList(from, Math.min(from + PIECE, units.size())).forEach(unit -> array.add(json(unit)));
        return array.build().toString();
    }

    private static JsonObjectBuilder json(Unit unit) {
        var english = ENGLISH_KINDS.getOrDefault(unit.kind().toLowerCase(Locale.ROOT), "");
        var label = Texts.of(
                Map.of(Texts.FALLBACK, unit.kind() + " " + unit.name(), "en", (unit.name() + " " + english).strip()));
        var json = Jsons.object()
                .add("code", unit.code())
                .add("valid_from", unit.from().toString())
                .add("name", unit.name())
                .add("kind", unit.kind())
                .add("label", label.toJson())
                .add("level", unit.level().code())
                .add("parent", unit.parent())
                .add("successors", Jsons.array(List.copyOf(unit.successors())));
        var to = unit.to();
        return to == null ? json : json.add("valid_to", to.toString());
    }

    /** By code, those of today first; those whose names hold these words, or whose code they are; none by what is no word. Two statements. */
    Page<Line> page(String words, int page, int size) {
        var where =
                " from locality l left join locality p on p.id = l.parent, folded_titles(cast(json_build_object('q', cast(?1 as text))"
                        + " as text)) as sought where ?1 = '' or l.code = ?1 or sought <> '' and folded_titles(l.label) like all"
                        + " (array(select '%' || word || '%' from string_to_table(sought, ' ') as word))";
        var total = ((Number) em.createNativeQuery("select count(*)" + where)
                        .setParameter(1, words)
                        .getSingleResult())
                .longValue();
        List<?> rows = em.createNativeQuery(
                        "select l.code, l.valid_from, l.valid_to, l.label, l.level, coalesce(p.label, '{}'),"
                                + " (select string_agg(s.kind || ' ' || s.name, ', ' order by s.code) from locality_successor x"
                                + " join locality s on s.id = x.successor where x.locality = l.id)" + where
                                + " order by l.valid_to is not null, l.code, l.valid_from")
                .setParameter(1, words)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(rows.stream().map(row -> line((Object[]) row)).toList(), total, page, size);
    }

    private static Line line(Object[] row) {
        var from = Objects.requireNonNull(day(row[1]));
        var to = day(row[2]);
        return new Line(
                to == null ? (String) row[0] : row[0] + "@" + from,
                Texts.parse((String) row[3]),
                (String) row[4],
                Texts.parse((String) row[5]),
                from,
                to,
                Objects.toString(row[6], ""));
    }

    /**
     * Ids of what is public and found under one of these units: about the units themselves, about what lies in them or what became of that, or about what they
     * came from. Three statements. @param kind of content @param units that have been stored
     */
    List<Long> touched(SubjectKind kind, List<Unit> units) {
        var content = switch (kind) {
            case PRODUCT ->
                "select p.id from product p join product_locality x on x.revision = p.published_revision where x.locality in (select id from around)";
            case PLAN ->
                "select p.id from plan p join plan_revision r on r.id = p.published_revision where r.locality in (select id from around)";
            case QUESTION -> "select q.id from question q where q.online and q.locality in (select id from around)";
        };
        var found = new TreeSet<Long>();
        for (var from = 0; from < units.size(); from += PIECE) {
            List<?> ids = em.createNativeQuery("""
                            with recursive named (id) as (
                                select l.id from json_to_recordset(cast(?1 as json)) as x (code text, valid_from date)
                                join locality l on l.code = x.code and l.valid_from = x.valid_from
                            ), inside (id) as (
                                select id from named
                                union select l.id from inside join locality l on l.parent = inside.id
                            ), above (id) as (
                                select id from named
                                union select step.id from above
                                cross join lateral (select l.id from locality l where l.parent = above.id
                                    union all select x.locality from locality_successor x where x.successor = above.id) step
                            ), become (id) as (
                                select id from inside
                                union select x.successor from become join locality_successor x on x.locality = become.id
                            ), around (id) as (select id from above union select id from become)
                            """ + content)
                    .setParameter(1, piece(units, from))
                    .getResultList();
            ids.forEach(id -> found.add(((Number) id).longValue()));
        }
        return List.copyOf(found);
    }

    static @Nullable LocalDate day(@Nullable Object value) {
        return value instanceof Date date ? date.toLocalDate() : value instanceof LocalDate day ? day : null;
    }
}
