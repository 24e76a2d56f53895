package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
     * Takes what is due, up to a limit.
     *
     * @return whether more may wait
     * @throws SearchUnavailable when the search server is away: everything keeps waiting
     */
    @Transactional(value = TxType.REQUIRES_NEW)
    public boolean run() {
        if (!outbox.claim()) {
            return false;
        }
        var due = outbox.due(AT_ONCE);
        var bySubject =
                due.stream().collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()));
        var changes = new IndexBatches<Change>(
                Change::characters,
                batch -> () -> replace(batch),
                (change, refused) -> putOff(change.subject, change.rows, refused));
        bySubject.forEach((subject, rows) -> read(subject, rows).ifPresent(changes::add));
        if (changes.finish() > 0) {
            // Lists kept since the change itself was committed may have been drawn from the old index. Last, because
            // whoever publishes waits for it.
            contentRevision.advance();
        }
        return due.size() == AT_ONCE;
    }

    /** @param document empty when it is public no longer */
    private record Change(Subject subject, List<Row> rows, Optional<JsonObject> document) {
        long characters() {
            return document.map(IndexDocument::characters).orElse(0L);
        }
    }

    private Optional<Change> read(Subject subject, List<Row> rows) {
        try {
            return Optional.of(new Change(subject, rows, documents.current(subject)));
        } catch (RuntimeException unreadable) {
            putOff(subject, rows, unreadable);
            return Optional.empty();
        }
    }

    private void replace(List<Change> batch) {
        index.replace(
                batch.stream().flatMap(change -> change.document.stream()).toList(),
                batch.stream()
                        .filter(change -> change.document.isEmpty())
                        .map(change -> change.subject.key())
                        .toList());
        batch.forEach(change -> outbox.done(change.rows));
    }

    private void putOff(Subject subject, List<Row> rows, RuntimeException why) {
        LOG.log(Level.WARNING, why, () -> "The index cannot show " + subject.key() + " yet");
        outbox.failed(rows, String.valueOf(why.getMessage()));
    }
}
