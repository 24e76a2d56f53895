package vn.loa.media.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** An answer that is sent as fast as its client takes it, and holds no thread while the client takes nothing. */
final class Transfer implements WriteListener {
    private static final Logger LOG = System.getLogger(Transfer.class.getName());

    /** How many buffers one answer may fill before the others that wait for a reader have their turn. */
    private static final int TURN = 16;

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Body body;
    private final byte[] buffer;
    private final @Nullable Executor readers;
    private final Over over;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Pace pace = new Pace(System.nanoTime());
    private volatile long lastMove = System.nanoTime();

    /** Learns that a transfer is over. */
    @FunctionalInterface
    interface Over {
        /** @param whole whether all was sent; otherwise somebody may still use the transfer's buffer */
        void over(Transfer transfer, boolean whole);
    }

    /**
     * @param buffer for this transfer alone until it is over: a server may still read it while it is not ready for more
     * @param readers who read the body when that may wait for another machine; null when the threads of the server can do so
     * @param over is called once, however it ends
     */
    Transfer(
            AsyncContext context,
            ServletOutputStream out,
            Body body,
            byte[] buffer,
            @Nullable Executor readers,
            Over over) {
        this.context = context;
        this.out = out;
        this.body = body;
        this.buffer = buffer;
        this.readers = readers;
        this.over = over;
    }

    @Override
    public void onWritePossible() {
        if (readers == null) {
            send(Integer.MAX_VALUE);
        } else {
            leaveTo(readers);
        }
    }

    private void leaveTo(Executor others) {
        try {
            others.execute(() -> send(TURN));
        } catch (RejectedExecutionException stopping) {
            onError(stopping);
        }
    }

    private void send(int buffers) {
        try {
            for (var sent = 0; !ended.get() && out.isReady(); sent++) {
                if (sent == buffers && readers != null) {
                    leaveTo(readers);
                    return;
                }
                lastMove = System.nanoTime();
                var n = read();
                if (n < 0) {
                    end(true);
                } else if (!ended.get()) {
                    out.write(buffer, 0, n);
                    pace.moved(n);
                }
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    private int read() throws IOException {
        try {
            return body.take(buffer);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "An answer breaks off, because its file cannot be read: {0}", e.getMessage());
            throw e;
        }
    }

    /** Clients go away all the time: nobody needs to know. */
    @Override
    public void onError(Throwable cause) {
        LOG.log(Level.DEBUG, "A transfer broke off", cause);
        end(false);
    }

    /** Whether nothing has moved since a moment of {@link System#nanoTime}. */
    boolean isStuckSince(long moment) {
        return lastMove - moment < 0;
    }

    /** Whether its client takes so little that it keeps the place of others. @param now as {@link System#nanoTime} */
    boolean isTooSlow(long now) {
        return pace.isTooSlow(now);
    }

    /** Ends it before all is sent. */
    void breakOff() {
        end(false);
    }

    private void end(boolean whole) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try (body) {
            context.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "A transfer was over already", e);
        } finally {
            over.over(this, whole);
        }
    }
}
