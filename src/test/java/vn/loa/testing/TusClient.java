package vn.loa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Sends files as an editor's program does: by tus 1.0.0. */
public final class TusClient {
    public static final String PATH = "/api/v1/uploads";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final String bearer;

    /** @param base the address of the portal, ending with a slash @param bearer value of the header Authorization */
    public TusClient(URI base, String bearer) {
        this.base = base;
        this.bearer = bearer;
    }

    public TusClient(Portal portal, Staff staff) {
        this(URI.create(portal.baseUrl()), staff.bearer());
    }

    /** Any request with the token of this person. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Announces a file; the last segment of its Location is the id. */
    public HttpResponse<String> announce(String name, long length, String... headers) {
        return send(request(PATH)
                .headers(with(
                        headers,
                        "Upload-Length",
                        Long.toString(length),
                        "Upload-Metadata",
                        "filename " + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))))
                .POST(BodyPublishers.noBody())
                .build());
    }

    public HttpResponse<String> send(String id, long offset, byte[] bytes, String... headers) {
        return send(id, offset, BodyPublishers.ofByteArray(bytes), headers);
    }

    public HttpResponse<String> send(String id, long offset, BodyPublisher body, String... headers) {
        return send(request(PATH + "/" + id)
                .headers(with(
                        headers,
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        Long.toString(offset)))
                .method("PATCH", body)
                .build());
    }

    public HttpResponse<String> look(String id) {
        return send(
                request(PATH + "/" + id).method("HEAD", BodyPublishers.noBody()).build());
    }

    public HttpResponse<String> end(String id) {
        return send(request(PATH + "/" + id).DELETE().build());
    }

    /** A whole file. Its id. */
    public String upload(String name, byte[] bytes) {
        var id = id(announce(name, bytes.length));
        send(id, 0, bytes);
        return id;
    }

    public static String id(HttpResponse<String> announced) {
        var location =
                announced.headers().firstValue("Location").orElseThrow(() -> new AssertionError(announced.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public static long offset(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).headers("Authorization", bearer, "Tus-Resumable", "1.0.0");
    }

    private static String[] with(String[] headers, String... more) {
        var all = new String[headers.length + more.length];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(headers, 0, all, more.length, headers.length);
        return all;
    }
}
