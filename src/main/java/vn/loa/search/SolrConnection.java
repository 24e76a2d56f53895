package vn.loa.search;

import jakarta.json.JsonException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.loa.common.Jsons;

/** One index of the search server, over HTTP and JSON. For several threads. Every method throws {@link SearchUnavailable} when there is no answer in time. */
final class SolrConnection {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_REASON = 400;

    private final URI url;
    private final HttpClient http;

    SolrConnection(SearchSettings settings) {
        this.url = settings.url();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** @param patience for the whole of the answer */
    SolrAnswer read(String handler, SolrQuery query, Duration patience) {
        var response = await(begin(handler, "application/x-www-form-urlencoded", query.form()), patience);
        requireSuccess(response);
        try (var reader = Jsons.reader(new StringReader(response.body()))) {
            return new SolrAnswer(reader.readObject()).whole();
        } catch (JsonException notSolr) {
            throw new SearchUnavailable(notSolr);
        }
    }

    /** Begins to send a change. @return what to {@link #await} */
    CompletableFuture<HttpResponse<String>> change(String json) {
        return begin("/update", "application/json", json);
    }

    private CompletableFuture<HttpResponse<String>> begin(String handler, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + handler))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    /** The client's own timeout ends with the header of the answer; this one covers all of it. */
    static HttpResponse<String> await(CompletableFuture<HttpResponse<String>> answer, Duration patience) {
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

    /** Whether it comes within this time, as an answer or not at all; if not, it can still be waited for. */
    static boolean isThere(CompletableFuture<?> answer, Duration patience) {
        try {
            answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException | CancellationException failed) {
            return true;
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }

    /** @throws DocumentRefused when the server finds fault with what it was to take */
    static void requireTaken(HttpResponse<String> response) {
        if (response.statusCode() == BAD_REQUEST) {
            throw new DocumentRefused(reason(response.body()));
        }
        requireSuccess(response);
    }

    static void requireSuccess(HttpResponse<String> response) {
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
