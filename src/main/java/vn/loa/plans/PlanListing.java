package vn.loa.plans;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Repository;

/** Finds which plans at work somebody asks for, and how many there are of each kind. */
@Repository
class PlanListing {
    @PersistenceContext
    private EntityManager em;

    /** What plans are counted by; each as if nothing of the same were chosen. */
    enum Part {
        ALL(""),
        STATE("state"),
        LEVEL("level"),
        AGENCY("agency"),
        YEAR("year"),
        WHO("who");

        private static final List<Part> NARROWING = List.of(STATE, LEVEL, AGENCY, YEAR, WHO);

        private final String column;

        Part(String column) {
            this.column = column;
        }

        /** To follow {@code where}: all that is asked but for what this part asks. */
        private String others() {
            return NARROWING.stream()
                    .filter(part -> part != this)
                    .map(part -> "by_" + part.column)
                    .collect(Collectors.joining(" and "));
        }
    }

    /** What somebody did last. @param who by which people know them; empty for the portal itself */
    record Deed(String action, String who, Instant at) {}

    /** @param places ids of the units beyond which they do nothing; null is everywhere */
    record Asked(PlanFilter filter, @Nullable Collection<Long> places) {}

    /** Ids of one page, what somebody did something to last first. One statement. */
    List<Long> ids(Asked asked, int page, int size) {
        var values = new ArrayList<Object>();
        var sql = found(asked, values) + " select id from found where " + Part.ALL.others()
                + " order by (select max(e.id) from audit_entry e where e.subject_kind = 'plan' and e.subject_id = found.id)"
                + " desc nulls last, id desc limit " + value(size, values) + " offset "
                + value(Math.multiplyExact(page - 1, size), values);
        List<?> ids = bound(sql, values).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** How many there are by code; of people by the name of their account. One statement. */
    Map<Part, Map<String, Long>> counts(Asked asked) {
        var values = new ArrayList<Object>();
        var sql = found(asked, values)
                + " select 'ALL', '', count(*) from found where " + Part.ALL.others()
                + Stream.of(Part.STATE, Part.LEVEL, Part.AGENCY, Part.YEAR)
                        .map(part -> " union all select '" + part + "', " + part.column + ", count(*) from found where "
                                + part.others() + " group by " + part.column)
                        .collect(Collectors.joining())
                + " union all select 'WHO', e.actor, count(distinct found.id) from found join audit_entry e"
                + " on e.subject_kind = 'plan' and e.subject_id = found.id where " + Part.WHO.others()
                + " group by e.actor";
        var counts = new EnumMap<Part, Map<String, Long>>(Part.class);
        List<?> rows = bound(sql, values).getResultList();
        for (var each : rows) {
            var row = (Object[]) each;
            var part = Part.valueOf(String.valueOf(row[0]));
            counts.computeIfAbsent(part, p -> new LinkedHashMap<>())
                    .put(code(part, row[1]), ((Number) row[2]).longValue());
        }
        return counts;
    }

    /** What was done last to each of these plans, by its id. One statement. */
    Map<Long, Deed> lastDeeds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select e.subjectId, e.action, a.displayName, e.at from AuditEntry e left join Account a"
                                        + " on a.username = e.actor where e.id in (select max(x.id) from AuditEntry x"
                                        + " where x.subjectKind = 'plan' and x.subjectId in :ids group by x.subjectId)",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> (Long) row[0],
                                row -> new Deed((String) row[1], Objects.toString(row[2], ""), (Instant) row[3])));
    }

    /** The plans at these addresses as they are now. One statement. */
    List<Plan> at(Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : em.createQuery("select p from Plan p where p.slug in :slugs", Plan.class)
                        .setParameter("slugs", slugs)
                        .setHint(Fetch.JOIN, "p.current")
                        .setHint(Fetch.JOIN, "p.current.locality")
                        .setHint(Fetch.LEFT_JOIN, "p.published")
                        .setHint(Fetch.LEFT_JOIN, "p.published.locality")
                        .getResultList();
    }

    private static String code(Part part, @Nullable Object value) {
        var text = Objects.toString(value, "");
        return part == Part.STATE ? text.toLowerCase(Locale.ROOT).replace('_', '-') : text;
    }

    /** These plans in this order, each with what a line says of it; agencies may be missing. One statement. */
    List<PlanRevision> revisions(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = em.createQuery(
                        "select r from PlanRevision r where r.plan.current = r and r.plan.id in :ids",
                        PlanRevision.class)
                .setParameter("ids", ids)
                .setHint(Fetch.JOIN, "r.plan")
                .setHint(Fetch.LEFT_JOIN, "r.agency")
                .setHint(Fetch.JOIN, "r.locality")
                .getResultStream()
                .collect(Collectors.toMap(revision -> revision.plan().requireId(), revision -> revision));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static String found(Asked asked, List<Object> values) {
        var filter = asked.filter();
        return "with found as (select x.*, "
                + equal("x.state", filter.state().toUpperCase(Locale.ROOT).replace('-', '_'), values)
                + " as by_state, "
                + equal("x.level", filter.level(), values) + " as by_level, "
                + equal("coalesce(x.agency, '')", filter.agency(), values) + " as by_agency, "
                + equal("coalesce(x.year, '')", filter.year(), values) + " as by_year, "
                + touched(filter.who(), values) + " as by_who"
                + " from (select p.id, p.state, r.level, r.agency,"
                + " cast(coalesce(cast(extract(year from r.issued_on) as integer), r.period_from) as text) as year"
                + " from plan p join plan_revision r on r.id = p.current_revision where "
                + within(asked.places()) + " and " + words(filter.words(), values) + ") x)";
    }

    private static String touched(String who, List<Object> values) {
        return who.isEmpty()
                ? "true"
                : "(x.id in (select e.subject_id from audit_entry e where e.subject_kind = 'plan' and e.actor = "
                        + value(who, values) + "))";
    }

    private static String equal(String column, String wanted, List<Object> values) {
        return wanted.isEmpty() ? "true" : "(" + column + " = " + value(wanted, values) + ")";
    }

    /** As {@link PlanPolicy} has it. */
    private static String within(@Nullable Collection<Long> places) {
        if (places == null) {
            return "true";
        }
        var ids = places.isEmpty() ? "-1" : places.stream().map(String::valueOf).collect(Collectors.joining(","));
        return "r.locality in (" + ids + ") and (p.published_revision is null or exists (select 1 from plan_revision x"
                + " where x.id = p.published_revision and x.locality in (" + ids + ")))";
    }

    /** Each word stands in the number, the symbol or the subject. Words without a letter or digit stand nowhere. */
    private static String words(String words, List<Object> values) {
        if (words.isBlank()) {
            return "true";
        }
        var folded = "folded_line(cast(" + value(words, values) + " as text))";
        return "(select " + folded
                + ") <> '' and r.folded like all (array(select '%' || word || '%' from string_to_table(" + folded
                + ", ' ') as word))";
    }

    private static String value(Object value, List<Object> values) {
        values.add(value);
        return "?" + values.size();
    }

    private Query bound(String sql, List<Object> values) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
