package vn.loa.syndication;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A WebSub hub, told of changes as publishers do it in practice: a form with {@code hub.mode=publish} and the addresses that have changed. */
final class WebSubHub {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    WebSubHub(String address) {
        this.address = URI.create(address);
    }

    /** Tells of these feeds at once. @return why the hub has not taken it; empty when it has */
    Optional<String> tell(List<String> feeds) throws InterruptedException {
        var form = new StringBuilder("hub.mode=publish");
        for (var feed : feeds) {
            // The specification leaves the name open; hubs know one or the other.
            form.append("&hub.url=").append(encoded(feed)).append("&hub.topic=").append(encoded(feed));
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build();
        try {
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Optional.empty() : Optional.of("answered " + status);
        } catch (IOException away) {
            return Optional.of(String.valueOf(away));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
