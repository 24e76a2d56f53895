package vn.loa.plans;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.loa.common.Repository;
import vn.loa.media.MediaAsset;
import vn.loa.media.Rendition;
import vn.loa.plans.WorkingPlan.PlanFile;

/** The original documents of plans. */
@Repository
public class PlanFiles {
    @PersistenceContext
    private EntityManager em;

    /** Of one plan, the oldest first. One statement. */
    List<PlanFile> of(Plan plan) {
        return em.createQuery(
                        "select s.id, a.originalName, r.contentType, b.size, s.addedAt, s.traces from SourceDocument s join s.asset a"
                                + " join a.master b join a.renditions r where s.plan = :plan and r.profile = :profile order by s.id",
                        Object[].class)
                .setParameter("plan", plan)
                .setParameter("profile", Rendition.MASTER)
                .getResultStream()
                .map(row -> new PlanFile(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        (Instant) row[4],
                        isOffered(plan, (Long) row[0]),
                        Traces.parse((String) row[5])))
                .toList();
    }

    private static boolean isOffered(Plan plan, long id) {
        return plan.current().offered().filter(source -> source.id() == id).isPresent();
    }

    /** One of a plan. */
    Optional<SourceDocument> of(Plan plan, long id) {
        return Optional.ofNullable(em.find(SourceDocument.class, id))
                .filter(source -> source.plan().equals(plan));
    }

    /** @param sha256 name of its bytes in the store */
    record Kept(PlanFile file, String sha256) {}

    /** One of the plan at this address, if somebody may see that. */
    @Transactional
    Optional<Kept> kept(String slug, long id, Predicate<Plan> mayBeSeen) {
        return em.createQuery(
                        "select s from SourceDocument s where s.plan.slug = :slug and s.id = :id", SourceDocument.class)
                .setParameter("slug", slug)
                .setParameter("id", id)
                .getResultStream()
                .filter(source -> mayBeSeen.test(source.plan()))
                .findFirst()
                .flatMap(source -> of(source.plan()).stream()
                        .filter(file -> file.id() == id)
                        .findFirst()
                        .flatMap(file -> source.asset().master().map(blob -> new Kept(file, blob.sha256()))));
    }

    /** @param reading as {@link StoredReading} has it */
    record Read(PlanFile file, String reading) {}

    /** The newest one of the plan at this address with what was read of it, if somebody may see that. */
    @Transactional
    Optional<Read> read(String slug, Predicate<Plan> mayBeSeen) {
        return em.createQuery(
                        "select s from SourceDocument s where s.plan.slug = :slug order by s.id desc",
                        SourceDocument.class)
                .setParameter("slug", slug)
                .setMaxResults(1)
                .getResultStream()
                .filter(source -> mayBeSeen.test(source.plan()))
                .findFirst()
                .flatMap(source -> of(source.plan()).stream()
                        .filter(file -> file.id() == source.id())
                        .findFirst()
                        .map(file -> new Read(file, source.reading())));
    }

    /** What has become of an upload: the plan that was read from this asset. */
    Optional<Plan> of(long asset) {
        return em.createQuery("select s.plan from SourceDocument s where s.asset.id = :asset", Plan.class)
                .setParameter("asset", asset)
                .getResultStream()
                .findFirst();
    }

    void add(Plan plan, MediaAsset asset, String reading, Traces traces, Instant now) {
        em.persist(new SourceDocument(plan, asset, reading, traces, now));
        em.flush();
    }
}
