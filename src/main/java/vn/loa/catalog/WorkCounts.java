package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.WorkConditions.Asked;
import vn.loa.catalog.WorkConditions.Part;
import vn.loa.catalog.WorkFilter.Whose;
import vn.loa.common.Repository;

/** Counts what a list of products at work can be narrowed to. */
@Repository
class WorkCounts {
    /** Each topic with itself and those above it; each unit that products name with itself and those above. */
    private static final String ABOVE =
            // In the order of their bytes, which is the quickest to sort by.
            "with recursive topics (code, above) as (select code, code collate \"C\" from topic union select topics.code, t.parent collate \"C\""
                    + " from topics join topic t on t.code = topics.above where t.parent is not null),"
                    + " units (id, above) as (select distinct locality, locality from product_locality union"
                    + " select units.id, l.parent from units join locality l on l.id = units.above"
                    + " where l.parent is not null), ";

    /** Each product with the languages that something is ready in. */
    private static final String COMPLETE = "(select t.product, t.language from track t where t.state = 'approved' union"
            + " select q.id, k.code from product q join product_revision s on s.id = q.current_revision"
            + " cross join lateral unnest(s.body_languages) as k (code))";

    /** The part of the answer that is no part of the list. */
    private static final String ANY_LANGUAGE = "ANY_LANGUAGE";

    private static final String ALL = "ALL";

    @PersistenceContext
    private EntityManager em;

    /** How many products each choice would leave, by the name of its part and its code, or id of a unit. */
    record Counts(Map<String, Map<String, Long>> counts) {
        Map<String, Long> of(Part part) {
            return counts.getOrDefault(part.name(), Map.of());
        }

        /** Whoever had a hand in them. */
        long all() {
            return single(ALL);
        }

        long of(Whose whose) {
            return whose == Whose.ANYBODYS ? all() : single(whose.name());
        }

        long ofAnyLanguage() {
            return single(ANY_LANGUAGE);
        }

        private long single(String name) {
            return counts.getOrDefault(name, Map.of()).getOrDefault("", 0L);
        }
    }

    /** Each condition is looked at once for each product, whatever is counted by it. One statement. */
    Counts of(Asked asked) {
        var conditions = WorkConditions.of(asked);
        var sql = ABOVE + "b as materialized (select p.id, r.id as revision, p.state, r.genre,"
                + " cast(r.production_year as text) as year" + conditions.columns()
                + " from product p join product_revision r on r.id = p.current_revision) "
                + String.join(
                        " union all ",
                        count(Part.STATE.name(), "b.state", "", conditions.allBut(Part.STATE)),
                        count(Part.GENRE.name(), "b.genre", "", conditions.allBut(Part.GENRE)),
                        count(Part.YEAR.name(), "b.year", "", conditions.allBut(Part.YEAR)),
                        count(
                                Part.TOPIC.name(),
                                "topics.above",
                                " join product_topic x on x.revision = b.revision join topics on topics.code = x.topic",
                                conditions.allBut(Part.TOPIC)),
                        count(
                                Part.LOCALITY.name(),
                                "units.above",
                                " join product_locality x on x.revision = b.revision join units on units.id = x.locality",
                                conditions.allBut(Part.LOCALITY)),
                        count(
                                Part.LANGUAGE.name(),
                                "c.language",
                                " join " + COMPLETE + " c on c.product = b.id",
                                conditions.allBut(Part.LANGUAGE)),
                        count(ANY_LANGUAGE, "''", "", conditions.allBut(Part.LANGUAGE)),
                        count(ALL, "''", "", conditions.allBut(Part.OWN)),
                        count(conditions, Whose.OWN),
                        count(conditions, Whose.ENTRUSTED),
                        count(conditions, Whose.NOBODYS),
                        count(conditions, Whose.TO_JUDGE));
        List<?> rows = conditions.bind(em.createNativeQuery(sql)).getResultList();
        var counts = new HashMap<String, Map<String, Long>>();
        for (var row : rows) {
            var cell = (Object[]) row;
            counts.computeIfAbsent((String) cell[0], part -> new HashMap<>())
                    .put((String) cell[1], ((Number) cell[2]).longValue());
        }
        return new Counts(counts);
    }

    private static String count(WorkConditions conditions, Whose whose) {
        return count(whose.name(), "''", "", conditions.allBut(Part.OWN) + " and " + WorkConditions.column(whose));
    }

    /** A product counts once for each code, however many things under that it names. */
    private static String count(String name, String code, String joined, String where) {
        var many = joined.contains(".above") || joined.contains(" x ") ? "count(distinct b.id)" : "count(*)";
        return "select '" + name + "', cast(" + code + " as text), " + many + " from b" + joined + " where " + where
                + " group by " + (code.equals("''") ? "()" : code);
    }
}
