package vn.loa.home;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductsWithin;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.plans.PlansWithin;

/** Reads what others did, and what it was done to, each kind in one statement. Units that somebody is confined to are given by their ids; null is everywhere. */
@Repository
class DeskNews {
    @PersistenceContext
    private EntityManager em;

    /** What somebody did: when, who, what, to what of which kind, and the note. */
    record Deed(
            Instant at,
            String who,
            String action,
            String kind,
            String subject,
            @Nullable String note) {}

    /**
     * The last thing that others did since to each product, plan or account, the latest first.
     *
     * @param actions the only ones that count of products and plans; all when it is empty
     */
    List<Deed> deeds(
            Instant since,
            String me,
            Collection<String> kinds,
            Set<String> actions,
            @Nullable Collection<Long> places,
            int most) {
        var within = places == null
                ? ""
                : " and (e.subjectKind <> 'product' or e.subjectId in (select p.id from Product p join p.current r"
                        + " where p.id = e.subjectId" + ProductsWithin.CONDITION + "))"
                        + " and (e.subjectKind <> 'plan' or e.subjectId in (select p.id from Plan p join p.current r"
                        + " where p.id = e.subjectId" + PlansWithin.CONDITION + "))";
        var query = em.createQuery(
                        "select e.at, e.actor, e.action, e.subjectKind, e.subjectSlug, e.note from AuditEntry e"
                                + " where e.at > :since and e.actor <> :me and e.subjectKind in :kinds"
                                + " and e.id in (select max(x.id) from AuditEntry x where x.at > :since and x.actor <> :me"
                                + " and x.action not in ('sign-in', 'revoke-token')"
                                + (actions.isEmpty() ? "" : " and (x.subjectKind = 'account' or x.action in :actions)")
                                + " group by x.subjectKind, x.subjectId)"
                                + within
                                + " order by e.id desc",
                        Object[].class)
                .setParameter("since", since)
                .setParameter("me", me)
                .setParameter("kinds", kinds);
        if (!actions.isEmpty()) {
            query.setParameter("actions", actions);
        }
        return DeskWork.limited(query, places, most).stream()
                .map(row -> new Deed(
                        (Instant) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String)
                                row[5]))
                .toList();
    }

    /** Title and path of what a deed was done to. */
    record Named(Texts title, @Nullable String path) {}

    /** Of products, by slug; nothing is asked when there are none. @param revision whose title is wanted: {@code current} by those who work on it, or {@code published} */
    Map<String, Named> productNames(Collection<String> slugs, String revision) {
        var staff = revision.equals("current");
        var names = new HashMap<String, Named>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, r.title, p.publication.online from Product p join p." + revision + " r"
                                    + " where p.slug in :slugs",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultStream()
                    .forEach(row -> names.put(
                            (String) row[0],
                            new Named(
                                    (Texts) row[1],
                                    staff
                                            ? DeskPaths.work((String) row[0])
                                            : DeskPaths.product((String) row[0], row[2]))));
        }
        return names;
    }

    /** The same of plans. @param worksOnThem whether they are led to where plans are worked on, and not to what is public */
    Map<String, Named> planNames(Collection<String> slugs, String revision, boolean worksOnThem) {
        var names = new HashMap<String, Named>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, r.subject, p.publication.online from Plan p join p." + revision + " r"
                                    + " where p.slug in :slugs",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultStream()
                    .forEach(row -> names.put(
                            (String) row[0],
                            new Named(
                                    Texts.of(Texts.FALLBACK, (String) row[1]),
                                    worksOnThem
                                            ? DeskPaths.workPlan((String) row[0])
                                            : DeskPaths.plan((String) row[0], row[2]))));
        }
        return names;
    }
}
