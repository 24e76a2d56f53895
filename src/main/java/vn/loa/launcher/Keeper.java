package vn.loa.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps one server running: should it end by itself, it is started again, unless that happens too often. */
final class Keeper implements AutoCloseable {
    private static final int RESTARTS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Recipe recipe;
    private final Consumer<String> report;
    private final Consumer<String> giveUp;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    private @Nullable Part part;
    private boolean closed;

    /**
     * @param report takes sentences for the person who watches
     * @param giveUp takes the sentence that says why the server is not started again
     */
    Keeper(Recipe recipe, Consumer<String> report, Consumer<String> giveUp) {
        this.recipe = recipe;
        this.report = report;
        this.giveUp = giveUp;
    }

    /**
     * Starts the server and returns when it does its work, or when {@link #close} came first.
     *
     * @throws StartRefused if it does not start
     */
    void start() {
        Part started = begin();
        if (started != null) {
            recipe.awaitReady(started);
            started.ended().thenAcceptAsync(this::again);
        }
    }

    private synchronized @Nullable Part begin() {
        if (closed) {
            return null;
        }
        part = recipe.start();
        return part;
    }

    private void again(Part ended) {
        synchronized (this) {
            if (closed) {
                return;
            }
            Instant now = Instant.now();
            restarts.removeIf(time -> time.isBefore(now.minus(WITHIN)));
            restarts.add(now);
        }
        if (restarts.size() > RESTARTS) {
            giveUp.accept(recipe.name() + " ends again and again, see " + ended.log() + ".");
            return;
        }
        report.accept(recipe.name() + " ended by itself and is started again, see " + ended.log() + ".1");
        try {
            start();
        } catch (StartRefused e) {
            giveUp.accept(String.valueOf(e.getMessage()));
        }
    }

    /** Stops the server, whatever it is doing. */
    @Override
    public void close() {
        Part last;
        synchronized (this) {
            closed = true;
            last = part;
        }
        if (last != null) {
            last.close();
        }
    }
}
