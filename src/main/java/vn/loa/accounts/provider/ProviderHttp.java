package vn.loa.accounts.provider;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/**
 * Requests to the provider: they wait for a few seconds, follow no redirect, and read no more than so much. What the provider answers beyond that is as good as no
 * answer.
 */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    /** Of names, keys and tokens, of which the largest providers send some ten thousand bytes. */
    private static final int LONGEST = 512 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest wanted) throws IOException {
        var request = HttpRequest.newBuilder(wanted.getURI()).timeout(PATIENCE);
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
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build());
        var text = text(answer);
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return text;
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the provider", e);
        }
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (var body = Objects.requireNonNull(answer.body(), "an answer has a body")) {
            var bytes = body.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("The provider answered more than " + LONGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static URI uri(URL address) throws IOException {
        try {
            return address.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("No address: " + address, e);
        }
    }
}
