package vn.loa.home.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sees to it that many who want the same page at once wait for one rendering of it. */
final class Renderings {
    private static final int MOST_WAITING = 100;

    private final Map<PageKey, CompletableFuture<Optional<CachedPage>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(MOST_WAITING);

    /** Begins a rendering that others may wait for; false when one is under way. Whoever gets true must {@link #end} it. */
    boolean begin(PageKey key) {
        return underWay.putIfAbsent(key, new CompletableFuture<>()) == null;
    }

    /** @param page what came of it; null when it can not be shared */
    void end(PageKey key, @Nullable CachedPage page) {
        var rendering = underWay.remove(key);
        if (rendering != null) {
            rendering.complete(Optional.ofNullable(page));
        }
    }

    /** Waits for what comes of a rendering; empty when nothing does, when it takes too long, or when too many wait already. */
    Optional<CachedPage> await(PageKey key, Duration patience) {
        var rendering = underWay.get(key);
        if (rendering == null || !places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return rendering.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            places.release();
        }
    }
}
