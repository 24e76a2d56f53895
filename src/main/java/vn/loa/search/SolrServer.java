package vn.loa.search;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import vn.loa.common.Jsons;

/** The search server as far as it is asked about its indexes and not what is in them. */
final class SolrServer {
    /** An index is made on a disk that may be busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int LONGEST_REASON = 300;

    private final SearchSettings settings;
    private final HttpClient http;

    SolrServer(SearchSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
    }

    /** @param handler below the address of the server, such as {@code admin/cores} */
    JsonObject ask(String handler, SolrQuery query) {
        return send(handler, query, BodyPublishers.noBody());
    }

    /** The same with a file. */
    JsonObject send(String handler, SolrQuery query, byte[] file) {
        return send(handler, query, BodyPublishers.ofByteArray(file));
    }

    private JsonObject send(String handler, SolrQuery query, BodyPublisher body) {
        var request = HttpRequest.newBuilder(settings.server()
                        .resolve(handler + "?" + query.set("wt", "json").form()))
                .header("Content-Type", "application/octet-stream")
                .timeout(PATIENCE)
                .POST(body)
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                var said = answer.body().strip().replaceAll("\\s+", " ");
                throw new SearchUnavailable("Status " + answer.statusCode() + " of " + handler + ": "
                        + said.substring(0, Math.min(LONGEST_REASON, said.length())));
            }
            try (var reader = Jsons.reader(new StringReader(answer.body()))) {
                return reader.readObject();
            }
        } catch (IOException | JsonException e) {
            throw new SearchUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }
}
