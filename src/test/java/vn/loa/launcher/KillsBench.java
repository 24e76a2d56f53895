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
 * The portal is killed at 200 random moments while a file comes, is taken in and encoded, or a dub fitted to its film: the invariants hold after each before the next start and
 * after the recovery, and in the end nothing is left that a sweep a day later does not clear away. Each kill costs a start, so all of them may take an hour;
 * {@code -Dloa.bench.kills} asks for fewer, {@code -Dloa.bench.seed} repeats the moments of a run.
 */
@Order(99)
class KillsBench {
    private static final int KILLS = Integer.getInteger("loa.bench.kills", 200);

    /** A film takes as long as all others together, so that it is one of so many. */
    private static final int FILM_OF = 5;

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
                Sending file = next(random);
                long moment = random.nextLong(file.longest().toMillis());
                killed(nodes, file, moment);
                underWay += nodes.number("select count(*) from processing_job where finished_at is null")
                                        + nodes.number("select count(*) from upload where asset is null")
                                > 0
                        ? 1
                        : 0;
                nodes.check();
                Node next = nodes.serve();
                long begin = System.nanoTime();
                file.goesOn(next, nodes.data());
                Duration recovery = Duration.ofNanos(System.nanoTime() - begin);
                longest = recovery.compareTo(longest) > 0 ? recovery : longest;
                nodes.check();
                // What is checked stays small; the files are for the sweep at the end.
                file.takeAway(next);
            }
            nodes.check();
            nodes.sweepADayLater();
            assertThat(nodes.orphans()).as("files that nobody needs").isEmpty();
        }
        System.out.printf(
                "%d kills, %d of them with work under way; after each the invariants held; the file was complete at most %d s after the start%n",
                KILLS, underWay, longest.toSeconds());
    }

    private static Sending next(Random random) throws Exception {
        if (random.nextInt(FILM_OF) == 0) {
            return Sending.dubbedFilm(folder);
        }
        return random.nextBoolean() ? Sending.document() : Sending.recording();
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
