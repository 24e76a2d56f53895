package vn.loa.home;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductsWithin;
import vn.loa.catalog.TrackKind;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.editorial.PublicationState;
import vn.loa.media.processing.JobState;
import vn.loa.media.processing.Step;
import vn.loa.plans.PlansWithin;

/** Reads what waits for somebody, each kind in one statement. Units that somebody is confined to are given by their ids; null is everywhere. */
@Repository
class DeskWork {
    @PersistenceContext
    private EntityManager em;

    /** Where those who work on a product go. */
    private static String workPath(String slug) {
        return "/quan-tri/san-pham/" + slug;
    }

    /** Where those who work on a plan go. */
    private static String workPlanPath(String slug) {
        return "/quan-tri/ke-hoach/" + slug;
    }

    /** Drafts that somebody sees through, and those that nobody does in which they had a hand; those that became drafts last first. */
    List<Desk.Work> drafts(String username, @Nullable Collection<Long> places, int most) {
        return products(
                em.createQuery(
                                "select p.slug, r.title, p.publication.changedAt, p.publication.online from Product p"
                                        + " join p.current r where p.publication.state = :state and (p.id in (select e.subjectId"
                                        + " from AuditEntry e where e.subjectKind = 'product' and e.actor = :me"
                                        + " and e.action not in ('entrust', 'release'))"
                                        + " and p.id not in (select x.product from Assignment x)"
                                        + " or p.id in (select x.product from Assignment x where x.account.username = :me))"
                                        + (places == null ? "" : ProductsWithin.CONDITION)
                                        + " order by p.publication.changedAt desc, p.id",
                                Object[].class)
                        .setParameter("state", PublicationState.DRAFT)
                        .setParameter("me", username),
                places,
                most,
                true);
    }

    /** Products in this state, those that wait longest first. */
    List<Desk.Work> products(PublicationState state, @Nullable Collection<Long> places, int most) {
        return products(
                em.createQuery(
                                "select p.slug, r.title, p.publication.changedAt, p.publication.online from Product p"
                                        + " join p.current r where p.publication.state = :state"
                                        + (places == null ? "" : ProductsWithin.CONDITION)
                                        + " order by p.publication.changedAt, p.id",
                                Object[].class)
                        .setParameter("state", state),
                places,
                most,
                true);
    }

    /** What the public has about these units, the newest first. */
    List<Desk.Work> publicProducts(Collection<Long> units, int most) {
        return products(
                em.createQuery(
                        "select p.slug, r.title, p.publication.publishedAt, p.publication.online from Product p"
                                + " join p.published r where p.publication.online = true and exists (select l.id from"
                                + " ProductRevision x join x.localities l where x.id = r.id and l.id in :places)"
                                + " order by p.publication.publishedAt desc, p.id",
                        Object[].class),
                units,
                most,
                false);
    }

    /** @param staff whether they work on products */
    private static List<Desk.Work> products(
            TypedQuery<Object[]> query, @Nullable Collection<Long> places, int most, boolean staff) {
        return limited(query, places, most).stream()
                .map(row -> new Desk.Work(
                        (Texts) row[1],
                        (String) row[0],
                        staff ? workPath((String) row[0]) : productPath((String) row[0], row[3]),
                        (Instant) row[2]))
                .toList();
    }

    /** Plans in this state, those that wait longest first. For those who work on plans. */
    List<Desk.Work> plans(PublicationState state, @Nullable Collection<Long> places, int most) {
        return plans(
                em.createQuery(
                                "select p.slug, r.subject, p.publication.changedAt from Plan p"
                                        + " join p.current r where p.publication.state = :state"
                                        + (places == null ? "" : PlansWithin.CONDITION)
                                        + " order by p.publication.changedAt, p.id",
                                Object[].class)
                        .setParameter("state", state),
                places,
                most);
    }

    /** Draft plans in which somebody had a hand, those that became drafts last first. For those who work on plans. */
    List<Desk.Work> planDrafts(String username, @Nullable Collection<Long> places, int most) {
        return plans(
                em.createQuery(
                                "select p.slug, r.subject, p.publication.changedAt from Plan p"
                                        + " join p.current r where p.publication.state = :state and p.id in (select e.subjectId"
                                        + " from AuditEntry e where e.subjectKind = 'plan' and e.actor = :me)"
                                        + (places == null ? "" : PlansWithin.CONDITION)
                                        + " order by p.publication.changedAt desc, p.id",
                                Object[].class)
                        .setParameter("state", PublicationState.DRAFT)
                        .setParameter("me", username),
                places,
                most);
    }

    private static List<Desk.Work> plans(TypedQuery<Object[]> query, @Nullable Collection<Long> places, int most) {
        return limited(query, places, most).stream()
                .map(row -> new Desk.Work(
                        Texts.of(Texts.FALLBACK, (String) row[1]),
                        (String) row[0],
                        workPlanPath((String) row[0]),
                        (Instant) row[2]))
                .toList();
    }

    /** Tracks that are ready to be judged, those that wait longest first. @param names of the languages by code; at least one */
    List<Desk.Waiting> tracks(Map<String, Texts> names, @Nullable Collection<Long> places, int most) {
        var query = em.createQuery(
                        "select p.slug, r.title, t.kind, t.language, p.publication.online, t.id from Track t join t.product p"
                                + " join p.current r where t.state = vn.loa.catalog.TrackState.READY"
                                + " and t.language in :languages and p.publication.state <> :archived"
                                + (places == null ? "" : ProductsWithin.CONDITION)
                                + " order by t.id",
                        Object[].class)
                .setParameter("languages", names.keySet())
                .setParameter("archived", PublicationState.ARCHIVED);
        return limited(query, places, most).stream()
                .map(row -> new Desk.Waiting(
                        (Texts) row[1],
                        (String) row[0],
                        ((TrackKind) row[2]).code(),
                        names.getOrDefault((String) row[3], Texts.none()),
                        workPath((String) row[0]) + "#ban-" + row[5]))
                .toList();
    }

    /** Steps that are under way or wait, in the order in which they came. */
    List<Desk.Job> jobs(Map<String, Texts> names, @Nullable Collection<Long> places, int most) {
        var query = em.createQuery(
                "select p.slug, r.title, t.kind, t.language, j.step, j.state, j.percent from Track t join t.product p"
                        + " join p.current r, ProcessingJob j where t.asset.id = j.asset and j.finishedAt is null"
                        + (places == null ? "" : ProductsWithin.CONDITION)
                        + " order by j.id, t.id",
                Object[].class);
        return limited(query, places, most).stream()
                .map(row -> new Desk.Job(
                        (Texts) row[1],
                        (String) row[0],
                        ((TrackKind) row[2]).code(),
                        names.getOrDefault((String) row[3], Texts.none()),
                        ((Step) row[4]).code(),
                        row[5] == JobState.RUNNING,
                        ((Number) row[6]).intValue()))
                .toList();
    }

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
        return limited(query, places, most).stream()
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
                                    staff ? workPath((String) row[0]) : productPath((String) row[0], row[2]))));
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
                                    worksOnThem ? workPlanPath((String) row[0]) : planPath((String) row[0], row[2]))));
        }
        return names;
    }

    /** The names by which people know these accounts, by username. */
    Map<String, String> people(Collection<String> usernames) {
        var names = new HashMap<String, String>();
        if (!usernames.isEmpty()) {
            em.createQuery("select a.username, a.displayName from Account a where a.username in :names", Object[].class)
                    .setParameter("names", usernames)
                    .getResultStream()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    private static List<Object[]> limited(TypedQuery<Object[]> query, @Nullable Collection<Long> places, int most) {
        if (places != null) {
            query.setParameter("places", places);
        }
        return query.setMaxResults(most).getResultList();
    }

    private static @Nullable String productPath(String slug, Object online) {
        return Boolean.TRUE.equals(online) ? "/san-pham/" + slug : null;
    }

    private static @Nullable String planPath(String slug, Object online) {
        return Boolean.TRUE.equals(online) ? "/ke-hoach/" + slug : null;
    }
}
