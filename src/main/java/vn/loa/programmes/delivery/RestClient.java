package vn.loa.programmes.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import vn.loa.common.BoundedBody;

/**
 * Sends requests to where they may be sent. From the first byte to the last one read each takes so long at most, follows no redirect, and reads only how the answer begins. Safe for use by many threads.
 */
final class RestClient {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    /** Besides what the bytes need on a slow line. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long SLOWEST_BYTES_A_SECOND = 16 << 10;
    private static final int READ_OF_ANSWER = 2 << 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param bytes that it sends */
    HttpResponse<byte[]> send(HttpRequest.Builder request, long bytes, AllowedHosts hosts)
            throws NotDelivered, IOException {
        return send(request, bytes, hosts, new AtomicReference<>());
    }

    /** Sends a file. @throws IOException when it cannot be read */
    HttpResponse<byte[]> put(HttpRequest.Builder request, ShippedFile file, AllowedHosts hosts)
            throws NotDelivered, IOException {
        var unreadable = new AtomicReference<@Nullable IOException>();
        var body = BodyPublishers.ofInputStream(() -> {
            try {
                return file.content().open();
            } catch (IOException e) {
                unreadable.set(e);
                throw new UncheckedIOException(e);
            }
        });
        request.PUT(BodyPublishers.fromPublisher(body, file.bytes()));
        return send(request, file.bytes(), hosts, unreadable);
    }

    private HttpResponse<byte[]> send(
            HttpRequest.Builder builder,
            long bytes,
            AllowedHosts hosts,
            AtomicReference<@Nullable IOException> unreadable)
            throws NotDelivered, IOException {
        var patience = PATIENCE.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
        var request = builder.timeout(patience).build();
        // The machine keeps for a moment what it has learned, so it is not told another address when it connects.
        hosts.find(request.uri().getHost());
        var answer = http.sendAsync(request, info -> BoundedBody.beginning(READ_OF_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new NotDelivered(Obstacle.TIMEOUT, "", late);
        } catch (ExecutionException failed) {
            var local = unreadable.get();
            if (local != null) {
                throw local;
            }
            throw told(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The portal ends", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static NotDelivered told(@Nullable Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return new NotDelivered(Obstacle.TIMEOUT, "", cause);
        }
        if (cause instanceof SSLException) {
            return new NotDelivered(Obstacle.CERTIFICATE, String.valueOf(cause.getMessage()), cause);
        }
        if (cause instanceof IOException) {
            return new NotDelivered(Obstacle.UNREACHABLE, cause.getMessage() == null ? "" : cause.getMessage(), cause);
        }
        return new NotDelivered(Obstacle.BROKEN, "", cause);
    }
}
