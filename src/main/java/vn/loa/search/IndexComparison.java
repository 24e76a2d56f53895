package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Compares the index with the database, document by document, and queues what differs: a second line of defence behind the
 * outbox, and the way an empty index is filled.
 */
@ApplicationScoped
public class IndexComparison {
    private static final Logger LOG = Logger.getLogger(IndexComparison.class.getName());

    @Inject
    private SearchOutbox outbox;

    @Inject
    private PublicDocuments documents;

    @Inject
    private IndexContents index;

    @Inject
    private IndexComparisons comparisons;

    IndexComparison() {}

    IndexComparison(SearchOutbox outbox, PublicDocuments documents, IndexContents index, IndexComparisons comparisons) {
        this.outbox = outbox;
        this.documents = documents;
        this.index = index;
        this.comparisons = comparisons;
    }

    /**
     * Whether the index holds as many as are public, but for what waits or was put aside: a look that costs little and shows that an index was lost.
     *
     * @throws SearchUnavailable when the search server is away
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean isOfRightSize() {
        var held = index.count();
        return Math.abs(held - documents.count()) <= outbox.unsettled();
    }

    /**
     * Queues every subject whose document is missing, outdated or no longer wanted. A change made meanwhile is at worst queued
     * twice.
     *
     * @return how many differ
     * @throws SearchUnavailable when the search server is away
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int run() {
        var found = index.revisions();
        var wanted = documents.revisions();
        var change = IndexChange.between(found, wanted);
        var different = new LinkedHashSet<>(change.outdated());
        different.addAll(change.unwanted());
        // Of an index that is read anew altogether that may be all there is.
        var byKind = different.stream()
                .flatMap(key -> Subject.parse(key).stream())
                .collect(Collectors.groupingBy(Subject::kind, Collectors.mapping(Subject::id, Collectors.toList())));
        byKind.forEach(outbox::addAll);
        comparisons.keep(found.size(), wanted.size(), different.size());
        LOG.info(() -> "The index holds %d of %d public works, plans and questions; %d differ and are read anew"
                .formatted(found.size(), wanted.size(), different.size()));
        return different.size();
    }
}
