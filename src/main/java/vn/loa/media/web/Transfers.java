package vn.loa.media.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The answers under way. Servers keep up to half a megabyte for each client that is slow to take what it asked for, so there may
 * only be so many at once (setting {@code loa.media.max-transfers}; one for each megabyte of heap when it is missing).
 */
@ApplicationScoped
public class Transfers {
    /** What the buffers of a server take in one go; more is copied twice. */
    static final int CHUNK = 64 * 1024;

    private static final int MOST_SPARE_BUFFERS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);

    @Inject
    @ConfigProperty(name = "loa.media.max-transfers")
    private Optional<Integer> setting;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final Set<Transfer> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<byte[]> spare = new ArrayBlockingQueue<>(MOST_SPARE_BUFFERS);
    private int most;

    @PostConstruct
    void begin() {
        most = setting.orElseGet(
                () -> (int) Math.min(10_000, Runtime.getRuntime().maxMemory() >> 20));
        if (most < 1) {
            throw new IllegalStateException("The setting loa.media.max-transfers must be at least 1, not " + most);
        }
        executor.scheduleWithFixedDelay(
                this::endStuck, BETWEEN_CHECKS.toSeconds(), BETWEEN_CHECKS.toSeconds(), TimeUnit.SECONDS);
    }

    /** Whether there is room for one more. */
    boolean isFull() {
        return underWay.size() >= most;
    }

    /**
     * Sends a body and closes it. What is small, or what a server cannot send in the background, is sent before this returns.
     */
    void send(Body body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (body.length() <= CHUNK || !request.isAsyncSupported()) {
            sendNow(body, response);
            return;
        }
        var buffer = buffer();
        var out = response.getOutputStream();
        var context = request.startAsync();
        context.setTimeout(0);
        var transfer = new Transfer(context, out, body, buffer, over -> over(over, buffer));
        underWay.add(transfer);
        try {
            out.setWriteListener(transfer);
        } catch (IllegalStateException e) {
            transfer.onError(e);
        }
    }

    private void sendNow(Body body, HttpServletResponse response) throws IOException {
        var buffer = buffer();
        try (body) {
            var out = response.getOutputStream();
            for (var n = body.take(buffer); n >= 0; n = body.take(buffer)) {
                out.write(buffer, 0, n);
            }
        } finally {
            spare.offer(buffer);
        }
    }

    private void over(Transfer transfer, byte[] buffer) {
        if (underWay.remove(transfer)) {
            spare.offer(buffer);
        }
    }

    private byte[] buffer() {
        var used = spare.poll();
        return used == null ? new byte[CHUNK] : used;
    }

    /** A client that takes nothing for a minute has gone; one that comes back asks for the rest. */
    private void endStuck() {
        var then = System.nanoTime() - PATIENCE.toNanos();
        underWay.stream().filter(transfer -> transfer.isStuckSince(then)).forEach(Transfer::end);
    }
}
