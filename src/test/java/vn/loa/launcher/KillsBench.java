package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal is killed at 200 random moments while a file comes, is taken in and encoded: the invariants hold after each before the next start and
 * after the recovery, and in the end nothing is left that a sweep a day later does not clear away. Each kill costs a start, so all of them may take an hour;
 * {@code -Dloa.bench.kills} asks for fewer, {@code -Dloa.bench.seed} repeats the moments of a run.
 */
@Order(99)
class KillsBench {
    private static final int KILLS = Integer.getInteger("loa.bench.kills", 200);

    /** A document of 20 MB is taken in after about two seconds, a recording encoded after about as many more. */
    private static final int LONGEST_MILLIS = 5000;

    @TempDir
    private static Path folder;

    @Test
    void killedAtAnyMomentItGoesOn() throws Exception {
        long seed = Long.getLong("loa.bench.seed", System.nanoTime());
        Random random = new Random(seed);
        long underWay = 0;
        Duration longest = Duration.ZERO;
        System.out.printf("%d kills at random moments, seed %d%n", KILLS, seed);
        try (Nodes nodes = Nodes.start(folder, 1)) {
            for (int kills = 1; kills <= KILLS; kills++) {
                Sending file = random.nextBoolean() ? Sending.document() : Sending.recording();
                long moment = random.nextLong(LONGEST_MILLIS);
                killed(nodes, file, moment);
                underWay += nodes.number("select count(*) from processing_job where finished_at is null")
                                        + nodes.number("select count(*) from upload where asset is null")
                                > 0
                        ? 1
                        : 0;
                nodes.check();
                Node next = nodes.serve();
                long begin = System.nanoTime();
                String track = file.goesOn(next, nodes.data());
                Duration recovery = Duration.ofNanos(System.nanoTime() - begin);
                longest = recovery.compareTo(longest) > 0 ? recovery : longest;
                nodes.check();
                // What is checked stays small; the files are for the sweep at the end.
                assertThat(next.client()
                                .send(next.client().request(track).DELETE().build())
                                .statusCode())
                        .isEqualTo(204);
            }
            nodes.check();
            nodes.sweepADayLater();
            assertThat(nodes.orphans()).as("files that nobody needs").isEmpty();
        }
        System.out.printf(
                "%d kills, %d of them with work under way; after each the invariants held; the file was complete at most %d s after the start%n",
                KILLS, underWay, longest.toSeconds());
    }

    private static void killed(Nodes nodes, Sending file, long moment) throws Exception {
        Node node = nodes.newest();
        long end = System.nanoTime() + moment * 1_000_000;
        CompletableFuture<Void> editor = CompletableFuture.runAsync(() -> file.to(node));
        try {
            editor.get(moment, TimeUnit.MILLISECONDS);
            // Sent before that: the jobs have the rest of the time.
            TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
        } catch (TimeoutException | ExecutionException underWay) {
            // That is the moment.
        }
        node.kill();
        editor.exceptionally(brokenOff -> null).join();
    }
}
