package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;

/** What administrators of the whole portal see of the index and do about it. Others are answered with {@link NotPermitted}. */
@ApplicationScoped
@Transactional
public class LookAfterIndex {
    private static final String SUBJECT = "index";
    private static final int MOST_SHOWN = 50;
    private static final int COMPARISONS = 7;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private IndexRebuild rebuild;

    @Inject
    private IndexComparisons comparisons;

    @Inject
    private PublicDocuments documents;

    @Inject
    private AuditTrail audit;

    /**
     * How the index is.
     *
     * @param progress of the last rebuild
     * @param waiting changes that are not found yet
     * @param aside changes that failed too often, the newest first; so many and no more
     * @param comparisons with the database, the newest first; so many and no more
     */
    public record Condition(
            IndexRebuild.Progress progress,
            long waiting,
            List<Aside> aside,
            List<IndexComparisons.Compared> comparisons) {
        public Condition {
            aside = List.copyOf(aside);
            comparisons = List.copyOf(comparisons);
        }
    }

    /** A change that the index cannot show. @param subject its kind and number @param attempts how often it was tried @param failure what went wrong last */
    public record Aside(String subject, int attempts, String failure) {}

    /** Four statements at most. */
    public Condition condition(Actor by) {
        require(by);
        return new Condition(
                rebuild.progress(), outbox.waiting(), outbox.aside(MOST_SHOWN), comparisons.latest(COMPARISONS));
    }

    /** How many works, plans and questions are public now. Three statements. */
    public long publicNow(Actor by) {
        require(by);
        return documents.count();
    }

    /** How far the last rebuild is. One statement. */
    public IndexRebuild.Progress progress(Actor by) {
        require(by);
        return rebuild.progress();
    }

    /** Begins to build it anew. @return false when that is on its way already */
    public boolean rebuild(Actor by) {
        require(by);
        var begun = rebuild.begin();
        if (begun) {
            audit.record(by, "rebuild-index", SUBJECT, 1, SUBJECT, null);
        }
        return begun;
    }

    /** Tries again what was put aside. @return how many changes that are */
    public int retry(Actor by) {
        require(by);
        var again = outbox.tryAgain();
        if (again > 0) {
            audit.record(by, "retry-index", SUBJECT, 1, SUBJECT, Integer.toString(again));
        }
        return again;
    }

    private static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR) || by.isConfined()) {
            throw new NotPermitted(by, "look after the index");
        }
    }
}
