package vn.loa.media.web;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Network;
import vn.loa.common.Rounds;
import vn.loa.common.web.ClientAddress;
import vn.loa.media.web.Places.Place;

/**
 * The answers under way. Servers keep up to half a megabyte for each client that is slow to take what it asked for, so there may
 * only be so many at once (setting {@code loa.media.max.transfers}; one for each megabyte of heap when it is missing). When half of them are
 * taken, one network may have a quarter, so that a few slow readers do not keep all others out.
 */
@ApplicationScoped
public class Transfers {
    private static final Logger LOG = System.getLogger(Transfers.class.getName());

    /** What the buffers of a server take in one go; more is copied twice. */
    static final int CHUNK = 64 * 1024;

    private static final int MOST_SPARE_BUFFERS = 32;

    /** How many answers may wait for another machine at once; the others wait for their turn, and hold no thread. */
    private static final int READERS = 32;

    private static final Duration READER_IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(15);

    @Inject
    @ConfigProperty(name = "loa.media.max.transfers")
    private Optional<Integer> setting;

    @Inject
    private ClientAddress clients;

    @Inject
    private Rounds rounds;

    @Resource
    private ManagedThreadFactory threads;

    private final Set<Transfer> underWay = ConcurrentHashMap.newKeySet();
    private final Queue<byte[]> spare = new ArrayBlockingQueue<>(MOST_SPARE_BUFFERS);
    private @Nullable ExecutorService readers;
    private Places places;

    /** Opens what is sent, and says in the head of the answer what it is. */
    @FunctionalInterface
    interface Opening {
        /** @return nothing when the head says all, such as that there is nothing to send */
        Optional<Body> open() throws IOException;
    }

    @PostConstruct
    void begin() {
        var most = setting.orElseGet(
                () -> (int) Math.min(10_000, Runtime.getRuntime().maxMemory() >> 20));
        if (most < 1) {
            throw new IllegalStateException("The setting loa.media.max.transfers must be at least 1, not " + most);
        }
        places = new Places(most);
        rounds.every(BETWEEN_CHECKS, "stuck-transfers", this::endStuck, "Answers that stand still could not be ended");
    }

    /**
     * Sends what lies on this machine. What is small, or what a server cannot send in the background, is sent before this returns.
     *
     * @return whether there was room for one more of this client; if not, nothing was done
     */
    boolean send(Opening opening, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var place = place(request);
        if (place.isEmpty()) {
            return false;
        }
        sendAt(place.get(), opening, request, response);
        return true;
    }

    /**
     * Sends what another machine has to give. Neither opening it nor reading it holds the thread of the caller, so that a storage that
     * is slow or away slows nothing but media.
     *
     * @return whether there was room for one more of this client; if not, nothing was done
     */
    boolean sendFromAfar(Opening what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.isAsyncSupported()) {
            return send(what, request, response);
        }
        var place = place(request);
        if (place.isEmpty()) {
            return false;
        }
        AsyncContext context;
        try {
            context = startAsync(request);
        } catch (RuntimeException e) {
            place.get().close();
            throw e;
        }
        try {
            var pool = readers();
            pool.execute(() -> openFromAfar(what, context, response, pool, place.get()));
        } catch (RejectedExecutionException stopping) {
            giveUp(context, response, place.get());
        }
        return true;
    }

    private Optional<Place> place(HttpServletRequest request) {
        return places.take(Network.of(clients.of(request)));
    }

    private void sendAt(Place place, Opening opening, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var goesOn = false;
        try {
            var body = opening.open().orElse(null);
            if (body == null) {
                return;
            }
            if (body.length() <= CHUNK || !request.isAsyncSupported()) {
                sendNow(body, response);
            } else {
                begin(body, startedFor(body, request), response, null, place);
                goesOn = true;
            }
        } finally {
            if (!goesOn) {
                place.close();
            }
        }
    }

    private void openFromAfar(
            Opening what, AsyncContext context, HttpServletResponse response, Executor pool, Place place) {
        try {
            var body = what.open().orElse(null);
            if (body == null) {
                place.close();
                context.complete();
            } else {
                begin(body, context, response, pool, place);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "An answer breaks off before it begins: " + e.getMessage(), e);
            giveUp(context, response, place);
        }
    }

    /** Its head may promise what nobody will send, for a year: nothing of it may be kept. */
    private static void giveUp(AsyncContext context, HttpServletResponse response, Place place) {
        try (place) {
            if (!response.isCommitted()) {
                response.reset();
                MediaServlet.tellToComeBack(response);
            }
            context.complete();
        }
    }

    private static AsyncContext startedFor(Body body, HttpServletRequest request) throws IOException {
        try {
            return startAsync(request);
        } catch (RuntimeException e) {
            body.close();
            throw e;
        }
    }

    private static AsyncContext startAsync(HttpServletRequest request) {
        var context = request.startAsync();
        context.setTimeout(0);
        return context;
    }

    /** Body and place are the transfer's from here on, whatever happens. */
    private void begin(
            Body body, AsyncContext context, HttpServletResponse response, @Nullable Executor pool, Place place)
            throws IOException {
        var buffer = buffer();
        ServletOutputStream out;
        try {
            out = response.getOutputStream();
        } catch (IOException | RuntimeException e) {
            body.close();
            throw e;
        }
        var transfer = new Transfer(context, out, body, buffer, pool, (over, whole) -> {
            place.close();
            over(over, whole, buffer);
        });
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

    private void over(Transfer transfer, boolean whole, byte[] buffer) {
        if (underWay.remove(transfer) && whole) {
            spare.offer(buffer);
        }
    }

    /** Started by the first that needs them: most portals keep their media in files. */
    private synchronized ExecutorService readers() {
        var known = readers;
        if (known == null) {
            var pool = new ThreadPoolExecutor(
                    READERS, READERS, READER_IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
            pool.allowCoreThreadTimeOut(true);
            readers = pool;
            known = pool;
        }
        return known;
    }

    private byte[] buffer() {
        var used = spare.poll();
        return used == null ? new byte[CHUNK] : used;
    }

    /** A client that takes nothing for a minute, or next to nothing for five, has gone; one that comes back asks for the rest. */
    private void endStuck() {
        var now = System.nanoTime();
        underWay.stream()
                .filter(transfer -> transfer.isStuckSince(now - PATIENCE.toNanos()) || transfer.isTooSlow(now))
                .forEach(Transfers::breakOff);
    }

    /** What goes wrong with one must not keep the others, nor the next round, from it. */
    private static void breakOff(Transfer transfer) {
        try {
            transfer.breakOff();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A transfer that stands still could not be ended", e);
        }
    }

    @PreDestroy
    synchronized void end() {
        var known = readers;
        if (known != null) {
            known.shutdownNow();
        }
    }
}
