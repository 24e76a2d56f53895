package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.search.SearchLog.Counted;

/** What was looked for, week by week. */
@Repository
public class SearchTerms {
    /** Of one week. Of what comes later nothing is kept: it is looked for least. */
    private static final int MOST = 2_000;

    private static final int KEPT_WEEKS = 53;

    @PersistenceContext
    private EntityManager em;

    /**
     * What several people looked for.
     *
     * @param term in lower case
     * @param asked how often
     * @param foundNothing how often there was no answer
     */
    public record SearchTerm(String term, int asked, int foundNothing) {}

    /** Adds counts, and forgets what is older than a year. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(List<Counted> counts) {
        for (var counted : counts) {
            em.createNativeQuery("""
                            insert into search_term as known (week, term, asked, found_nothing)
                            select cast(?1 as date), ?2, ?3, ?4
                            where (select count(*) from search_term where week = cast(?1 as date)) < ?5
                               or exists (select 1 from search_term where week = cast(?1 as date) and term = ?2)
                            on conflict (week, term) do update
                            set asked = known.asked + excluded.asked, found_nothing = known.found_nothing + excluded.found_nothing""")
                    .setParameter(1, counted.what().week().toString())
                    .setParameter(2, counted.what().term())
                    .setParameter(3, counted.asked())
                    .setParameter(4, counted.foundNothing())
                    .setParameter(5, MOST)
                    .executeUpdate();
            em.createNativeQuery("delete from search_term where week < cast(?1 as date)")
                    .setParameter(
                            1, counted.what().week().minusWeeks(KEPT_WEEKS).toString())
                    .executeUpdate();
        }
    }

    /**
     * Those of a week, the most frequent first.
     *
     * @param week its Monday
     * @param unanswered only those that found nothing, by how often they did
     * @throws NotPermitted if they neither write nor publish
     */
    @Transactional
    public Page<SearchTerm> of(LocalDate week, boolean unanswered, int page, int size, Actor by) {
        if (!by.is(Role.EDITOR) && !by.is(Role.PUBLISHER)) {
            throw new NotPermitted(by, "see what people look for");
        }
        var total = (Number) em.createNativeQuery(
                        "select count(*) from search_term where week = cast(?1 as date) and (not ?2 or found_nothing > 0)")
                .setParameter(1, week.toString())
                .setParameter(2, unanswered)
                .getSingleResult();
        List<?> rows = em.createNativeQuery(
                        "select term, asked, found_nothing from search_term where week = cast(?1 as date) and (not ?2 or found_nothing > 0)"
                                + " order by case when ?2 then found_nothing else asked end desc, term")
                .setParameter(1, week.toString())
                .setParameter(2, unanswered)
                .setFirstResult((page - 1) * size)
                .setMaxResults(size)
                .getResultList();
        var items = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new SearchTerm((String) row[0], ((Number) row[1]).intValue(), ((Number) row[2]).intValue()))
                .toList();
        return new Page<>(items, total.longValue(), page, size);
    }
}
