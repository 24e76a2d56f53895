package vn.loa.home;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** Steps that make something a draft: the last of them says whether it was sent back. */
    private static final String DRAFTED = "('return', 'take-back', 'revise')";

    /** Drafts that somebody sees through, and those that nobody does in which they had a hand; those that became drafts last first. */
    List<Desk.Work> drafts(String username, @Nullable Collection<Long> places, int most) {
        return drafts(username, places, most, "");
    }

    /** Of those drafts, the ones that a publisher has sent back, or a reviewer something of. */
    List<Desk.Work> returnedDrafts(String username, @Nullable Collection<Long> places, int most) {
        return drafts(
                username,
                places,
                most,
                " and (exists (select t.id from Track t where t.product.id = p.id"
                        + " and t.state = vn.loa.catalog.TrackState.REJECTED and t.reviewer is not null) or "
                        + sentBack("product") + ")");
    }

    private List<Desk.Work> drafts(String username, @Nullable Collection<Long> places, int most, String besides) {
        return products(
                em.createQuery(
                                "select p.slug, r.title, p.publication.changedAt, p.publication.online, r.genre.label from Product p"
                                        + " join p.current r where p.publication.state = :state and (p.id in (select e.subjectId"
                                        + " from AuditEntry e where e.subjectKind = 'product' and e.actor = :me"
                                        + " and e.action not in ('entrust', 'release'))"
                                        + " and p.id not in (select x.product from Assignment x)"
                                        + " or p.id in (select x.product from Assignment x where x.account.username = :me))"
                                        + besides
                                        + (places == null ? "" : ProductsWithin.CONDITION)
                                        + " order by p.publication.changedAt desc, p.id",
                                Object[].class)
                        .setParameter("state", PublicationState.DRAFT)
                        .setParameter("me", username),
                places,
                most,
                true);
    }

    /** Whether it is a draft because somebody else has sent it back. */
    private static String sentBack(String kind) {
        return "exists (select b.id from AuditEntry b where b.action = 'return' and b.actor <> :me and b.id ="
                + lastDrafted(kind) + ")";
    }

    private static String lastDrafted(String kind) {
        return " (select max(d.id) from AuditEntry d where d.subjectKind = '" + kind
                + "' and d.subjectId = p.id and d.action in " + DRAFTED + ")";
    }

    /** Who sent something back, by the name of their account, and why. */
    record SentBack(String by, @Nullable String why) {}

    /** Of these products, those that somebody else has sent back. One statement, and none for none. */
    Map<String, SentBack> productsSentBack(Collection<String> slugs, String username) {
        return sentBack(slugs, username, "product", "Product");
    }

    /** The same of plans. */
    Map<String, SentBack> plansSentBack(Collection<String> slugs, String username) {
        return sentBack(slugs, username, "plan", "Plan");
    }

    private Map<String, SentBack> sentBack(Collection<String> slugs, String username, String kind, String entity) {
        var found = new HashMap<String, SentBack>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, e.actor, e.note from " + entity + " p, AuditEntry e where p.slug in :slugs"
                                    + " and e.action = 'return' and e.actor <> :me and e.id =" + lastDrafted(kind),
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .setParameter("me", username)
                    .getResultStream()
                    .forEach(row -> found.put((String) row[0], new SentBack((String) row[1], (String) row[2])));
        }
        return found;
    }

    /** Tracks of these products that somebody has sent back, by address. One statement, and none for none. @param names of the languages by code */
    Map<String, List<Desk.Returned>> returned(Collection<String> slugs, Map<String, Texts> names) {
        var found = new HashMap<String, List<Desk.Returned>>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, t.id, t.kind, t.language, t.reviewNote from Track t join t.product p where p.slug in :slugs"
                                    + " and t.state = vn.loa.catalog.TrackState.REJECTED and t.reviewer is not null order by t.id",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent((String) row[0], none -> new ArrayList<>())
                            .add(new Desk.Returned(
                                    ((TrackKind) row[2]).code(),
                                    names.getOrDefault((String) row[3], Texts.none()),
                                    DeskPaths.work((String) row[0]) + "#ban-" + row[1],
                                    Objects.requireNonNullElse((String) row[4], ""))));
        }
        return found;
    }

    /** Products in this state, those that wait longest first. */
    List<Desk.Work> products(PublicationState state, @Nullable Collection<Long> places, int most) {
        return products(
                em.createQuery(
                                "select p.slug, r.title, p.publication.changedAt, p.publication.online, r.genre.label from Product p"
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
                        "select p.slug, r.title, p.publication.publishedAt, p.publication.online, r.genre.label from Product p"
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
                        staff ? DeskPaths.work((String) row[0]) : DeskPaths.product((String) row[0], row[3]),
                        (Instant) row[2],
                        (Texts) row[4],
                        null,
                        List.of()))
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
        return planDrafts(username, places, most, "");
    }

    /** Of those, the ones that a publisher has sent back. */
    List<Desk.Work> returnedPlanDrafts(String username, @Nullable Collection<Long> places, int most) {
        return planDrafts(username, places, most, " and " + sentBack("plan"));
    }

    private List<Desk.Work> planDrafts(String username, @Nullable Collection<Long> places, int most, String besides) {
        return plans(
                em.createQuery(
                                "select p.slug, r.subject, p.publication.changedAt from Plan p"
                                        + " join p.current r where p.publication.state = :state and p.id in (select e.subjectId"
                                        + " from AuditEntry e where e.subjectKind = 'plan' and e.actor = :me)"
                                        + besides
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
                        DeskPaths.workPlan((String) row[0]),
                        (Instant) row[2],
                        Texts.none(),
                        null,
                        List.of()))
                .toList();
    }

    /** Products with tracks that are ready to be judged, those that wait longest first. Two statements. @param names of the languages by code; at least one */
    List<Desk.Waiting> tracks(Map<String, Texts> names, @Nullable Collection<Long> places, int most) {
        var ready = " from Track t join t.product p join p.current r where t.state = vn.loa.catalog.TrackState.READY"
                + " and t.language in :languages and p.publication.state <> :archived";
        var products = limited(
                em.createQuery(
                                "select p.id, min(t.id) as waits" + ready
                                        + (places == null ? "" : ProductsWithin.CONDITION)
                                        + " group by p.id order by waits",
                                Object[].class)
                        .setParameter("languages", names.keySet())
                        .setParameter("archived", PublicationState.ARCHIVED),
                places,
                most);
        if (products.isEmpty()) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Desk.Waiting>();
        em.createQuery(
                        "select p.slug, r.title, t.kind, t.language, t.id" + ready
                                + " and p.id in :products order by t.id",
                        Object[].class)
                .setParameter("languages", names.keySet())
                .setParameter("archived", PublicationState.ARCHIVED)
                .setParameter("products", products.stream().map(row -> row[0]).toList())
                .getResultStream()
                .forEach(row -> found.merge(
                        (String) row[0],
                        new Desk.Waiting(
                                (Texts) row[1],
                                (String) row[0],
                                DeskPaths.work((String) row[0]),
                                List.of(toJudge(row, names))),
                        Desk.Waiting::and));
        return List.copyOf(found.values());
    }

    private static Desk.ToJudge toJudge(Object[] row, Map<String, Texts> names) {
        return new Desk.ToJudge(
                ((TrackKind) row[2]).code(),
                names.getOrDefault((String) row[3], Texts.none()),
                DeskPaths.work((String) row[0]) + "#ban-" + row[4]);
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

    /** At most so many, within these units; null is everywhere. */
    static List<Object[]> limited(TypedQuery<Object[]> query, @Nullable Collection<Long> places, int most) {
        if (places != null) {
            query.setParameter("places", places);
        }
        return query.setMaxResults(most).getResultList();
    }
}
