package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.accounts.Actor;
import vn.loa.accounts.Role;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.AssetState;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaKind;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadedName;
import vn.loa.media.uploads.Uploads;
import vn.loa.testing.Invariants;
import vn.loa.testing.Pdf;
import vn.loa.testing.rig.Rig;

/** Jobs are put with the transaction, done once, tried again when that may help, and never changed by who is late. */
class ProcessingIT {
    private static final String OWNER = "bientap";
    private static final Actor ADMINISTRATOR = new Actor("quantri", Set.of(Role.ADMINISTRATOR), null, Set.of(), false);

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static Rig rig;
    private static RunJob jobs;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(postgres.database(), "processing", folder.resolve("data"), Map.of());
        jobs = rig.get(RunJob.class);
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
    }

    @Test
    void aJobIsThereExactlyIfTheTransactionCommits() throws Exception {
        var id = upload("a");
        var before = scheduled();

        assertThatThrownBy(() -> rig.in(() -> {
                    rig.get(ProcessedAssets.class)
                            .accept(rig.get(Uploads.class).lock(id).orElseThrow(), MediaKind.DOCUMENT);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(scheduled()).isEqualTo(before);
        assertThat(rig.number("select count(*) from upload where asset is not null and id = '" + id + "'"))
                .isZero();

        accept(id, MediaKind.DOCUMENT);
        assertThat(scheduled()).isEqualTo(before + 1);
    }

    @Test
    void aDocumentIsTakenInAndReadyAndItsStagedBytesAreGivenUpADayLater() throws Exception {
        var id = upload("b");
        var asset = accept(id, MediaKind.DOCUMENT);
        assertThat(state(asset)).isEqualTo(AssetState.RECEIVED);

        assertThat(jobs.run(job(asset))).isEmpty();

        assertThat(state(asset)).isEqualTo(AssetState.READY);
        assertThat(rig.number("select count(*) from rendition where asset = " + asset))
                .isOne();
        rig.clock().forward(Duration.ofHours(23));
        rig.get(Sweep.class).run();
        assertThat(staged(id))
                .as("for a restored database that does not know yet")
                .exists();
        rig.clock().forward(Duration.ofHours(2));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).doesNotExist();
        invariantsHold();
    }

    @Test
    void doingADoneJobAgainChangesNothing() throws Exception {
        var asset = accept(upload("c"), MediaKind.DOCUMENT);
        jobs.run(job(asset));

        assertThat(jobs.run(job(asset))).isEmpty();

        assertThat(rig.number("select attempt from processing_job where asset = " + asset))
                .isOne();
        assertThat(rig.number("select count(*) from rendition where asset = " + asset))
                .isOne();
    }

    @Test
    void aFileAtFaultIsRejectedWithAReasonAndNotTriedAgain() throws Exception {
        var id = upload("MZ this is a program".getBytes(StandardCharsets.US_ASCII));
        var asset = accept(id, MediaKind.DOCUMENT);

        assertThat(jobs.run(job(asset))).isEmpty();

        assertThat(state(asset)).isEqualTo(AssetState.REJECTED);
        assertThat(find(asset).reason()).contains("unknown-type");
        assertThat(jobs.run(job(asset))).isEmpty();
        rig.clock().forward(Duration.ofHours(25));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).doesNotExist();
        invariantsHold();
    }

    @Test
    void anUploadWhoseBytesAreAwayIsTakenInWhenTheyAreBack() throws Exception {
        var id = upload("away and back");
        var asset = accept(id, MediaKind.DOCUMENT);
        var away = Files.move(staged(id), folder.resolve("bytes-away"));

        assertThat(jobs.run(job(asset))).isPresent();
        assertThat(trouble(asset)).contains("bytes-gone");

        Files.move(away, staged(id));
        assertThat(jobs.run(job(asset))).isEmpty();
        assertThat(state(asset)).isEqualTo(AssetState.READY);
    }

    @Test
    void anUploadIsKeptWhenTheWholeFolderIsAway() throws Exception {
        var asset = accept(upload("%PDF-1.7 away"), MediaKind.DOCUMENT);
        var uploads = folder.resolve("data/media/uploads");
        var away = Files.move(uploads, folder.resolve("uploads-away"));

        try {
            assertThat(jobs.run(job(asset))).contains(Retries.AWAY);
        } finally {
            Files.move(away, uploads);
        }

        assertThat(jobs.run(job(asset))).isEmpty();
        assertThat(state(asset)).isEqualTo(AssetState.READY);
    }

    @Test
    void anUploadThatWeCannotTakeInIsKeptAndTriedAgainUntilWeCan() throws Exception {
        var id = upload("d");
        var asset = accept(id, MediaKind.DOCUMENT);
        var store = folder.resolve("data/media/staging");
        var away = Files.move(store, folder.resolve("away"));

        try {
            for (var attempt = 0; attempt < Retries.MOST_TAKING_IN + 1; attempt++) {
                assertThat(jobs.run(job(asset))).contains(Retries.AWAY);
            }
            rig.clock().forward(Duration.ofHours(2));
            assertThat(rig.get(ProcessingJobs.class).stuck(rig.clock().instant().minus(Duration.ofHours(1))))
                    .isOne();
            assertThat(trouble(asset)).as("for whoever waits for it").contains("storage-away");
        } finally {
            Files.move(away, store);
        }
        rig.clock().forward(Duration.ofDays(30));
        rig.get(Sweep.class).run();
        assertThat(state(asset)).isEqualTo(AssetState.RECEIVED);
        assertThat(staged(id)).exists();

        assertThat(jobs.run(job(asset))).isEmpty();
        assertThat(state(asset)).isEqualTo(AssetState.READY);
        assertThat(trouble(asset)).isEmpty();
        invariantsHold();
    }

    @Test
    void aFileThatBreaksItsReaderEachTimeIsGivenUpAndTriedAgainForAnAdministratorUntilItsUploadExpires()
            throws Exception {
        var id = upload("breaks");
        var asset = accept(id, MediaKind.DOCUMENT);
        var crashed = Trouble.of(new ProgramFailed(ProgramFailed.Fault.CRASHED, "exit 139"));
        fail(asset, crashed);
        assertThat(state(asset)).isEqualTo(AssetState.REJECTED);
        assertThat(find(asset).reason()).contains("crashed");
        assertThat(dead(asset).retriable()).isTrue();
        rig.clock().forward(Duration.ofDays(9));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).exists();

        assertThat(rig.get(JobList.class).retry(job(asset), ADMINISTRATOR)).isEqualTo(JobList.Retry.BEGUN);
        assertThat(state(asset)).isEqualTo(AssetState.RECEIVED);
        assertThat(rig.get(JobList.class).retry(job(asset), ADMINISTRATOR)).isEqualTo(JobList.Retry.STALE);
        rig.clock().forward(Duration.ofDays(2));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).as("it is being tried, and its time is over").exists();
        fail(asset, crashed);
        rig.get(Sweep.class).run();
        assertThat(staged(id)).doesNotExist();
        assertThat(dead(asset).retriable()).isFalse();
        assertThat(rig.get(JobList.class).retry(job(asset), ADMINISTRATOR)).isEqualTo(JobList.Retry.STALE);

        var other = accept(upload("breaks at first"), MediaKind.DOCUMENT);
        fail(other, crashed);
        assertThat(rig.get(JobList.class).retry(job(other), ADMINISTRATOR)).isEqualTo(JobList.Retry.BEGUN);
        assertThat(jobs.run(job(other))).isEmpty();
        assertThat(state(other)).isEqualTo(AssetState.READY);
        invariantsHold();
    }

    private static void fail(long asset, Trouble trouble) throws SQLException {
        var attempts = rig.get(Attempts.class);
        for (var attempt = 1; attempt <= Retries.MOST_TAKING_IN; attempt++) {
            var begun = attempts.begin(job(asset)).orElseThrow();
            assertThat(attempts.failed(begun, trouble).isEmpty()).isEqualTo(attempt == Retries.MOST_TAKING_IN);
        }
        assertThat(attempts.begin(job(asset))).isEmpty();
    }

    private static JobList.Line dead(long asset) throws SQLException {
        var job = job(asset);
        return rig.get(JobList.class).page("dead", 1, 100, ADMINISTRATOR).items().stream()
                .filter(line -> line.id() == job)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileThatEndsTheProcessEachTimeIsNotTriedForEverButKeptUntilItsUploadExpires() throws Exception {
        var id = upload("e");
        var asset = accept(id, MediaKind.DOCUMENT);
        var attempts = rig.get(Attempts.class);
        for (var crash = 0; crash < Retries.MOST_CRASHES; crash++) {
            assertThat(attempts.begin(job(asset))).isPresent();
        }

        assertThat(attempts.begin(job(asset))).isEmpty();

        assertThat(find(asset).reason()).contains("crashed");
        rig.clock().forward(Duration.ofDays(9));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).exists();
        rig.clock().forward(Duration.ofDays(2));
        rig.get(Sweep.class).run();
        assertThat(staged(id)).doesNotExist();
    }

    @Test
    void whoIsLateChangesNothing() throws Exception {
        var id = upload("f");
        var asset = accept(id, MediaKind.DOCUMENT);
        var attempts = rig.get(Attempts.class);
        var late = attempts.begin(job(asset)).orElseThrow();
        var second = attempts.begin(job(asset)).orElseThrow();

        assertThatThrownBy(() -> rig.get(TakeIn.class).perform(late)).isInstanceOf(LateWorker.class);
        assertThatThrownBy(() -> attempts.failed(late, Trouble.of(new IllegalStateException("late"))))
                .isInstanceOf(LateWorker.class);
        assertThatThrownBy(() -> rig.get(ProcessingJobs.class).reached(late, 50))
                .isInstanceOf(LateWorker.class);
        assertThat(state(asset)).isEqualTo(AssetState.RECEIVED);

        assertThat(rig.get(TakeIn.class).perform(second)).isEmpty();
        assertThat(state(asset)).isEqualTo(AssetState.READY);
        assertThatThrownBy(() -> attempts.failed(late, Trouble.of(new IllegalStateException("late"))))
                .isInstanceOf(LateWorker.class);
        assertThat(state(asset)).isEqualTo(AssetState.READY);
        invariantsHold();
    }

    @Test
    void anUploadIsUsedOnce() throws Exception {
        var id = upload("g");
        accept(id, MediaKind.DOCUMENT);

        assertThatThrownBy(() -> accept(id, MediaKind.DOCUMENT)).isInstanceOf(UploadRefused.class);
        assertThatThrownBy(() -> rig.get(ReceiveUpload.class).end(OWNER, id)).isInstanceOf(UploadRefused.class);
    }

    @Test
    void anIncompleteUploadIsNotTaken() {
        var id = rig.get(AnnounceUpload.class)
                .announce(OWNER, new UploadedName("a.pdf", null), 100)
                .id();

        assertThatThrownBy(() -> accept(id, MediaKind.DOCUMENT))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(UploadRefused.Reason.INCOMPLETE));
    }

    @Test
    void whatSomebodyWaitsForHasWorkersOfItsOwn() throws Exception {
        var asset = accept(upload("h"), MediaKind.DOCUMENT);

        rig.in(() -> {
            var queue = rig.get(ProcessingQueue.class);
            queue.put(asset, Step.SMALL);
            queue.put(asset, Step.FULL);
            return asset;
        });

        assertThat(rig.number(waiting("scheduled_tasks", "take-in", asset))).isOne();
        assertThat(rig.number(waiting("scheduled_tasks", "small", asset))).isOne();
        assertThat(rig.number(waiting("scheduled_tasks", "full", asset))).isZero();
        assertThat(rig.number(waiting("scheduled_long_tasks", "full", asset))).isOne();
    }

    @Test
    void whatIsShortIsHeardBeforeWhatIsLong() throws Exception {
        var film = accept(upload("i"), MediaKind.VIDEO);
        var skit = accept(upload("j"), MediaKind.AUDIO);

        rig.in(() -> {
            for (var asset : List.of(film, skit)) {
                rig.get(MediaAssets.class)
                        .lock(asset)
                        .orElseThrow()
                        .measured(asset == film ? Duration.ofHours(2) : Duration.ofMinutes(4), null, null);
                rig.get(ProcessingQueue.class).put(asset, Step.SMALL);
            }
            return film;
        });

        assertThat(rig.number(
                        "select j.asset from scheduled_tasks s join processing_job j on j.id::text = s.task_instance"
                                + " where j.step = 'small' and j.asset in (" + film + ", " + skit
                                + ") order by s.priority desc limit 1"))
                .isEqualTo(skit);
    }

    @Test
    void howeverManyLongFilmsComeOneWorkerIsLeftToAllOthers() throws Exception {
        var one = small(MediaKind.VIDEO, Duration.ofHours(2));
        var other = small(MediaKind.VIDEO, Duration.ofMinutes(20));
        var turns = rig.get(FilmTurns.class);
        var done = new ArrayList<String>();

        turns.take(one, () -> {
            assertThat(turns.take(other, () -> does(done, "other"))).contains(Retries.OCCUPIED);
            for (var length : List.of(Duration.ofMinutes(4), Duration.ofHours(3))) {
                var kind = length.compareTo(FilmTurns.LONG) > 0 ? MediaKind.AUDIO : MediaKind.VIDEO;
                turns.take(small(kind, length), () -> does(done, "short film or sound"));
            }
            return does(done, "one");
        });

        assertThat(done).containsExactly("short film or sound", "short film or sound", "one");
        assertThat(turns.take(other, () -> does(done, "other"))).isEmpty();
        assertThat(done).last().isEqualTo("other");
        assertThat(rig.number("select attempt from processing_job where id = " + other))
                .as("to wait is no attempt")
                .isZero();
    }

    private static Optional<Duration> does(List<String> done, String what) {
        done.add(what);
        return Optional.empty();
    }

    /** The job that makes the small files of an asset of this length. */
    private static long small(MediaKind kind, Duration length) {
        try {
            var asset = accept(upload(kind + " of " + length), kind);
            rig.in(() -> {
                rig.get(MediaAssets.class).lock(asset).orElseThrow().measured(length, null, null);
                rig.get(ProcessingQueue.class).put(asset, Step.SMALL);
                return asset;
            });
            return job(asset);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String waiting(String table, String step, long asset) {
        return "select count(*) from %s s join processing_job j on j.id::text = s.task_instance where j.step = '%s' and j.asset = %d"
                .formatted(table, step, asset);
    }

    private static String upload(String remark) throws Exception {
        return upload(Pdf.of(remark));
    }

    private static String upload(byte[] bytes) throws Exception {
        var receive = rig.get(ReceiveUpload.class);
        var id = rig.get(AnnounceUpload.class)
                .announce(OWNER, new UploadedName("tài liệu", null), bytes.length)
                .id();
        receive.receive(OWNER, id, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        return id;
    }

    private static long accept(String upload, MediaKind kind) throws Exception {
        return rig.in(() -> rig.get(ProcessedAssets.class)
                .accept(rig.get(Uploads.class).lock(upload).orElseThrow(), kind)
                .requireId());
    }

    private static Path staged(String upload) {
        return folder.resolve("data/media/uploads").resolve(upload);
    }

    private static long job(long asset) throws SQLException {
        return rig.number("select id from processing_job where asset = " + asset + " order by id desc limit 1");
    }

    private static MediaAsset find(long asset) throws Exception {
        return rig.in(() -> Optional.of(rig.get(MediaAssets.class).find(asset).orElseThrow()))
                .orElseThrow();
    }

    /** Why the last attempt came to nothing while it is on its way. */
    private static Optional<String> trouble(long asset) throws Exception {
        return rig.in(() -> rig.get(ProcessingState.class)
                .of(List.of(rig.get(MediaAssets.class).find(asset).orElseThrow()))
                .get(asset)
                .trouble());
    }

    private static AssetState state(long asset) throws Exception {
        return find(asset).state();
    }

    private static long scheduled() throws SQLException {
        return rig.number("select count(*) from scheduled_tasks");
    }

    private static void invariantsHold() throws Exception {
        try (var connection = rig.connect()) {
            new Invariants(connection, folder.resolve("data/media")).check();
        }
    }
}
