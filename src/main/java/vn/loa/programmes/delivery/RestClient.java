package vn.loa.programmes.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

    /** While somebody else reads. */
    private static final long LOOK_AROUND = TimeUnit.SECONDS.toNanos(1);

    private static final long SLOWEST_BYTES_A_SECOND = 16 << 10;
    private static final int READ_OF_ANSWER = 2 << 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Sends a request without a body. */
    HttpResponse<byte[]> send(HttpRequest.Builder request, AllowedHosts hosts, Pace pace)
            throws NotDelivered, IOException {
        return send(request, 0, hosts, pace, new AtomicReference<>());
    }

    /** Sends a file. @throws IOException when it cannot be read */
    HttpResponse<byte[]> put(HttpRequest.Builder request, ShippedFile file, AllowedHosts hosts, Pace pace)
            throws NotDelivered, IOException {
        var unreadable = new AtomicReference<@Nullable IOException>();
        var body = BodyPublishers.ofInputStream(() -> {
            try {
                return new Moving(file.content().open(), pace);
            } catch (IOException e) {
                unreadable.set(e);
                throw new UncheckedIOException(e);
            }
        });
        request.PUT(BodyPublishers.fromPublisher(body, file.bytes()));
        return send(request, file.bytes(), hosts, pace, unreadable);
    }

    private HttpResponse<byte[]> send(
            HttpRequest.Builder builder,
            long bytes,
            AllowedHosts hosts,
            Pace pace,
            AtomicReference<@Nullable IOException> unreadable)
            throws NotDelivered, IOException {
        pace.require();
        var patience = PATIENCE.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND);
        var request = builder.timeout(patience).build();
        // The machine keeps for a moment what it has learned, so it is not told another address when it connects.
        hosts.find(request.uri().getHost());
        var answer = http.sendAsync(request, info -> BoundedBody.beginning(READ_OF_ANSWER));
        try {
            return answer(answer, patience, pace);
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

    /** Waits as long as it may take, which grows while bytes go, and no longer when something urgent waits. */
    private static HttpResponse<byte[]> answer(
            CompletableFuture<HttpResponse<byte[]>> answer, Duration patience, Pace pace)
            throws TimeoutException, ExecutionException, InterruptedException, GaveWay {
        var end = System.nanoTime() + patience.toNanos();
        for (; ; ) {
            var left = Math.min(end - System.nanoTime(), pace.left().toNanos());
            if (left <= 0) {
                throw new TimeoutException();
            }
            try {
                return answer.get(Math.min(left, LOOK_AROUND), TimeUnit.NANOSECONDS);
            } catch (TimeoutException notYet) {
                // More may have gone meanwhile.
                pace.giveWay();
            }
        }
    }

    /** Tells of what is read of it. */
    private static final class Moving extends FilterInputStream {
        private final Pace pace;

        Moving(InputStream bytes, Pace pace) {
            super(bytes);
            this.pace = pace;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            pace.moved(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            var read = super.read(into, from, most);
            pace.moved(Math.max(0, read));
            return read;
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
