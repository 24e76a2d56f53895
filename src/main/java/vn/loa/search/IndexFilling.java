package vn.loa.search;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fills an index, some megabytes of documents at a time: while the search server takes in what was sent, the next is gathered, so that neither waits for
 * the other. Two such batches are held in memory and no more. What the server does not take is left out, and found by the next comparison. Not for
 * several threads.
 */
final class IndexFilling {
    private static final Logger LOG = Logger.getLogger(IndexFilling.class.getName());

    private final SolrIndex index;
    private List<JsonObject> gathered = new ArrayList<>();
    private long size;
    private Runnable sending = () -> {};

    IndexFilling(SolrIndex index) {
        this.index = index;
    }

    /** @throws SearchUnavailable when what was sent before did not arrive */
    void add(JsonObject document) {
        gathered.add(document);
        size += IndexDocument.characters(document);
        if (size >= IndexDocument.ENOUGH_AT_ONCE) {
            send();
        }
    }

    /**
     * Sends the rest; when it returns, all that was added is in, though no search sees it yet.
     *
     * @throws SearchUnavailable when something did not arrive
     */
    void finish() {
        send();
        sending.run();
    }

    private void send() {
        sending.run();
        var batch = gathered;
        var arrival = index.adding(batch);
        sending = () -> {
            try {
                arrival.run();
            } catch (DocumentRefused refused) {
                eachAlone(batch, refused);
            }
        };
        gathered = new ArrayList<>();
        size = 0;
    }

    private void eachAlone(List<JsonObject> batch, DocumentRefused refused) {
        if (batch.size() == 1) {
            LOG.log(Level.WARNING, refused, () -> "The new index does not take " + IndexDocument.id(batch.get(0)));
            return;
        }
        for (var document : batch) {
            try {
                index.add(List.of(document));
            } catch (DocumentRefused again) {
                eachAlone(List.of(document), again);
            }
        }
    }
}
