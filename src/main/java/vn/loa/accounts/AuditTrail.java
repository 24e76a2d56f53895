package vn.loa.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Repository;

/**
 * What was done, by whom, in order. Entries join the transaction of the deed: no deed without its entry, no entry without its deed. The database
 * seals them in their order when that is committed, each together with the one before: what is changed, missing or slipped in later shows.
 */
@Repository
public class AuditTrail {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * @param action a verb of the domain, for example {@code publish}
     * @param subjectKind for example {@code product}
     */
    public void record(
            Actor actor, String action, String subjectKind, long subjectId, String subjectSlug, @Nullable String note) {
        record(actor.name(), action, subjectKind, subjectId, subjectSlug, note);
    }

    /**
     * The same for somebody who is not, or not yet, known by more than a name. It is written at once: what waits for the end of a transaction is written
     * in any order, and entries have that of the deeds. What else waits there goes on waiting.
     */
    public void record(
            String by, String action, String subjectKind, long subjectId, String subjectSlug, @Nullable String note) {
        em.createNativeQuery("insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug, note)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, Timestamp.from(clock.instant()))
                .setParameter(2, by)
                .setParameter(3, action)
                .setParameter(4, subjectKind)
                .setParameter(5, subjectId)
                .setParameter(6, subjectSlug)
                .setParameter(7, note)
                .executeUpdate();
    }

    /** How far the trail goes, and the seal of its last entry, which stands for all before. */
    @Transactional
    AuditSeal last() {
        var row = (Object[]) em.createNativeQuery("select number, encode(seal, 'hex') from audit_head")
                .getSingleResult();
        return new AuditSeal(((Number) row[0]).longValue(), (String) row[1]);
    }

    /** The number from which on the trail is not what was sealed, 0 for an entry without any seal; empty when everything holds. Reads all of it. */
    @Transactional
    OptionalLong firstFault() {
        var number = (Number) em.createNativeQuery("select audit_fault()").getSingleResult();
        return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }

    /** Everything done to one subject, oldest first. */
    public List<AuditEntry> of(String subjectKind, long subjectId) {
        return em.createQuery(
                        "select e from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id order by e.id",
                        AuditEntry.class)
                .setParameter("kind", subjectKind)
                .setParameter("id", subjectId)
                .getResultList();
    }

    /** Whether somebody has done this to a subject. One statement. */
    public boolean isDoer(String actor, String action, String subjectKind, long subjectId) {
        return !em.createQuery(
                        "select e.id from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id and e.action = :action and e.actor = :actor",
                        Long.class)
                .setParameter("kind", subjectKind)
                .setParameter("id", subjectId)
                .setParameter("action", action)
                .setParameter("actor", actor)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What was done to one subject last, the latest first. One statement. */
    public List<AuditEntry> latest(String subjectKind, long subjectId, int first, int most) {
        return em.createQuery(
                        "select e from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id order by e.id desc",
                        AuditEntry.class)
                .setParameter("kind", subjectKind)
                .setParameter("id", subjectId)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    /** Entries that somebody looks for, the latest first. Two statements. */
    Page<AuditEntry> search(AuditFilter filter, int page, int size) {
        var total = narrowed("select count(e) from AuditEntry e where ", filter, "", Long.class);
        var entries = narrowed("select e from AuditEntry e where ", filter, " order by e.id desc", AuditEntry.class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size);
        return new Page<>(entries.getResultList(), total.getSingleResult(), page, size);
    }

    /** So many of them and no more, from the one before this number on. One statement. */
    List<AuditEntry> before(AuditFilter filter, long number, int most) {
        return narrowed(
                        "select e from AuditEntry e where e.id < :number and ",
                        filter,
                        " order by e.id desc",
                        AuditEntry.class)
                .setParameter("number", number)
                .setMaxResults(most)
                .getResultList();
    }

    private <T> TypedQuery<T> narrowed(String select, AuditFilter filter, String order, Class<T> answer) {
        var values = new HashMap<String, Object>();
        var where = new StringBuilder("1 = 1");
        if (!filter.who().isEmpty()) {
            where.append(" and lower(e.actor) like :who escape '!'");
            values.put("who", containing(filter.who()));
        }
        if (!filter.kind().isEmpty()) {
            where.append(" and e.subjectKind = :kind");
            values.put("kind", filter.kind());
        }
        if (!filter.action().isEmpty()) {
            where.append(" and e.action = :action");
            values.put("action", filter.action());
        }
        if (!filter.subject().isEmpty()) {
            where.append(" and lower(e.subjectSlug) like :subject escape '!'");
            values.put("subject", containing(filter.subject()));
        }
        filter.begin().ifPresent(moment -> {
            where.append(" and e.at >= :begin");
            values.put("begin", moment);
        });
        filter.end().ifPresent(moment -> {
            where.append(" and e.at < :end");
            values.put("end", moment);
        });
        var query = em.createQuery(select + where + order, answer);
        values.forEach(query::setParameter);
        return query;
    }

    private static String containing(String text) {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** The kinds of what something was done to, in order. One statement, which leaps from each to the next. */
    List<String> kinds() {
        return distinct("subject_kind");
    }

    /** The acts that there are. As {@link #kinds}. */
    List<String> actions() {
        return distinct("action");
    }

    private List<String> distinct(String column) {
        List<?> found = em.createNativeQuery("""
                        with recursive found (value) as (
                            (select min(%1$s) from audit_entry)
                            union all
                            select (select min(%1$s) from audit_entry where %1$s > found.value) from found
                            where found.value is not null
                        )
                        select value from found where value is not null""".formatted(column)).getResultList();
        return found.stream().map(String::valueOf).toList();
    }
}
