package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import vn.loa.editorial.ContentRevision;
import vn.loa.search.SearchOutbox.Row;

/**
 * Brings the index up to date with what waits in the outbox. One node at a time does it; the current state is read after the row,
 * so the last writer has always seen the last change. A subject that fails delays nothing but itself.
 */
@ApplicationScoped
public class IndexUpdate {
    private static final Logger LOG = Logger.getLogger(IndexUpdate.class.getName());
    private static final int AT_ONCE = 200;

    @Inject
    private SearchOutbox outbox;

    @Inject
    private PublicDocuments documents;

    @Inject
    private IndexContents index;

    @Inject
    private ContentRevision contentRevision;

    IndexUpdate() {}

    IndexUpdate(SearchOutbox outbox, PublicDocuments documents, IndexContents index, ContentRevision contentRevision) {
        this.outbox = outbox;
        this.documents = documents;
        this.index = index;
        this.contentRevision = contentRevision;
    }

    /**
     * Takes what is due, up to a limit. What was sent before and did not come back is sent alone: it may be what the server fell over, and need not take others
     * along.
     *
     * @return whether more may wait
     * @throws SearchUnavailable when the search server is away: what has not arrived keeps waiting
     */
    @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = SearchUnavailable.class)
    public boolean run() {
        if (!outbox.claim()) {
            return false;
        }
        var due = outbox.due(AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        // To read all that waits costs much more than to ask whether anybody takes it.
        index.requireTaking();
        var worn = due.stream().filter(Row::isWornOut).toList();
        if (!worn.isEmpty()) {
            outbox.failed(worn, "The search server went away each time it was sent");
        }
        var waiting = due.stream()
                .filter(row -> !row.isWornOut())
                .collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()));
        var round = new Round();
        try {
            waiting.values().stream().filter(rows -> !isSuspect(rows)).forEach(round::take);
            round.batches.finish();
            waiting.values().stream().filter(IndexUpdate::isSuspect).forEach(rows -> {
                round.take(rows);
                round.batches.finish();
            });
        } finally {
            if (round.hasChanged) {
                // Lists kept since the change itself was committed may have been drawn from the old index. Last,
                // because
                // whoever publishes waits for it.
                contentRevision.advance();
            }
        }
        return due.size() == AT_ONCE;
    }

    private static boolean isSuspect(List<Row> ofOne) {
        return ofOne.stream().anyMatch(row -> row.attempts() > 0);
    }

    /** @param document empty when it is public no longer */
    private record Change(Subject subject, List<Row> rows, Optional<JsonObject> document) {
        long characters() {
            return document.map(IndexDocument::characters).orElse(0L);
        }
    }

    /** What is sent at one time. */
    private final class Round {
        private final Set<Row> counted = new HashSet<>();
        private boolean hasChanged;
        private final IndexBatches<Change> batches = new IndexBatches<>(
                Change::characters,
                batch -> () -> replace(batch),
                (change, refused) -> putOff(change.subject, change.rows, refused));

        /** @param rows of one subject */
        void take(List<Row> rows) {
            var subject = rows.get(0).subject();
            Change change;
            try {
                change = new Change(subject, rows, documents.current(subject));
            } catch (RuntimeException unreadable) {
                count(rows);
                putOff(subject, rows, unreadable);
                return;
            }
            batches.add(change);
        }

        private void replace(List<Change> batch) {
            var rows = batch.stream().flatMap(change -> change.rows.stream()).toList();
            count(rows);
            index.replace(
                    batch.stream().flatMap(change -> change.document.stream()).toList(),
                    batch.stream()
                            .filter(change -> change.document.isEmpty())
                            .map(change -> change.subject.key())
                            .toList());
            outbox.done(rows);
            hasChanged = true;
        }

        /** One attempt, also when a batch is sent again in halves. */
        private void count(List<Row> rows) {
            var fresh = rows.stream().filter(counted::add).toList();
            if (!fresh.isEmpty()) {
                outbox.tried(fresh);
            }
        }
    }

    private void putOff(Subject subject, List<Row> rows, RuntimeException why) {
        LOG.log(Level.WARNING, why, () -> "The index cannot show " + subject.key() + " yet");
        outbox.failed(rows, String.valueOf(why.getMessage()));
    }
}
