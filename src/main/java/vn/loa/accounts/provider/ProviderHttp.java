package vn.loa.accounts.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.loa.common.BoundedBody;

/**
 * Requests to the provider: from the first byte sent to the last one read they take a few seconds at most, follow no redirect, and read no more than so much. What the provider
 * answers beyond that is as good as no answer. Safe for use by many threads.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    /** Of names, keys and tokens, of which the largest providers send some ten thousand bytes. */
    private static final int LONGEST = 512 * 1024;

    static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Duration patience;
    private final HttpClient http;

    ProviderHttp() {
        this(PATIENCE);
    }

    /** @param patience for headers and body together */
    ProviderHttp(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest wanted) throws IOException {
        var request = HttpRequest.newBuilder(wanted.getURI()).timeout(patience);
        wanted.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        var body = wanted.getBody();
        request.method(
                wanted.getMethod().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        var answer = send(request.build());
        var read = new HTTPResponse(answer.statusCode());
        try {
            var type = answer.headers().firstValue("Content-Type");
            if (type.isPresent()) {
                read.setContentType(type.get());
            }
        } catch (ParseException e) {
            throw new IOException("A type of content that cannot be read", e);
        }
        read.setBody(text(answer));
        return read;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        return new Resource(get(uri(address)), "application/json");
    }

    /** The text that is at an address. @throws IOException when it is not, for whatever reason */
    String get(URI address) throws IOException {
        var answer = send(HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Accept", "application/json")
                .build());
        var text = text(answer);
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return text;
    }

    /** The limit of a request ends with the headers; whoever drips a body is cut off by this one. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        var answer = http.sendAsync(request, info -> new BoundedBody(LONGEST));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("The provider took longer than " + patience, late);
        } catch (ExecutionException failed) {
            throw new IOException("The provider does not answer as it should", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the provider", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static URI uri(URL address) throws IOException {
        try {
            return address.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("No address: " + address, e);
        }
    }
}
