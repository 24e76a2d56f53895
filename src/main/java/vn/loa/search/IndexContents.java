package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.loa.common.Jsons;

/**
 * What the index holds, for those who keep it. For several threads. Every method throws {@link SearchUnavailable} when there is no answer in time, which is
 * longer than a visitor would wait.
 */
@ApplicationScoped
public class IndexContents {
    /** Writing is nobody's waiting time, and a cold server is slow at first. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int REVISIONS_AT_ONCE = 2_000;
    private static final String WHOLES = "kind:(product plan question)";
    private static final String BLOCKLESS = "*:* -_root_:[* TO *]";

    /** As JSON: there is no such document. */
    private static final String NO_CHANGE = "{\"delete\":[\"none\"]}";

    private static final String MERGE = "{\"optimize\":{\"maxSegments\":1}}";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** An hour of them. */
    private static final int MOST_PAUSES = 720;

    private final SolrConnection solr;
    private final Duration patience;
    private final Duration patienceOfVisitors;
    private volatile boolean mayBeBlockless = true;

    /** With the settings of this program. */
    public IndexContents() {
        this(SearchSettings.read(ConfigProvider.getConfig()));
    }

    IndexContents(SearchSettings settings) {
        this(settings, PATIENCE);
    }

    /** @param patience how long the server may take for a change */
    IndexContents(SearchSettings settings, Duration patience) {
        this.solr = new SolrConnection(settings);
        this.patience = patience;
        this.patienceOfVisitors = settings.timeout();
    }

    /**
     * Puts documents in the place of those with the same ids and removes others. When it returns, every search sees them.
     *
     * @throws DocumentRefused when the server does not take one of them, or fails at it while it takes other changes; the others may or may not be in
     */
    void replace(Collection<JsonObject> documents, List<String> removed) {
        var changes = Jsons.object();
        if (!removed.isEmpty()) {
            changes.add("delete", Jsons.array(removed));
        }
        // A soft commit that waits for its searcher: the server's log keeps what is not yet safe in the index.
        changes.add("commit", Jsons.object().add("softCommit", true).add("waitSearcher", true));
        removeBlockless(Stream.concat(documents.stream().map(IndexDocument::id), removed.stream()));
        add(documents);
        write(changes.build().toString());
    }

    /**
     * Puts documents in, which no search sees before the next {@link #replace}.
     *
     * @throws DocumentRefused as {@link #replace}
     */
    void add(Collection<JsonObject> documents) {
        adding(documents).run();
    }

    /**
     * Begins to {@link #add}, and leaves the server to it.
     *
     * @return waits until they are in, and then throws what that would throw; to be run once
     */
    Runnable adding(Collection<JsonObject> documents) {
        if (documents.isEmpty()) {
            return () -> {};
        }
        var arrival = solr.change(Jsons.array(documents).build().toString());
        return () -> {
            try {
                SolrConnection.requireTaken(SolrConnection.await(arrival, patience));
            } catch (SearchUnavailable e) {
                if (!e.isForWantOfIndex() && takesChanges()) {
                    throw new DocumentRefused("It takes others, but of these: " + e.getMessage());
                }
                throw e;
            }
        };
    }

    /**
     * Asks whether the server writes down a change just now, with one that changes nothing; to answer questions is not enough, for that a server with a full
     * disk does, too.
     *
     * @throws SearchUnavailable when it does not
     */
    void requireTaking() {
        SolrConnection.requireSuccess(SolrConnection.await(solr.change(NO_CHANGE), patienceOfVisitors));
    }

    /** What it failed at while it takes changes is to blame itself. */
    private boolean takesChanges() {
        try {
            requireTaking();
            return true;
        } catch (SearchUnavailable away) {
            return false;
        }
    }

    private void write(String json) {
        SolrConnection.requireTaken(SolrConnection.await(solr.change(json), patience));
    }

    /**
     * Removes what an index of before blocks of documents has left of these; nothing new takes its place by itself. Each only together with what
     * replaces it, so that no search ever finds less.
     */
    private void removeBlockless(Stream<String> ids) {
        var these = ids.map(id -> '"' + id + '"').collect(Collectors.joining(" "));
        if (!mayBeBlockless || these.isEmpty()) {
            return;
        }
        var left = new SolrQuery().set("q", BLOCKLESS).set("rows", 0);
        mayBeBlockless = read(left).total() > 0;
        if (mayBeBlockless) {
            var query = "+id:(" + these + ") -_root_:[* TO *]";
            write(Jsons.object()
                    .add("delete", Jsons.object().add("query", query))
                    .build()
                    .toString());
        }
    }

    /**
     * Merges all of it into one piece. A question looks each word up in every piece there is, some twenty after many documents were put in; what is
     * changed later makes small ones. Millions of documents take some minutes.
     *
     * @param meanwhile what to do every few seconds until it is done
     */
    void merge(Runnable meanwhile) {
        var arrival = solr.change(MERGE);
        for (var left = MOST_PAUSES; left > 0 && !SolrConnection.isThere(arrival, PAUSE); left--) {
            meanwhile.run();
        }
        SolrConnection.requireTaken(SolrConnection.await(arrival, patience));
    }

    /** How many works, plans and questions it holds. */
    long count() {
        return read(new SolrQuery().set("q", WHOLES).set("rows", 0)).total();
    }

    /** The revision of every work and plan by its id. */
    Map<String, String> revisions() {
        var found = new LinkedHashMap<String, String>();
        var query = new SolrQuery()
                .set("q", WHOLES)
                .set("fl", "id,revision")
                .set("rows", REVISIONS_AT_ONCE)
                .set("sort", "id asc");
        var mark = "*";
        while (true) {
            var answer = read(query.set("cursorMark", mark));
            answer.documents().forEach(document -> found.put(document.getString("id"), document.getString("revision")));
            if (answer.nextCursorMark().equals(mark)) {
                return found;
            }
            mark = answer.nextCursorMark();
        }
    }

    private SolrAnswer read(SolrQuery query) {
        return solr.read("/select", query, patience);
    }
}
