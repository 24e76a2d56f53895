package vn.loa.home;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Repository;
import vn.loa.plans.Deliverable;

/** Reads promises of public plans by their deadlines. Units whose plans count are given by their ids; null is everywhere. */
@Repository
class DuePromises {
    /** That a promise {@code d} can be kept no more on the day {@code :today}: as {@link Deliverable#isOverOn} has it. */
    private static final String OVER = "(d.deadline < :today or (d.dueBefore = true and d.deadline = :today))";

    @PersistenceContext
    private EntityManager em;

    /** Those that can still be kept on this day, and must be by the other one; the earliest first. As {@link #promises}. */
    List<Deliverable> upcoming(LocalDate today, LocalDate last, @Nullable Collection<Long> places, int most) {
        return promises(
                " and d.deadline <= :last and not " + OVER + " order by d.deadline, d.id",
                Map.of("today", today, "last", last),
                places,
                most);
    }

    /** Those that should have been kept before this day, kept or not; the latest first. As {@link #promises}. */
    List<Deliverable> over(LocalDate today, @Nullable Collection<Long> places, int most) {
        return promises(" and " + OVER + " order by d.deadline desc, d.id", Map.of("today", today), places, most);
    }

    /** With their plans and languages. Two statements. */
    private List<Deliverable> promises(
            String which, Map<String, LocalDate> days, @Nullable Collection<Long> places, int most) {
        var query = em.createQuery(
                        "select d from Deliverable d join d.revision r join r.plan p where p.published = r"
                                + " and p.publication.online = true"
                                + (places == null ? "" : " and r.locality.id in :places")
                                + which,
                        Deliverable.class)
                .setHint(Fetch.JOIN, "d.revision.plan")
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "d.languages");
        days.forEach(query::setParameter);
        if (places != null) {
            query.setParameter("places", places);
        }
        return query.setMaxResults(most).getResultList();
    }
}
