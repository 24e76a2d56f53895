package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.BlobStore;
import vn.loa.media.BlobSweep;
import vn.loa.media.FormerRenditions;
import vn.loa.media.HeldBlobs;
import vn.loa.media.IncomingFile;
import vn.loa.media.KeepBytes;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaIngest;
import vn.loa.media.MediaKind;
import vn.loa.media.NamedBlobs;
import vn.loa.media.Rendition;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadRefused;
import vn.loa.media.uploads.UploadedName;
import vn.loa.media.uploads.Uploads;
import vn.loa.testing.Invariants;
import vn.loa.testing.Pdf;
import vn.loa.testing.rig.Rig;

/** Whatever happens in whatever order: nothing that is referred to is deleted, and a day later nothing else is left. */
class SweepIT {
    private static final String OWNER = "bientap";
    private static final Duration DAY = Duration.ofHours(25);
    private static final Duration WEEK = Duration.ofDays(7).plusHours(1);

    private static Path folder;
    private static LocalPostgres postgres;
    private static Rig rig;

    /** What may happen; the number chooses among contents, uploads, jobs or assets. */
    enum Act {
        UPLOAD {
            @Override
            void perform(int number) throws Exception {
                upload(content(number));
            }
        },
        HALF_AN_UPLOAD {
            @Override
            void perform(int number) throws Exception {
                var id = announce(100);
                rig.get(ReceiveUpload.class).receive(OWNER, id, 0, 5, null, new ByteArrayInputStream(new byte[5]));
            }
        },
        USE_AN_UPLOAD {
            @Override
            void perform(int number) throws Exception {
                for (var id : chosen("select id from upload where received = length and asset is null", number)) {
                    accept(id);
                }
            }
        },
        DO_A_JOB {
            @Override
            void perform(int number) throws Exception {
                for (var id : chosen("select id from processing_job where finished_at is null", number)) {
                    rig.get(RunJob.class).run(Long.parseLong(id));
                }
            }
        },
        CRASH_IN_A_JOB {
            @Override
            void perform(int number) throws Exception {
                for (var id :
                        chosen("select id from processing_job where finished_at is null and attempt < 9", number)) {
                    var attempt =
                            rig.get(Attempts.class).begin(Long.parseLong(id)).orElseThrow();
                    Files.createDirectories(
                            folder.resolve("data/media/work/" + attempt.job() + "-" + attempt.number()));
                }
            }
        },
        CRASH_BEFORE_THE_COMMIT {
            @Override
            void perform(int number) throws Exception {
                rig.get(BlobStore.class).store(new ByteArrayInputStream(content(number)), 1000);
            }
        },
        INGEST {
            @Override
            void perform(int number) {
                ingest(content(number));
            }
        },
        ENCODE_ANEW {
            @Override
            void perform(int number) throws Exception {
                for (var id : chosen("select asset from rendition", number)) {
                    replace(id, content(number));
                }
            }
        },
        KEEP_AND_NEVER_NAME {
            @Override
            void perform(int number) throws Exception {
                rig.get(KeepBytes.class).keep(() -> new ByteArrayInputStream(content(number)), 1000);
            }
        },
        REMOVE {
            @Override
            void perform(int number) throws Exception {
                for (var id : chosen("select id from media_asset", number)) {
                    remove(id);
                }
            }
        },
        END_AN_UPLOAD {
            @Override
            void perform(int number) throws Exception {
                for (var id : chosen("select id from upload where asset is null", number)) {
                    rig.get(ReceiveUpload.class).end(OWNER, id);
                }
            }
        },
        WAIT {
            @Override
            void perform(int number) {
                rig.clock().forward(Duration.ofHours(number % 30));
            }
        },
        SWEEP {
            @Override
            void perform(int number) {
                rig.get(Sweep.class).run();
            }
        },
        SWEEP_WHILE_THE_SAME_COMES_AGAIN {
            @Override
            void perform(int number) {
                var sweeping =
                        CompletableFuture.runAsync(() -> rig.get(Sweep.class).run());
                var coming = CompletableFuture.runAsync(() -> ingest(content(number)));
                sweeping.join();
                coming.join();
            }
        };

        abstract void perform(int number) throws Exception;
    }

    @BeforeContainer
    static void start() throws Exception {
        folder = Files.createTempDirectory("loa-sweep");
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(postgres.database(), "sweep", folder.resolve("data"), Map.of());
    }

    @AfterContainer
    static void stop() throws Exception {
        rig.close();
        postgres.close();
        deleteAll(folder);
    }

    @BeforeTry
    void empty() throws Exception {
        rig.execute(
                "truncate upload, processing_job, scheduled_tasks, scheduled_long_tasks, rendition, media_asset, blob cascade");
        try (var files = Files.walk(folder.resolve("data/media"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 30)
    void nothingThatIsReferredToIsEverDeletedAndNothingElseStays(
            @ForAll @Size(min = 5, max = 40) List<Act> acts, @ForAll @IntRange(max = 1000) int seed) throws Exception {
        var number = seed;
        for (var act : acts) {
            number = number * 31 + 7 & 0xffff;
            try {
                act.perform(number);
            } catch (UploadRefused expired) {
                assertThat(expired.reason()).isIn(UploadRefused.Reason.EXPIRED, UploadRefused.Reason.QUOTA_FULL);
            }
            check();
        }
        clear();
    }

    @Example
    void whatIsTakenAgainBetweenMarkAndSweepStays() throws Exception {
        ingest(content(1));
        remove(chosen("select id from media_asset", 0).get(0));
        rig.get(Sweep.class).run();
        assertThat(rig.number("select count(*) from blob where marked_at is not null"))
                .isOne();
        rig.clock().forward(Duration.ofHours(23));

        ingest(content(1));
        rig.clock().forward(Duration.ofHours(2));
        rig.get(Sweep.class).run();

        assertThat(rig.number("select count(*) from blob where marked_at is null"))
                .isOne();
        check();
    }

    @Example
    void anAbandonedBlobStaysForADayAndThenGoes() throws Exception {
        ingest(content(2));
        remove(chosen("select id from media_asset", 0).get(0));

        rig.get(Sweep.class).run();
        rig.clock().forward(Duration.ofHours(23));
        rig.get(Sweep.class).run();
        assertThat(orphans()).hasSize(1);

        rig.clock().forward(Duration.ofHours(2));
        rig.get(Sweep.class).run();
        assertThat(orphans()).isEmpty();
        assertThat(rig.number("select count(*) from blob")).isZero();
    }

    @Example
    void aFileThatWasReplacedStaysForAWeekAndThenGoes() throws Exception {
        ingest(content(1));
        var asset = chosen("select id from media_asset", 0).get(0);
        replace(asset, content(2));
        rig.execute("update media_asset set master = (select blob from rendition where asset = media_asset.id)");

        rig.clock().forward(Duration.ofDays(6));
        rig.get(Sweep.class).run();
        assertThat(rig.number("select count(*) from former_rendition")).isOne();
        rig.clock().forward(DAY);
        rig.get(Sweep.class).run();
        assertThat(rig.number("select count(*) from former_rendition")).isZero();
        rig.clock().forward(DAY);
        rig.get(Sweep.class).run();

        assertThat(rig.number("select count(*) from blob")).isOne();
        check();
    }

    @Example
    void whatWasKeptButNotNamedForADayIsNotNamedAnyMore() throws Exception {
        var kept = rig.get(KeepBytes.class).keep(() -> new ByteArrayInputStream(content(1)), 1000);
        sweepTwoDays(rig);
        assertThat(orphans()).isEmpty();

        assertThatThrownBy(() -> rig.in(() -> rig.get(NamedBlobs.class).name(kept)))
                .hasMessageContaining(kept.sha256());
        var again = rig.get(KeepBytes.class).keep(() -> new ByteArrayInputStream(content(1)), 1000);
        assertThatThrownBy(() -> rig.in(() -> rig.get(NamedBlobs.class).name(kept)))
                .as("the row of another who brought the same, and may not be done")
                .hasMessageContaining(kept.sha256());
        assertThat(rig.in(() -> rig.get(NamedBlobs.class).name(again)).sha256()).isEqualTo(kept.sha256());
    }

    @Example
    void whatSomebodyHoldsStaysUntilTheyLetGoOfIt() throws Exception {
        var kept = rig.get(KeepBytes.class).keep(() -> new ByteArrayInputStream(content(1)), 1000);
        rig.in(() -> {
            rig.get(HeldBlobs.class).hold(kept, "package 1");
            return kept;
        });
        sweepTwoDays(rig);
        assertThat(rig.number("select count(*) from blob")).isOne();
        assertThat(rig.get(BlobStore.class).contains(kept.sha256())).isTrue();

        rig.in(() -> {
            rig.get(HeldBlobs.class).release("package 1");
            return kept;
        });
        sweepTwoDays(rig);
        assertThat(rig.number("select count(*) from blob")).isZero();
        assertThat(orphans()).isEmpty();
    }

    @Example
    void aStoreThatBelongsToAnotherDatabaseIsLeftAlone() throws Exception {
        store(1);
        Files.writeString(folder.resolve("data/media/installation"), "another");

        sweepTwoDays(rig);

        assertThat(orphans()).hasSize(1);
        Files.delete(folder.resolve("data/media/installation"));
        sweepTwoDays(rig);
        assertThat(orphans()).isEmpty();
    }

    @Example
    void aDatabaseThatDoesNotKnowManyFilesOfTheStoreClearsNoneAway() throws Exception {
        store(BlobSweep.FEW + 1);

        sweepTwoDays(rig);

        assertThat(orphans()).hasSize(BlobSweep.FEW + 1);
        assertThat(rig.number("select count(*) from blob")).isZero();
    }

    @Example
    void asManyAsAreConfirmedGo() throws Exception {
        var settings = Map.of("loa.sweep.confirmed", Integer.toString(BlobSweep.FEW + 1));
        try (var confirmed = Rig.start(postgres.database(), "confirmed", folder.resolve("data"), settings)) {
            store(BlobSweep.FEW + 1);

            sweepTwoDays(confirmed);
        }

        assertThat(orphans()).isEmpty();
    }

    /** Files that no row knows. */
    private static void store(int number) throws IOException {
        for (var i = 0; i < number; i++) {
            rig.get(BlobStore.class).store(new ByteArrayInputStream(("orphan " + i).getBytes()), 1000);
        }
    }

    private static void sweepTwoDays(Rig swept) {
        swept.get(Sweep.class).run();
        swept.clock().forward(DAY);
        swept.get(Sweep.class).run();
    }

    private static void clear() throws Exception {
        rig.clock().forward(WEEK);
        rig.get(Sweep.class).run();
        rig.clock().forward(DAY);
        rig.get(Sweep.class).run();
        check();
        assertThat(orphans()).as("I6").isEmpty();
        try (var work = Files.list(Files.createDirectories(folder.resolve("data/media/work")))) {
            for (var left : work.toList()) {
                var name = left.getFileName().toString().split("-");
                assertThat(rig.number("select count(*) from processing_job where state = 'running' and id = " + name[0]
                                + " and attempt = " + name[1]))
                        .isOne();
            }
        }
    }

    private static byte[] content(int number) {
        return Pdf.of("content " + number % 5);
    }

    private static String announce(int length) {
        return rig.get(AnnounceUpload.class)
                .announce(OWNER, new UploadedName("a.pdf", null), length)
                .id();
    }

    private static void upload(byte[] bytes) throws IOException {
        rig.get(ReceiveUpload.class)
                .receive(OWNER, announce(bytes.length), 0, bytes.length, null, new ByteArrayInputStream(bytes));
    }

    private static void accept(String upload) throws Exception {
        rig.in(() -> rig.get(ProcessedAssets.class)
                .accept(rig.get(Uploads.class).lock(upload).orElseThrow(), MediaKind.DOCUMENT));
    }

    private static void ingest(byte[] bytes) {
        var ingest = rig.get(MediaIngest.class);
        var kept = ingest.keep(IncomingFile.original("a.pdf", null, () -> new ByteArrayInputStream(bytes)));
        ingest.ingest(List.of(kept));
    }

    /** As when it is encoded anew. */
    private static void replace(String asset, byte[] bytes) throws Exception {
        var kept = rig.get(KeepBytes.class).keep(() -> new ByteArrayInputStream(bytes), bytes.length);
        rig.in(() -> {
            var replaced =
                    rig.get(MediaAssets.class).lock(Long.parseLong(asset)).orElseThrow();
            var rendition = new Rendition("original", rig.get(NamedBlobs.class).name(kept), "application/pdf");
            replaced.renditions().stream().filter(rendition::replaces).forEach(rig.get(FormerRenditions.class)::keep);
            return replaced.put(rendition);
        });
    }

    /** As when a track and with it its asset is removed. */
    private static void remove(String asset) throws SQLException {
        rig.execute("begin; delete from scheduled_tasks where task_instance in"
                + " (select id::text from processing_job where asset = " + asset + ");"
                + " delete from processing_job where asset = " + asset + ";"
                + " delete from upload where asset = " + asset + ";"
                + " delete from rendition where asset = " + asset + ";"
                + " delete from media_asset where id = " + asset + "; commit");
    }

    private static List<String> chosen(String query, int number) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = rig.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query + " order by 1")) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found.isEmpty() ? found : List.of(found.get(number % found.size()));
    }

    private static void check() throws Exception {
        try (var connection = rig.connect()) {
            new Invariants(connection, folder.resolve("data/media")).check();
        }
    }

    private static List<String> orphans() throws Exception {
        try (var connection = rig.connect()) {
            return new Invariants(connection, folder.resolve("data/media")).orphans();
        }
    }

    private static void deleteAll(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
