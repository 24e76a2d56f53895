package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private SolrIndex index;

    @Inject
    private ContentRevision contentRevision;

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
        var current = new LinkedHashMap<Subject, Optional<JsonObject>>();
        var size = 0L;
        var changed = false;
        for (var subject : bySubject.keySet()) {
            try {
                var document = documents.current(subject);
                current.put(subject, document);
                size += document.map(IndexDocument::characters).orElse(0L);
            } catch (RuntimeException unreadable) {
                putOff(subject, bySubject.getOrDefault(subject, List.of()), unreadable);
            }
            if (size >= IndexDocument.ENOUGH_AT_ONCE) {
                changed |= replace(current, bySubject);
                current.clear();
                size = 0;
            }
        }
        changed |= replace(current, bySubject);
        if (changed) {
            // Lists kept since the change itself was committed may have been drawn from the old index. Last, because
            // whoever publishes waits for it.
            contentRevision.advance();
        }
        return due.size() == AT_ONCE;
    }

    /** @return whether anything in the index is another */
    private boolean replace(Map<Subject, Optional<JsonObject>> current, Map<Subject, List<Row>> rows) {
        if (current.isEmpty()) {
            return false;
        }
        try {
            var present = current.values().stream().flatMap(Optional::stream).toList();
            var removed = new ArrayList<String>();
            current.forEach((subject, document) -> {
                if (document.isEmpty()) {
                    removed.add(subject.key());
                }
            });
            index.replace(present, removed);
            current.keySet().forEach(subject -> outbox.done(rows.getOrDefault(subject, List.of())));
            return true;
        } catch (DocumentRefused refused) {
            if (current.size() == 1) {
                var subject = current.keySet().iterator().next();
                putOff(subject, rows.getOrDefault(subject, List.of()), refused);
                return false;
            }
            var changed = false;
            for (var one : current.entrySet()) {
                changed |= replace(Map.of(one.getKey(), one.getValue()), rows);
            }
            return changed;
        }
    }

    private void putOff(Subject subject, List<Row> rows, RuntimeException why) {
        LOG.log(Level.WARNING, why, () -> "The index cannot show " + subject.key() + " yet");
        outbox.failed(rows, String.valueOf(why.getMessage()));
    }
}
