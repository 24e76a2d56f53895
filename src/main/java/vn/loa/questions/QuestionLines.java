package vn.loa.questions;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Repository;

/** Reads lists of questions for those in office: first which, then what there is to say of them. */
@Repository
class QuestionLines {
    /** What a list is narrowed by; what somebody may choose is counted as if nothing of the same part were chosen. */
    enum Part {
        STATE(
                "(case when q.due_on < cast(?1 as date) and q.state in ('RECEIVED', 'ASSIGNED') then 'late' else lower(q.state) end)"),
        AGENCY("q.agency"),
        TOPIC("q.topic");

        private final String code;

        Part(String code) {
            this.code = code;
        }
    }

    private static final String FROM = " from question q left join question_letter l on l.question = q.id where ";

    private static final String WAITS = "q.state in ('RECEIVED', 'ASSIGNED', 'ANSWERED')";

    private static final String FOLDED = "folded_titles(cast(json_build_object('q', %s) as text))";

    @PersistenceContext
    private EntityManager em;

    /**
     * Whose list it is.
     *
     * @param places ids of the units beyond which they do nothing; null is everywhere
     */
    record Asked(QuestionFilter filter, @Nullable Collection<Long> places, LocalDate today) {}

    /** Ids of one page: the late first, then what waits, by its day, then what has ended, the last first. */
    List<Long> ids(Asked asked, int page, int size) {
        var sql = new Sql(asked);
        var where = sql.where(null);
        List<?> ids = sql.bind(em.createNativeQuery("select q.id" + FROM + where
                        + " order by case " + Part.STATE.code
                        + " when 'late' then 0 when 'published' then 2 when 'closed' then 2 else 1 end,"
                        + " case when " + WAITS + " then coalesce(q.due_on, cast(q.received_at as date)) end,"
                        + " q.changed_at desc, q.id desc limit " + size + " offset "
                        + Math.multiplyExact(page - 1, size)))
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** How many each choice of a part would leave, by its code; what has none counts under the empty one. */
    Map<String, Long> counts(Part part, Asked asked) {
        var sql = new Sql(asked);
        var where = sql.where(part);
        List<?> rows = sql.bind(
                        em.createNativeQuery("select " + part.code + ", count(*)" + FROM + where + " group by 1"))
                .getResultList();
        var counts = new LinkedHashMap<String, Long>();
        for (var row : rows) {
            var cell = (Object[]) row;
            counts.put(cell[0] == null ? "" : (String) cell[0], ((Number) cell[1]).longValue());
        }
        return counts;
    }

    long total(Asked asked) {
        var sql = new Sql(asked);
        var where = sql.where(null);
        return ((Number) sql.bind(em.createNativeQuery("select count(*)" + FROM + where))
                        .getSingleResult())
                .longValue();
    }

    /** These questions with what lines say of them; in no order. */
    List<Question> questions(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select q from Question q where q.id in :ids", Question.class)
                        .setParameter("ids", ids)
                        .setHint(Fetch.LEFT_JOIN, "q.agency")
                        .setHint(Fetch.LEFT_JOIN, "q.topic")
                        .setHint(Fetch.LEFT_JOIN, "q.locality")
                        .getResultList();
    }

    /** What was written, by the id of the question. */
    Map<Long, String> texts(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery("select l.question, l.text from Letter l where l.question in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    /** Conditions and their values; the first value is the day. */
    private static final class Sql {
        private final Asked asked;
        private final List<Object> values = new ArrayList<>();

        private Sql(Asked asked) {
            this.asked = asked;
            values.add(asked.today().toString());
        }

        private String value(Object value) {
            values.add(value);
            return "?" + values.size();
        }

        /** @param but the part that does not count; null when all do */
        private String where(@Nullable Part but) {
            var conditions = new ArrayList<String>();
            conditions.add("cast(?1 as date) is not null");
            var filter = asked.filter();
            if (asked.places() != null) {
                conditions.add(within(asked.places()));
            }
            if (!filter.words().isBlank()) {
                conditions.add(words(filter.words()));
            }
            if (!filter.state().isEmpty() && but != Part.STATE) {
                conditions.add(Part.STATE.code + " = " + value(filter.state().toLowerCase(Locale.ROOT)));
            }
            if (!filter.agency().isEmpty() && but != Part.AGENCY) {
                conditions.add("q.agency = " + value(filter.agency()));
            }
            if (!filter.topic().isEmpty() && but != Part.TOPIC) {
                conditions.add("q.topic = " + value(filter.topic()));
            }
            return "(" + String.join(") and (", conditions) + ")";
        }

        /** As {@link QuestionPolicy} has it. */
        private static String within(Collection<Long> places) {
            var ids = places.isEmpty()
                    ? "-1"
                    : places.stream().map(String::valueOf).collect(Collectors.joining(","));
            return "q.locality in (" + ids + ") or q.agency in (select a.code from agency a where a.locality in (" + ids
                    + "))";
        }

        /** Each word stands in what was written, or will be read; or it is the number. */
        private String words(String words) {
            var typed = value(words);
            var folded = FOLDED.formatted("cast(" + typed + " as text)");
            var text = FOLDED.formatted("concat_ws(' ', q.title, q.asked, q.answer, l.text)");
            return "cast(q.id as text) = " + typed + " or (select " + folded + ") <> '' and " + text
                    + " like all (array(select '%' || word || '%' from string_to_table(" + folded + ", ' ') as word))";
        }

        private Query bind(Query query) {
            for (var i = 0; i < values.size(); i++) {
                query.setParameter(i + 1, values.get(i));
            }
            return query;
        }
    }
}
