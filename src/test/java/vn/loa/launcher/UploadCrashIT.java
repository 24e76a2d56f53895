package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.testing.Until;

/**
 * The portal is killed while files come and are processed: what was acknowledged is there, and the work goes on by itself. A start costs more than
 * anything else here, so each kill meets several files at once, each at a place of its own; many kills are among the benchmarks.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UploadCrashIT {
    private static final int LONGEST_MILLIS = 1500;
    private static final Random RANDOM = new Random();

    @TempDir
    private static Path folder;

    private static Nodes nodes;

    /** Was coming at the last kill, and comes again in the next case. */
    private static Sending unfinished = Sending.document();

    private final List<CompletableFuture<Void>> editors = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeAll
    static void start() throws Exception {
        nodes = Nodes.start(folder, 1);
    }

    @AfterAll
    static void stop() {
        // Also when the start failed halfway.
        if (nodes != null) {
            nodes.close();
        }
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    @Order(0)
    void twoLongFilmsDoNotKeepADocumentFromItsFirstStep() throws Exception {
        List<Sending> films = List.of(Sending.longFilm(folder), Sending.longFilm(folder));
        nodes.arm("small-stored");
        films.forEach(film -> film.to(nodes.newest()));
        nodes.awaitReached("small-stored");
        String small = "select count(*) from processing_job where step = 'small'";
        Until.holds(() -> nodes.number(small) == 2);

        Sending document = Sending.document();
        document.goesOn(nodes.newest(), nodes.data());

        assertThat(nodes.number(small + " and attempt > 0"))
                .as("films that are worked on")
                .isOne();
        nodes.disarm();
        Until.answer(() -> nodes.number(small + " and state = 'done'"), done -> done == 2, Duration.ofMinutes(2));
        films.forEach(film -> film.takeAway(nodes.newest()));
        nodes.check();
    }

    /** The file that comes is killed in both cases: two kills in one file are no worse than one. */
    @ParameterizedTest
    @CsvSource({
        "upload-written, taken-in-stored, small-stored, full-stored, dub-stored",
        "upload-forced, taken-in-committed, small-committed, full-committed, dub-committed"
    })
    @Order(1)
    void killedAtThesePointsAllFilesGoOn(String coming, String takenIn, String small, String full, String dub)
            throws Exception {
        Sending film = Sending.dubbedFilm(folder);
        List<Sending> files = List.of(Sending.recording(), Sending.recording(), Sending.document(), film);
        // First, because a film comes to all the other points as well.
        stopsAt(dub, film);
        stopsAt(full, files.get(0));
        stopsAt(small, files.get(1));
        stopsAt(takenIn, files.get(2));
        stopsAt(coming, unfinished);

        kill();
        recovers(files);
        assertThat(nodes.number("select count(*) from processing_job where step = 'dub' and state = 'done'"))
                .as("films in the language of a dub")
                .isOne();
        // The dub of an earlier film would go with the next one.
        film.takeAway(nodes.newest());
        nodes.check();
    }

    @Test
    @Order(2)
    void killedAtAnyMomentAllFilesGoOn() throws Exception {
        List<Sending> files = List.of(Sending.document(), Sending.recording(), Sending.document(), unfinished);
        for (Sending file : files.subList(0, 3)) {
            underWayFor(RANDOM.nextLong(LONGEST_MILLIS), send(file));
        }
        // Whoever comes by meanwhile stops there, too.
        stopsAt("upload-recorded", unfinished);

        kill();
        recovers(files);
    }

    private void stopsAt(String failpoint, Sending file) throws Exception {
        nodes.arm(failpoint);
        send(file);
        nodes.awaitReached(failpoint);
    }

    private CompletableFuture<Void> send(Sending file) {
        Node node = nodes.newest();
        CompletableFuture<Void> editor = CompletableFuture.runAsync(() -> file.to(node), threads);
        editors.add(editor);
        return editor;
    }

    private static void underWayFor(long millis, CompletableFuture<Void> editor) throws Exception {
        try {
            editor.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException underWay) {
            // That is the moment.
        }
    }

    private void kill() throws Exception {
        nodes.newest().kill();
        nodes.disarm();
        editors.forEach(editor -> editor.exceptionally(brokenOff -> null).join());
        nodes.check();
    }

    private static void recovers(List<Sending> files) throws Exception {
        Node next = nodes.serve();
        for (Sending file : files) {
            file.goesOn(next, nodes.data());
        }
        nodes.check();
    }
}
