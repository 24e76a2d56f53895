package vn.loa.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.apache.solr.common.params.CursorMarkParams;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The search server over HTTP. For several threads. Every method throws {@link SearchUnavailable} when there is no answer in
 * time.
 */
@ApplicationScoped
public class SolrIndex {
    /** Writing is nobody's waiting time, and a cold server is slow at first. */
    private static final long WRITE_TIMEOUT_SECONDS = 15;

    private static final int REVISIONS_AT_ONCE = 2_000;

    private final SearchSettings settings;
    private SolrClient forVisitors;
    private SolrClient forWriting;
    private volatile long awayUntilNanos;
    private volatile boolean away;

    /** With the settings of this program. */
    public SolrIndex() {
        this(SearchSettings.read(ConfigProvider.getConfig()));
    }

    SolrIndex(SearchSettings settings) {
        this.settings = settings;
    }

    @PostConstruct
    void open() {
        forVisitors = client(settings.timeout().toMillis());
        forWriting = client(TimeUnit.SECONDS.toMillis(WRITE_TIMEOUT_SECONDS));
    }

    private SolrClient client(long timeoutMillis) {
        return new HttpJdkSolrClient.Builder(settings.url().toString())
                .useHttp1_1(true)
                .withConnectionTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .withRequestTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .build();
    }

    @PreDestroy
    void close() {
        try {
            forVisitors.close();
            forWriting.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks for a visitor. After a failure the server is left alone for a while, so that a frozen one costs one visitor a wait and
     * not everybody.
     *
     * @param handler {@code /find} or {@code /suggest}
     */
    QueryResponse ask(String handler, SolrQuery query) {
        if (away && System.nanoTime() - awayUntilNanos < 0) {
            throw new SearchUnavailable("It failed a moment ago");
        }
        try {
            var answer = read(forVisitors, handler, query);
            away = false;
            return answer;
        } catch (SearchUnavailable e) {
            awayUntilNanos = System.nanoTime() + settings.retreat().toNanos();
            away = true;
            throw e;
        }
    }

    /** Whether the server answers now. */
    public boolean answers() {
        try {
            read(forVisitors, "/select", new SolrQuery("id:0").setRows(0));
            return true;
        } catch (SearchUnavailable e) {
            return false;
        }
    }

    /**
     * Puts documents in the place of those with the same ids and removes others. When it returns, every search sees them.
     *
     * @throws DocumentRefused when the server does not take one of them; the others may or may not be in
     */
    void replace(Collection<SolrInputDocument> documents, List<String> removed) {
        var update = new UpdateRequest();
        // A soft commit that waits for its searcher: on disk, the log of updates keeps what is not yet in the index.
        update.setAction(AbstractUpdateRequest.ACTION.COMMIT, false, true, true);
        update.add(documents);
        update.deleteById(removed);
        try {
            update.process(forWriting);
        } catch (SolrServerException | IOException e) {
            throw new SearchUnavailable(e);
        } catch (SolrException e) {
            if (e.code() == SolrException.ErrorCode.BAD_REQUEST.code) {
                throw new DocumentRefused(e);
            }
            throw new SearchUnavailable(e);
        }
    }

    /** The revision of every document by its id. */
    Map<String, String> revisions() {
        var found = new LinkedHashMap<String, String>();
        var query = new SolrQuery("*:*")
                .setFields("id", "revision")
                .setRows(REVISIONS_AT_ONCE)
                .setSort("id", SolrQuery.ORDER.asc);
        var mark = CursorMarkParams.CURSOR_MARK_START;
        while (true) {
            query.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
            var answer = read(forWriting, "/select", query);
            answer.getResults()
                    .forEach(document -> found.put(
                            (String) document.getFieldValue("id"), (String) document.getFieldValue("revision")));
            if (answer.getNextCursorMark().equals(mark)) {
                return found;
            }
            mark = answer.getNextCursorMark();
        }
    }

    private static QueryResponse read(SolrClient client, String handler, SolrQuery query) {
        try {
            var request = new QueryRequest(query, SolrRequest.METHOD.POST);
            request.setPath(handler);
            return request.process(client);
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailable(e);
        }
    }
}
