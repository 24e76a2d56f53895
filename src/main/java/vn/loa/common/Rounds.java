package vn.loa.common;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * What each node does again and again though nobody asks for it, on threads of the container, which bear the name of the round
 * meanwhile. One that fails is followed by the next; the log is told of it, at most once a minute. All end with the application. Safe
 * for use by many threads.
 */
@ApplicationScoped
public class Rounds {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());

    @Resource
    private ManagedScheduledExecutorService executor;

    private final Queue<Begun> begun = new ConcurrentLinkedQueue<>();

    /** What is done in each round. */
    @FunctionalInterface
    public interface Round {
        /** @throws InterruptedException when it waited and the application ends */
        void run() throws InterruptedException;
    }

    /** @param isInterrupted whether its end is not waited for */
    private record Begun(Future<?> rounds, boolean isInterrupted) {}

    /**
     * Begins rounds of which one at a time is under way. One that is under way when the application ends comes to its own end.
     *
     * @param pause before the first, and from the end of each to the next
     * @param name for the thread
     * @param complaint what the log is told when one fails: a sentence without its stop
     */
    public void every(Duration pause, String name, Round round, String complaint) {
        every(pause, pause, name, round, complaint);
    }

    /** The same with another pause before the first. */
    public void every(Duration first, Duration pause, String name, Round round, String complaint) {
        begin(first, pause, new Named(name, round, complaint), false);
    }

    /** As {@link #every(Duration, String, Round, String)}, but the first is taken before this returns, by the thread that calls. */
    public void nowAndEvery(Duration pause, String name, Round round, String complaint) {
        var named = new Named(name, round, complaint);
        named.run();
        begin(pause, pause, named, false);
    }

    /** As {@link #every(Duration, String, Round, String)}, but one that waits for somebody when the application ends is interrupted. */
    public void everyInterruptibly(Duration pause, String name, Round round, String complaint) {
        begin(pause, pause, new Named(name, round, complaint), true);
    }

    private void begin(Duration first, Duration pause, Named round, boolean isInterrupted) {
        begun.add(new Begun(
                executor().scheduleWithFixedDelay(round, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS),
                isInterrupted));
    }

    /** Another one in tests. */
    ScheduledExecutorService executor() {
        return executor;
    }

    @PreDestroy
    void end() {
        begun.forEach(one -> one.rounds().cancel(one.isInterrupted()));
    }

    /** Never throws: an exception would end all further rounds. */
    private static final class Named implements Runnable {
        private final String name;
        private final Round round;
        private final String complaint;
        private final Seldom seldom = new Seldom();

        Named(String name, Round round, String complaint) {
            this.name = name;
            this.round = round;
            this.complaint = complaint;
        }

        @Override
        public void run() {
            var thread = Thread.currentThread();
            var before = thread.getName();
            thread.setName("round-" + name);
            try {
                round.run();
            } catch (InterruptedException ends) {
                thread.interrupt();
            } catch (RuntimeException e) {
                LOG.log(seldom.isDue() ? Level.WARNING : Level.DEBUG, complaint + "; the next round tries again", e);
            } finally {
                thread.setName(before);
            }
        }
    }
}
