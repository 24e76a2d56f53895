package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalFfmpeg;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.BlobStore;
import vn.loa.media.IncomingFile;
import vn.loa.media.KeepBytes;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaIngest;
import vn.loa.media.MediaKind;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadedName;
import vn.loa.media.uploads.Uploads;
import vn.loa.testing.Pdf;
import vn.loa.testing.rig.Rig;

/** However long the storage takes to answer: no transaction waits for it, with its connection and its locks, and no file is given up for it. */
class SlowStorageIT {
    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static Rig rig;

    /** What was asked while a transaction was open. */
    private static final List<String> WAITED_FOR = new ArrayList<>();

    private static final TreeSet<String> ASKED = new TreeSet<>();

    private static volatile boolean away;

    /** How often a blob was to be read while the storage was away. */
    private static final AtomicInteger IN_VAIN = new AtomicInteger();

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(
                postgres.database(), "slow", folder.resolve("data"), LocalFfmpeg.setting(), SlowStorageIT::watched);
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
    }

    @Test
    void noTransactionIsOpenWhileAFilmAndItsDubAreTakenInAndEncoded() throws Exception {
        var film = accept(
                made(
                        "film.mp4",
                        "-f lavfi -i testsrc2=d=5:s=160x90:r=10 -f lavfi -i sine=f=220:d=5 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac"),
                MediaKind.VIDEO);
        var sound = accept(made("sound.wav", "-f lavfi -i sine=frequency=440:duration=5"), MediaKind.AUDIO);
        rig.in(() -> {
            var assets = rig.get(MediaAssets.class);
            rig.get(Dubbing.class)
                    .dub(assets.find(sound).orElseThrow(), assets.find(film).orElseThrow());
            return film;
        });
        for (var step : List.of("take-in", "small", "full")) {
            run(film, step);
            run(sound, step);
        }
        run(sound, "dub");

        assertThat(ASKED).contains("store", "contains", "link");
        assertThat(WAITED_FOR).isEmpty();
    }

    @Test
    void anOutageOfTheStorageCountsAgainstNoFileAtAnyStepAndTheWorkGoesOnAfterIt() throws Exception {
        var sound = accept(made("outage.wav", "-f lavfi -i sine=frequency=330:duration=2"), MediaKind.AUDIO);

        for (var step : List.of("take-in", "small", "full")) {
            away = true;
            try {
                for (var attempt = 1; attempt <= Retries.MOST_TAKING_IN; attempt++) {
                    assertThat(rig.get(RunJob.class).run(job(sound, step)))
                            .as(step)
                            .contains(Retries.AWAY);
                }
            } finally {
                away = false;
            }
            assertThat(rig.number("select failures from processing_job where id = " + job(sound, step)))
                    .as(step)
                    .isZero();
            run(sound, step);
        }
    }

    @Test
    void norWhileAFinishedFileIsTakenInOrATextIs() {
        var pdf = Pdf.of("one");
        var ingest = rig.get(MediaIngest.class);
        var file = ingest.keep(IncomingFile.original("a.pdf", null, () -> new ByteArrayInputStream(pdf)));
        ingest.ingest(List.of(file));
        var made = IncomingFile.original(
                "a.vtt", "text/vtt", () -> new ByteArrayInputStream("WEBVTT\n\n".getBytes(StandardCharsets.US_ASCII)));
        ingest.ingest(ingest.keepText("a.srt", new byte[] {'1'}, made));

        assertThat(WAITED_FOR).isEmpty();
    }

    @Test
    void olderDocumentsAreNotAllTriedWhenNoneCanBeReadAndTheNextRoundGoesOnBehindThem() throws Exception {
        var ingest = rig.get(MediaIngest.class);
        for (var number = 0; number < 7; number++) {
            var pdf = Pdf.of("older " + number);
            ingest.ingest(
                    List.of(ingest.keep(IncomingFile.original("a.pdf", null, () -> new ByteArrayInputStream(pdf)))));
        }
        var unread = "select count(*) from media_asset where kind = 'document' and state = 'ready' and read_form = 0";
        var all = (int) rig.number(unread);
        var older = rig.get(ReadAnew.class);

        away = true;
        try {
            assertThat(older.run()).isZero();
            assertThat(IN_VAIN).hasValue(5);
            assertThat(older.run()).isZero();
            assertThat(IN_VAIN).hasValue(all);
        } finally {
            away = false;
        }

        assertThat(older.run()).isEqualTo(all);
        assertThat(rig.number(unread)).isZero();
    }

    @Test
    void whoKeepsBytesWithinATransactionIsRefused() {
        var bytes = new ByteArrayInputStream(new byte[] {1});

        assertThatThrownBy(() -> rig.in(() -> rig.get(KeepBytes.class).keep(() -> bytes, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTransactionThatDidWaitWouldBeSeen() throws Exception {
        rig.in(() -> {
            rig.get(MediaAssets.class).lock(0);
            return rig.get(BlobStore.class).contains("0");
        });

        assertThat(WAITED_FOR).containsExactly("contains");
        WAITED_FOR.clear();
    }

    /** The store, which looks around each time it is asked. */
    private static BlobStore watched(BlobStore store) {
        return (BlobStore) Proxy.newProxyInstance(
                BlobStore.class.getClassLoader(), new Class<?>[] {BlobStore.class}, (self, method, arguments) -> {
                    ASKED.add(method.getName());
                    if (isTransactionOpen()) {
                        WAITED_FOR.add(method.getName());
                    }
                    if (away) {
                        IN_VAIN.addAndGet(method.getName().equals("open") ? 1 : 0);
                        throw new IOException("The storage does not answer");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isTransactionOpen() throws SQLException {
        return rig != null
                && rig.number("select count(*) from pg_stat_activity where datname = current_database()"
                                + " and pid <> pg_backend_pid() and state like 'idle in transaction%'")
                        > 0;
    }

    private static byte[] made(String name, String arguments) throws Exception {
        return LocalFfmpeg.made(folder.resolve(name), arguments);
    }

    private static long accept(byte[] bytes, MediaKind kind) throws Exception {
        var id = rig.get(AnnounceUpload.class)
                .announce("bientap", new UploadedName("tệp", null), bytes.length)
                .id();
        rig.get(ReceiveUpload.class).receive("bientap", id, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        return rig.in(() -> rig.get(ProcessedAssets.class)
                .accept(rig.get(Uploads.class).lock(id).orElseThrow(), kind)
                .requireId());
    }

    private static void run(long asset, String step) throws SQLException {
        assertThat(rig.get(RunJob.class).run(job(asset, step))).as(step).isEmpty();
    }

    private static long job(long asset, String step) throws SQLException {
        return rig.number("select id from processing_job where step = '" + step + "' and asset = " + asset);
    }
}
