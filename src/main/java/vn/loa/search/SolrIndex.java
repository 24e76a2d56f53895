package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.loa.common.Jsons;

/**
 * The search server over HTTP and JSON. For several threads. Every method throws {@link SearchUnavailable} when there is no answer
 * in time.
 */
@ApplicationScoped
public class SolrIndex {
    /** Writing is nobody's waiting time, and a cold server is slow at first. */
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(15);

    private static final int REVISIONS_AT_ONCE = 2_000;
    private static final String WHOLES = "kind:(product plan question)";
    private static final String BLOCKLESS = "*:* -_root_:[* TO *]";

    /** As JSON: there is no such document. */
    private static final String NO_CHANGE = "{\"delete\":[\"none\"]}";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_REASON = 400;

    private final SearchSettings settings;
    private final Duration writing;
    private final HttpClient http;
    private final AtomicLong awayUntilNanos = new AtomicLong();
    private volatile boolean away;
    private volatile boolean mayBeBlockless = true;

    @Inject
    private VisitorPatience patience = VisitorPatience.endless();

    /** With the settings of this program. */
    public SolrIndex() {
        this(SearchSettings.read(ConfigProvider.getConfig()));
    }

    SolrIndex(SearchSettings settings) {
        this(settings, WRITE_TIMEOUT);
    }

    /** @param patience of the one visitor there is */
    SolrIndex(SearchSettings settings, VisitorPatience patience) {
        this(settings);
        this.patience = patience;
    }

    /** @param writing how long the server may take for a change */
    SolrIndex(SearchSettings settings, Duration writing) {
        this.settings = settings;
        this.writing = writing;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /**
     * Asks for a visitor, who waits no longer for all questions than the setting says. After a failure of the server, not of one question, it is left alone
     * for a while and then tried by one visitor, so that a frozen one costs one at a time a wait and not everybody.
     *
     * @param handler {@code /find}, {@code /parts} or {@code /suggest}
     */
    SolrAnswer ask(String handler, SolrQuery query) {
        var left = patience.left(settings.timeout());
        if (left.isNegative() || left.isZero()) {
            throw new SearchUnavailable("This visitor has waited long enough", true);
        }
        requireTurn();
        var begun = System.nanoTime();
        try {
            var answer = read(handler, query, left);
            away = false;
            return answer;
        } catch (SearchUnavailable e) {
            if (e.isOfOneRequest()) {
                away = false;
            } else if (tells(left)) {
                awayUntilNanos.set(System.nanoTime() + settings.retreat().toNanos());
                away = true;
            }
            throw e;
        } finally {
            patience.spend(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** While it is away, one asks on behalf of all, and the others do not wait for what comes of it. */
    private void requireTurn() {
        var until = awayUntilNanos.get();
        var now = System.nanoTime();
        var tried = now + settings.timeout().plus(settings.retreat()).toNanos();
        if (away && (now - until < 0 || !awayUntilNanos.compareAndSet(until, tried))) {
            throw new SearchUnavailable("It failed a moment ago");
        }
    }

    /** Whether no answer in so short a time says something of the server: in the rest of somebody's time a good one may fail. */
    private boolean tells(Duration given) {
        return given.compareTo(settings.timeout().dividedBy(2)) >= 0;
    }

    /**
     * Asks now, whatever happened before.
     *
     * @return which of the parameters that questions refer to its configset lacks, and whether that finds parts; Solr itself would leave out what
     *     parameters stand for without a word
     */
    List<String> missing() {
        var answer = read(
                "/find",
                new SolrQuery()
                        .set("defType", "lucene")
                        .set("q", "id:0")
                        .set("rows", 0)
                        .set("echoParams", "all"),
                settings.timeout());
        var lacking = new ArrayList<>(ProductQuery.OF_CONFIGSET.stream()
                .filter(parameter -> !answer.hasParameter(parameter))
                .toList());
        if (!findsParts()) {
            lacking.add(PartQuery.HANDLER);
        }
        return lacking;
    }

    private boolean findsParts() {
        try {
            read(PartQuery.HANDLER, new SolrQuery().set("q", "x").set("rows", 0), settings.timeout());
            return true;
        } catch (SearchUnavailable e) {
            if (e.isOfOneRequest()) {
                return false;
            }
            throw e;
        }
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
        var arrival = begin(
                "/update", "application/json", Jsons.array(documents).build().toString());
        return () -> {
            try {
                requireTaken(await(arrival, writing));
            } catch (SearchUnavailable e) {
                if (!e.isForWantOfIndex() && takesChanges()) {
                    throw new DocumentRefused("It takes others, but of these: " + e.getMessage());
                }
                throw e;
            }
        };
    }

    /**
     * Whether the server writes down a change just now: what it failed at while it does is to blame itself. It is asked with one that changes nothing; to answer
     * questions is not enough, for that a server with a full disk does, too.
     */
    private boolean takesChanges() {
        try {
            return send("/update", "application/json", NO_CHANGE, settings.timeout())
                            .statusCode()
                    == 200;
        } catch (SearchUnavailable away) {
            return false;
        }
    }

    private void write(String json) {
        requireTaken(send("/update", "application/json", json, writing));
    }

    private static void requireTaken(HttpResponse<String> response) {
        if (response.statusCode() == BAD_REQUEST) {
            throw new DocumentRefused(reason(response.body()));
        }
        requireSuccess(response);
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
        mayBeBlockless = read("/select", left, writing).total() > 0;
        if (mayBeBlockless) {
            var query = "+id:(" + these + ") -_root_:[* TO *]";
            write(Jsons.object()
                    .add("delete", Jsons.object().add("query", query))
                    .build()
                    .toString());
        }
    }

    /** How many works, plans and questions it holds. */
    long count() {
        return read("/select", new SolrQuery().set("q", WHOLES).set("rows", 0), writing)
                .total();
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
            var answer = read("/select", query.set("cursorMark", mark), writing);
            answer.documents().forEach(document -> found.put(document.getString("id"), document.getString("revision")));
            if (answer.nextCursorMark().equals(mark)) {
                return found;
            }
            mark = answer.nextCursorMark();
        }
    }

    private SolrAnswer read(String handler, SolrQuery query, Duration patience) {
        var response = send(handler, "application/x-www-form-urlencoded", query.form(), patience);
        requireSuccess(response);
        try (var reader = Jsons.reader(new StringReader(response.body()))) {
            return new SolrAnswer(reader.readObject()).whole();
        } catch (JsonException notSolr) {
            throw new SearchUnavailable(notSolr);
        }
    }

    private HttpResponse<String> send(String handler, String type, String body, Duration patience) {
        return await(begin(handler, type, body), patience);
    }

    private CompletableFuture<HttpResponse<String>> begin(String handler, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(settings.url() + handler))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** The client's own timeout ends with the header of the answer; this one covers all of it. */
    private static HttpResponse<String> await(CompletableFuture<HttpResponse<String>> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            answer.cancel(true);
            throw new SearchUnavailable("No answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new SearchUnavailable(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }

    private static void requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() == NOT_FOUND) {
            throw SearchUnavailable.withoutIndex("There is no such index: " + reason(response.body()));
        }
        if (response.statusCode() != 200) {
            throw new SearchUnavailable(
                    "Status " + response.statusCode() + ": " + reason(response.body()),
                    response.statusCode() >= BAD_REQUEST && response.statusCode() < SERVER_ERROR);
        }
    }

    private static String reason(String body) {
        var line = body.strip().replaceAll("\\s+", " ");
        return line.substring(0, Math.min(LONGEST_REASON, line.length()));
    }
}
