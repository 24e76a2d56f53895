package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;

/**
 * The portal is killed while files come, are kept and processed, and while a product is published: what was acknowledged is there, nothing is public before it
 * is recorded, and the work goes on by itself. A start costs more than
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
        nodes = Nodes.start(folder, Map.of("LOA_JOBS_HEARTBEAT_SECONDS", "1", "LOA_SECOND_FACTOR", "offered"));
        nodes.execute("insert into account_role select id, 'PUBLISHER' from account");
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
        // All of it: what still ran would come to points at which others are to stop.
        Until.answer(
                () -> nodes.number(
                        "select count(*) from processing_job where step in ('small', 'full') and state = 'done'"),
                done -> done == 4,
                Duration.ofMinutes(3));
        films.forEach(film -> film.takeAway(nodes.newest()));
        nodes.check();
    }

    /** The file that comes is killed in both cases: two kills in one file are no worse than one. */
    @ParameterizedTest
    @CsvSource({
        "upload-written, blob-hashed, taken-in-stored, small-stored, full-stored, dub-stored, publish-recorded",
        "upload-forced, blob-moved, taken-in-committed, small-committed, full-committed, dub-committed, transition-committed"
    })
    @Order(1)
    void killedAtThesePointsAllFilesGoOn(
            String coming, String storing, String takenIn, String small, String full, String dub, String publishing)
            throws Exception {
        Sending film = Sending.dubbedFilm(folder);
        List<Sending> files =
                List.of(Sending.recording(), Sending.recording(), Sending.document(), Sending.subtitles(), film);
        // First, because a film comes to all the other points as well.
        stopsAt(dub, film);
        stopsAt(full, files.get(0));
        stopsAt(small, files.get(1));
        stopsAt(takenIn, files.get(2));
        stopsAt(storing, files.get(3));
        stopsAt(coming, unfinished);
        // Last, because it holds what every change of content waits for.
        boolean isPublic = publishing.equals("transition-committed");
        String product = approved(publishing);
        nodes.arm(publishing);
        editors.add(CompletableFuture.runAsync(() -> publish(product), threads));
        nodes.awaitReached(publishing);
        assertThat(page(product)).isEqualTo(isPublic ? 200 : 404);

        kill();
        assertThat(nodes.number("select count(*) from search_outbox o join product p on p.id = o.subject"
                                + " where o.kind = 'product' and p.slug = '" + product + "'")
                        > 0)
                .as("whether search will learn of it")
                .isEqualTo(isPublic);
        recovers(files);
        assertThat(nodes.number("select count(*) from processing_job where step = 'dub' and state = 'done'"))
                .as("films in the language of a dub")
                .isOne();
        assertThat(page(product)).isEqualTo(isPublic ? 200 : 404);
        assertThat(publish(product)).isEqualTo(isPublic ? 409 : 200);
        Until.holds(() -> page(product) == 200);
        assertThat(nodes.number("select count(*) from audit_entry where action = 'publish' and subject_id ="
                        + " (select id from product where slug = '" + product + "')"))
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

    @Test
    @Order(3)
    void nothingIsLeftOfItThatASweepADayLaterDoesNotClearAway() throws Exception {
        nodes.sweepADayLater();

        assertThat(nodes.orphans()).as("files that nobody needs").isEmpty();
        nodes.check();
    }

    /** A product with a text, which only waits to be published. */
    private static String approved(String slug) throws Exception {
        nodes.execute(
                "insert into product (slug, sample, state, online, changed_at) values ('%s', false, 'APPROVED', false, now());"
                                .formatted(slug)
                        + " insert into product_revision (product, number, title, summary, body, genre, production_year, replay)"
                        + " select id, 1, '{\"vi\":\"Tin\"}', '{}', '{\"vi\":\"<p>Bà con nhớ rửa tay.</p>\"}',"
                        + " (select min(code) from genre), 2025, false from product where slug = '%s';".formatted(slug)
                        + " update product p set current_revision = (select r.id from product_revision r where r.product = p.id)"
                        + " where slug = '%s'".formatted(slug));
        return slug;
    }

    /** The status of the answer. */
    private static int publish(String product) {
        TusClient client = nodes.newest().client();
        return client.send(client.request("/api/v1/products/" + product + "/transitions")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"to\":\"published\"}"))
                        .build())
                .statusCode();
    }

    /** The status of its public page. */
    private static int page(String product) {
        TusClient client = nodes.newest().client();
        return client.send(client.request("/san-pham/" + product).GET().build()).statusCode();
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
