package vn.loa.plans;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.common.Page;
import vn.loa.common.Repository;

/** All plans, public or not. */
@Repository
public class Plans {
    private static final String REVISIONS =
            "select p.id, r.number from Plan p join p.published r where p.publication.online = true";

    @PersistenceContext
    private EntityManager em;

    public Optional<Plan> find(String slug) {
        return em.createQuery("select p from Plan p where p.slug = :slug", Plan.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
    }

    public Optional<Plan> find(long id) {
        return Optional.ofNullable(em.find(Plan.class, id));
    }

    /**
     * The published revision of the public plan at this address with all that belongs to it, so that reading it runs no further
     * statements. A constant number of statements, however long the plan is.
     */
    public Optional<PlanRevision> published(String slug) {
        var found = em.createQuery(
                        "select r from Plan p join p.published r join fetch r.plan join fetch r.agency join fetch r.locality"
                                + " left join fetch r.parent where p.slug = :slug and p.publication.online = true",
                        PlanRevision.class)
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst();
        found.ifPresent(this::loadParts);
        return found;
    }

    private void loadParts(PlanRevision revision) {
        fetch("select distinct r from PlanRevision r left join fetch r.legalBases b left join fetch b.plan", revision);
        fetch(
                "select distinct r from PlanRevision r left join fetch r.deliverables d left join fetch d.genre",
                revision);
        for (var collection : List.of("languages", "channels", "supportingUnits")) {
            em.createQuery(
                            "select distinct d from Deliverable d left join fetch d." + collection
                                    + " where d.revision = :revision",
                            Deliverable.class)
                    .setParameter("revision", revision)
                    .getResultList();
        }
    }

    private void fetch(String query, PlanRevision revision) {
        em.createQuery(query + " where r = :revision", PlanRevision.class)
                .setParameter("revision", revision)
                .getResultList();
    }

    /** Stores a new plan, which still lacks its first revision; the caller adds it in the same transaction. */
    void add(Plan plan) {
        em.persist(plan);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    /** Public plans with their agency and locality, the newest document first. Two statements. */
    public Page<PlanRevision> newest(int page, int size) {
        var total = em.createQuery("select count(p) from Plan p where p.publication.online = true", Long.class)
                .getSingleResult();
        var revisions = em.createQuery(
                        "select r from Plan p join p.published r join fetch r.plan join fetch r.agency join fetch r.locality"
                                + " where p.publication.online = true"
                                + " order by r.issued.date desc, r.periodTo desc, p.id desc",
                        PlanRevision.class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(revisions, total, page, size);
    }

    /** The published revisions of public plans for one of these localities, the newest document first. */
    public List<PlanRevision> forLocalities(Collection<Long> localities) {
        return localities.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from Plan p join p.published r join fetch r.plan join fetch r.agency"
                                        + " join fetch r.locality where p.publication.online = true"
                                        + " and r.locality.id in :localities"
                                        + " order by r.issued.date desc, r.periodTo desc, p.id desc",
                                PlanRevision.class)
                        .setParameter("localities", localities)
                        .getResultList();
    }

    /** The deliverables with these keys, of public plans, each with its revision and plan. */
    public List<Deliverable> publicDeliverables(Collection<String> keys) {
        return keys.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from Deliverable d join fetch d.revision r join fetch r.plan p"
                                        + " where d.key in :keys and p.publication.online = true and p.published = r",
                                Deliverable.class)
                        .setParameter("keys", keys)
                        .getResultList();
    }

    /** The published revisions of those of these plans which are public, each with its plan; in no order. One statement. */
    public List<PlanRevision> publicOnes(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select r from Plan p join p.published r join fetch r.plan"
                                        + " where p.publication.online = true and p.id in :ids",
                                PlanRevision.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** The keys of what a public plan promises; empty when there is no such plan. One statement. */
    public List<String> promisesOf(String slug) {
        return em.createQuery(
                        "select d.key from Deliverable d join d.revision r join r.plan p"
                                + " where p.slug = :slug and p.publication.online = true and p.published = r",
                        String.class)
                .setParameter("slug", slug)
                .getResultList();
    }

    /** Public plans that name this plan among their legal bases or as the plan they detail, by date of issue. */
    public List<PlanRevision> restingOn(Plan plan) {
        return em.createQuery(
                        "select distinct r from Plan p join p.published r left join r.legalBases b"
                                + " where p.publication.online = true and (b.plan = :plan or r.parent = :plan)"
                                + " order by r.issued.date",
                        PlanRevision.class)
                .setParameter("plan", plan)
                .getResultList();
    }

    /** The number of the published wording of every public plan, by the plan's id. One statement. */
    public Map<Long, String> publicRevisions() {
        return revisions(em.createQuery(REVISIONS + " order by p.id", Object[].class));
    }

    /** One of {@link #publicRevisions}; empty when the plan is not public. */
    public Optional<String> publicRevision(long id) {
        return revisions(em.createQuery(REVISIONS + " and p.id = :id", Object[].class)
                        .setParameter("id", id))
                .values()
                .stream()
                .findFirst();
    }

    private static Map<Long, String> revisions(TypedQuery<Object[]> query) {
        var revisions = new LinkedHashMap<Long, String>();
        query.getResultStream().forEach(row -> revisions.put((Long) row[0], String.valueOf(row[1])));
        return revisions;
    }
}
