package vn.loa.media.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** An answer that is sent as fast as its client takes it, and holds no thread while the client takes nothing. */
final class Transfer implements WriteListener {
    private static final Logger LOG = System.getLogger(Transfer.class.getName());

    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Body body;
    private final byte[] buffer;
    private final Consumer<Transfer> whenOver;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile long lastMove = System.nanoTime();

    /**
     * @param buffer for this transfer alone until it is over: a server may still read it while it is not ready for more
     * @param whenOver is called once, however it ends
     */
    Transfer(AsyncContext context, ServletOutputStream out, Body body, byte[] buffer, Consumer<Transfer> whenOver) {
        this.context = context;
        this.out = out;
        this.body = body;
        this.buffer = buffer;
        this.whenOver = whenOver;
    }

    @Override
    public void onWritePossible() {
        try {
            while (!over.get() && out.isReady()) {
                lastMove = System.nanoTime();
                var n = body.take(buffer);
                if (n < 0) {
                    end();
                } else {
                    out.write(buffer, 0, n);
                }
            }
        } catch (IOException e) {
            onError(e);
        }
    }

    /** Clients go away all the time: nobody needs to know. */
    @Override
    public void onError(Throwable cause) {
        LOG.log(Level.DEBUG, "A transfer broke off", cause);
        end();
    }

    /** Whether nothing has moved since a moment of {@link System#nanoTime}. */
    boolean isStuckSince(long moment) {
        return lastMove - moment < 0;
    }

    /** Ends it, sent or not. */
    void end() {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        try (body) {
            context.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.DEBUG, "A transfer was over already", e);
        } finally {
            whenOver.accept(this);
        }
    }
}
