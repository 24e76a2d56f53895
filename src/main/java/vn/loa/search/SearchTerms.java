package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.search.SearchLog.Counted;

/** What was looked for, week by week. */
@Repository
public class SearchTerms {
    /** Of one week. When there are more, what was asked least gives way, so that nobody fills a week on its Monday. */
    public static final int MOST = 2_000;

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
        counts.forEach(this::add);
        counts.stream().map(counted -> counted.what().week()).distinct().forEach(week -> {
            em.createNativeQuery("delete from search_term where week < cast(?1 as date)")
                    .setParameter(1, week.minusWeeks(KEPT_WEEKS).toString())
                    .executeUpdate();
            makeRoom(week, counts);
        });
    }

    private void add(Counted counted) {
        em.createNativeQuery("""
            insert into search_term as known (week, term, asked, found_nothing) values (cast(?1 as date), ?2, ?3, ?4)
            on conflict (week, term) do update
            set asked = known.asked + excluded.asked, found_nothing = known.found_nothing + excluded.found_nothing\
            """)
                .setParameter(1, counted.what().week().toString())
                .setParameter(2, counted.what().term())
                .setParameter(3, counted.asked())
                .setParameter(4, counted.foundNothing())
                .executeUpdate();
    }

    /** What has just come stays if it can: it had no time yet to be asked often. */
    private void makeRoom(LocalDate week, List<Counted> latest) {
        em.createNativeQuery("""
            delete from search_term where week = cast(?1 as date) and term in (
                select term from search_term where week = cast(?1 as date)
                order by term = any(string_to_array(?2, chr(10))), asked, term
                limit greatest((select count(*) from search_term where week = cast(?1 as date)) - ?3, 0))\
            """)
                .setParameter(1, week.toString())
                .setParameter(
                        2, latest.stream().map(counted -> counted.what().term()).collect(Collectors.joining("\n")))
                .setParameter(3, MOST)
                .executeUpdate();
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
                        "select count(*) from search_term where week = cast(?1 as date) and (not ?2 or found_nothing >"
                                + " 0)")
                .setParameter(1, week.toString())
                .setParameter(2, unanswered)
                .getSingleResult();
        List<?> rows = em.createNativeQuery(
                        "select term, asked, found_nothing from search_term where week = cast(?1 as date) and (not ?2"
                                + " or found_nothing > 0) order by case when ?2 then found_nothing else asked end desc,"
                                + " term")
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
