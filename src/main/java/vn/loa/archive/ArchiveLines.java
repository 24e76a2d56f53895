package vn.loa.archive;

import jakarta.json.JsonObjectBuilder;
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

/** The lines of archives as they were read, and what has become of each. */
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

    /** Nobody else gets a turn at the archive before this transaction ends. @throws Overtaken when somebody else has it, or it has ended */
    void hold(Turn turn, RunState state) {
        hold(turn, " and state = '" + state.name() + "'");
    }

    /** The same, whatever state it is in. @throws Overtaken when somebody else has it */
    void hold(Turn turn) {
        hold(turn, "");
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

    /** To a run that is being looked at. Two statements for all of them. */
    void add(Turn turn, List<Line> lines) {
        hold(turn, RunState.CHECKING);
        var rows = Jsons.array();
        lines.forEach(line -> rows.add(row(line)));
        em.createNativeQuery(
                        "insert into archive_line (run, line, line_key, title, state, cells, faults, product, seen)"
                                + " select cast(?1 as bigint), line, line_key, title, state, cells, faults, product, seen"
                                + " from json_to_recordset(cast(?2 as json)) as l (line int, line_key text, title text, state text,"
                                + " cells text, faults text, product text, seen bigint)")
                .setParameter(1, turn.run())
                .setParameter(2, rows.build().toString())
                .executeUpdate();
    }

    private static JsonObjectBuilder row(Line line) {
        var cells = Jsons.object();
        line.cells().forEach(cells::add);
        var row = Jsons.object()
                .add("line", line.number())
                .add("line_key", line.key())
                .add("title", line.title())
                .add("state", line.state().name())
                .add("cells", cells.build().toString())
                .add("faults", LineFault.toJson(line.faults()));
        if (line.product() != null) {
            row.add("product", line.product());
        }
        if (line.seen() != null) {
            row.add("seen", line.seen());
        }
        return row;
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

    /** The first of the others. */
    List<Line> sound(long run, int most) {
        return list("where run = ?1 and state not in ('FAULTY', 'FAILED') order by line limit ?2", run, most, 0);
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
        hold(turn);
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
        hold(turn);
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

    private static @Nullable Long number(@Nullable Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
