package vn.loa.archive;

import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;

/** The lines of archives as they were read, and what has become of each; and which product and track each key and file has become. */
@Repository
@Transactional
public class ArchiveLines {
    private static final String COLUMNS = "line, line_key, title, state, was, cells, faults, product, seen, written";

    @PersistenceContext
    private EntityManager em;

    /**
     * A line.
     *
     * @param was what it was to do, once it is done; empty before
     * @param cells what stands in it, by the names of columns
     * @param product address of that which it is about; null while there is none
     * @param seen version of the product when the line was looked at; null when there was none
     * @param written whether the product says what the line says
     */
    record Line(
            int number,
            String key,
            String title,
            LineState state,
            String was,
            Map<String, String> cells,
            List<LineFault> faults,
            @Nullable String product,
            @Nullable Long seen,
            boolean written) {}

    /**
     * What is known of a file of a product.
     *
     * @param mark tells its bytes from others
     * @param upload its bytes on their way in
     * @param track what has become of it; null before
     * @param before the track of other bytes at the same path, whose place it takes; null when there is none
     */
    record Known(
            String mark,
            @Nullable String upload,
            @Nullable Long track,
            @Nullable Long before) {}

    /** Nobody else gets a turn at the archive before this transaction ends. @throws Overtaken when somebody else has it, or it has ended */
    void hold(Turn turn, RunState state) {
        hold(turn, " and state = '" + state.name() + "'");
    }

    private void hold(Turn turn, String condition) {
        if (em.createNativeQuery(
                        "select 1 from archive_run where id = ?1 and attempt = ?2" + condition + " for no key update")
                .setParameter(1, turn.run())
                .setParameter(2, turn.attempt())
                .getResultList()
                .isEmpty()) {
            throw new Overtaken(turn);
        }
    }

    /** Takes all lines of a run away that is being looked at. */
    void clear(Turn turn) {
        hold(turn, RunState.CHECKING);
        em.createNativeQuery("delete from archive_line where run = ?1")
                .setParameter(1, turn.run())
                .executeUpdate();
    }

    /** To a run that is being looked at. */
    void add(Turn turn, List<Line> lines) {
        hold(turn, RunState.CHECKING);
        for (var line : lines) {
            var cells = Jsons.object();
            line.cells().forEach(cells::add);
            em.createNativeQuery(
                            "insert into archive_line (run, line, line_key, title, state, cells, faults, product, seen)"
                                    + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), cast(?9 as bigint))")
                    .setParameter(1, turn.run())
                    .setParameter(2, line.number())
                    .setParameter(3, line.key())
                    .setParameter(4, line.title())
                    .setParameter(5, line.state().name())
                    .setParameter(6, cells.build().toString())
                    .setParameter(7, LineFault.toJson(line.faults()))
                    .setParameter(8, line.product())
                    .setParameter(9, line.seen())
                    .executeUpdate();
        }
    }

    /** How many lines of a run are in each state. */
    Map<LineState, Integer> counts(long run) {
        return counts(List.of(run)).getOrDefault(run, Map.of());
    }

    /** The same of several runs. One statement. */
    Map<Long, Map<LineState, Integer>> counts(List<Long> runs) {
        var counts = new HashMap<Long, Map<LineState, Integer>>();
        List<?> rows = em.createNativeQuery("select run, state, count(*) from archive_line"
                        + " where run = any(cast(string_to_array(?1, ' ') as bigint[])) group by run, state")
                .setParameter(1, runs.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .getResultList();
        for (var row : rows) {
            var fields = (Object[]) row;
            counts.computeIfAbsent(((Number) fields[0]).longValue(), none -> new EnumMap<>(LineState.class))
                    .put(LineState.valueOf((String) fields[1]), ((Number) fields[2]).intValue());
        }
        return counts;
    }

    /** The first that waits to be carried out. */
    Optional<Line> next(long run) {
        return list("where run = ?1 and state in ('NEW', 'CHANGED') order by line limit 1", run, 0, 0).stream()
                .findFirst();
    }

    /** Whether it still waits; nobody else carries it out before this transaction ends. */
    boolean lock(long run, int line) {
        return !em.createNativeQuery(
                        "select 1 from archive_line where run = ?1 and line = ?2 and state in ('NEW', 'CHANGED') for update")
                .setParameter(1, run)
                .setParameter(2, line)
                .getResultList()
                .isEmpty();
    }

    /** So many lines behind this one, in order. */
    List<Line> after(long run, int line, int most) {
        return list("where run = ?1 and line > ?2 order by line limit ?3", run, line, most);
    }

    /** The first lines with which something is wrong. */
    List<Line> faulty(long run, int most) {
        return list("where run = ?1 and state in ('FAULTY', 'FAILED') order by line limit ?2", run, most, 0);
    }

    private List<Line> list(String where, long run, int second, int third) {
        var query = em.createNativeQuery("select " + COLUMNS + " from archive_line " + where)
                .setParameter(1, run);
        if (where.contains("?2")) {
            query.setParameter(2, second);
        }
        if (where.contains("?3")) {
            query.setParameter(3, third);
        }
        var lines = new ArrayList<Line>();
        for (var row : (List<?>) query.getResultList()) {
            var fields = (Object[]) row;
            lines.add(new Line(
                    ((Number) fields[0]).intValue(),
                    (String) fields[1],
                    (String) fields[2],
                    LineState.valueOf((String) fields[3]),
                    (String) fields[4],
                    cells((String) fields[5]),
                    LineFault.ofJson((String) fields[6]),
                    (String) fields[7],
                    number(fields[8]),
                    (Boolean) fields[9]));
        }
        return lines;
    }

    private static Map<String, String> cells(String json) {
        var cells = new LinkedHashMap<String, String>();
        try (var reader = Jsons.reader(new StringReader(json))) {
            reader.readObject().forEach((name, value) -> cells.put(name, ((JsonString) value).getString()));
        }
        return cells;
    }

    /** It has become this product; its files may still be on their way. */
    void became(long run, int line, String product) {
        em.createNativeQuery("update archive_line set product = ?3, written = true where run = ?1 and line = ?2")
                .setParameter(1, run)
                .setParameter(2, line)
                .setParameter(3, product)
                .executeUpdate();
    }

    /** That is what came of it. */
    void end(Turn turn, int line, LineState state, List<LineFault> faults) {
        hold(turn, "");
        em.createNativeQuery("update archive_line set was = state, state = ?3, faults = ?4 where run = ?1 and line = ?2"
                        + " and state in ('NEW', 'CHANGED')")
                .setParameter(1, turn.run())
                .setParameter(2, line)
                .setParameter(3, state.name())
                .setParameter(4, LineFault.toJson(faults))
                .executeUpdate();
    }

    /** It has failed for a reason that nobody knows. @return how often by now */
    int failed(Turn turn, int line) {
        hold(turn, "");
        em.createNativeQuery("update archive_line set failures = failures + 1 where run = ?1 and line = ?2")
                .setParameter(1, turn.run())
                .setParameter(2, line)
                .executeUpdate();
        return ((Number) em.createNativeQuery("select failures from archive_line where run = ?1 and line = ?2")
                        .setParameter(1, turn.run())
                        .setParameter(2, line)
                        .getSingleResult())
                .intValue();
    }

    /** Nobody else makes or finds the product of this key before this transaction ends. */
    void claim(String key) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 185)) as text)")
                .setParameter(1, key)
                .getSingleResult();
    }

    /** Address of the product that a line of this key has become; empty when there is none. */
    Optional<String> product(String key) {
        List<?> found = em.createNativeQuery(
                        "select p.slug from archive_key k join product p on p.id = k.product where k.line_key = ?1")
                .setParameter(1, key)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    /** This address, when there is a product at it. */
    Optional<String> address(String slug) {
        List<?> found = em.createNativeQuery("select slug from product where slug = ?1")
                .setParameter(1, slug)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    /** Whether a track is one of this product. */
    boolean hasTrack(String product, long track) {
        return !em.createNativeQuery(
                        "select 1 from track t join product p on p.id = t.product where t.id = ?1 and p.slug = ?2")
                .setParameter(1, track)
                .setParameter(2, product)
                .getResultList()
                .isEmpty();
    }

    /** Lines of this key are about this product from now on. @throws IllegalStateException when they are about another one: then two have been made of one */
    void bind(String key, String product) {
        em.createNativeQuery("insert into archive_key (line_key, product) select ?1, id from product where slug = ?2"
                        + " on conflict do nothing")
                .setParameter(1, key)
                .setParameter(2, product)
                .executeUpdate();
        if (!product(key).equals(Optional.of(product))) {
            throw new IllegalStateException("Lines of the key " + key + " are not about " + product);
        }
    }

    /** The keys of products; those that were not brought in have none. */
    Map<String, String> keys(List<String> products) {
        var keys = new LinkedHashMap<String, String>();
        if (!products.isEmpty()) {
            List<?> rows = em.createNativeQuery("select p.slug, min(k.line_key) from archive_key k join product p"
                            + " on p.id = k.product where p.slug = any(string_to_array(?1, ' ')) group by p.slug")
                    .setParameter(1, String.join(" ", products))
                    .getResultList();
            rows.forEach(row -> keys.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
        }
        return keys;
    }

    /** What is known of a file of a product. */
    Optional<Known> file(String product, String path) {
        List<?> rows = em.createNativeQuery(
                        "select f.mark, f.upload, f.track, f.before from archive_file f join product p"
                                + " on p.id = f.product where p.slug = ?1 and f.path = ?2")
                .setParameter(1, product)
                .setParameter(2, path)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Known((String) row[0], (String) row[1], number(row[2]), number(row[3])))
                .findFirst();
    }

    /** Whether this upload is the one of which the file is made. @throws Overtaken when somebody else has the archive */
    boolean isOf(Turn turn, String product, String path, String upload) {
        hold(turn, "");
        return file(product, path)
                .filter(known -> upload.equals(known.upload()))
                .isPresent();
    }

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    /**
     * Notes what is known of a file from now on, unless somebody else has noted something meanwhile.
     *
     * @param seen the upload that was known before; null when there was none
     * @return whether it is noted
     * @throws Overtaken when somebody else has the archive
     */
    boolean note(Turn turn, String product, String path, @Nullable String seen, Known known) {
        hold(turn, "");
        return em.createNativeQuery(
                                "insert into archive_file (product, path, mark, upload, track, before) select id, ?2, ?3,"
                                        + " cast(?4 as text), cast(?5 as bigint), cast(?6 as bigint) from product where slug = ?1"
                                        + " on conflict (product, path) do update set mark = excluded.mark, upload = excluded.upload,"
                                        + " track = excluded.track, before = excluded.before"
                                        + " where archive_file.upload is not distinct from cast(?7 as text)")
                        .setParameter(1, product)
                        .setParameter(2, path)
                        .setParameter(3, known.mark())
                        .setParameter(4, known.upload())
                        .setParameter(5, known.track())
                        .setParameter(6, known.before())
                        .setParameter(7, seen)
                        .executeUpdate()
                > 0;
    }
}
