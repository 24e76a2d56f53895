package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalFfmpeg;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.BlobStore;
import vn.loa.media.MediaAssets;
import vn.loa.media.MediaKind;
import vn.loa.media.uploads.AnnounceUpload;
import vn.loa.media.uploads.ReceiveUpload;
import vn.loa.media.uploads.UploadedName;
import vn.loa.media.uploads.Uploads;
import vn.loa.testing.Invariants;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.rig.Rig;

/** From bytes of an editor to renditions that can be played, with the real encoder. */
class EncodingIT {
    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static Rig rig;

    /** As {@link #finishedDub}; null before the first who wants it, and after somebody has spoilt it. */
    private static Dub finished;

    /** As {@link #otherFilm}; 0 before the first who wants it. */
    private static long otherFilm;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(postgres.database(), "encoding", folder.resolve("data"), LocalFfmpeg.setting());
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
    }

    @Test
    void aRecordingIsHeardAfterTheSmallStepAndCompleteAfterTheFullOne() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);

        run(asset, "take-in");
        assertThat(state(asset)).isEqualTo("processing");
        assertThat(rig.number("select duration_millis from media_asset where id = " + asset))
                .isBetween(2900L, 3100L);

        run(asset, "small");
        assertThat(state(asset)).isEqualTo("ready");
        assertThat(profiles(asset)).contains("A0", "A1", "A2");

        run(asset, "full");
        assertThat(profiles(asset)).contains("A0", "station");
        assertThat(rig.number("select count(*) from rendition where profile_version is null and asset = " + asset))
                .isZero();
        assertThat(texts("select state from processing_job where asset = " + asset))
                .containsOnly("done");
        check();
    }

    @Test
    void doingTheSmallStepAgainLeavesNothingTwice() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        run(asset, "take-in");
        run(asset, "small");
        var before = profiles(asset);

        rig.execute("update processing_job set state = 'waiting', finished_at = null where step = 'small' and asset = "
                + asset);
        run(asset, "small");

        assertThat(profiles(asset)).isEqualTo(before);
        check();
    }

    @Test
    void whatFailsAfterTheFirstSoundIsToldAndCanBeTriedAgain() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        run(asset, "take-in");
        run(asset, "small");
        var master = rig.get(BlobStore.class);
        var hash = texts("select master from media_asset where id = " + asset).get(0);
        var bytes = master.open(hash).orElseThrow().stream(0).readAllBytes();
        master.delete(hash);
        var full = rig.number("select id from processing_job where step = 'full' and asset = " + asset);
        while (rig.get(RunJob.class).run(full).isPresent()) {
            // Each time the master is missing.
        }

        assertThat(state(asset)).as("what can be heard").isEqualTo("ready");
        assertThat(remainders(asset)).singleElement().satisfies(missing -> {
            assertThat(missing.step()).isEqualTo(Step.FULL);
            assertThat(missing.hasFailed()).isTrue();
            assertThat(missing.reason()).isEqualTo("failed");
        });

        master.store(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        assertThat(rig.in(() -> rig.get(ProcessedAssets.class).retry(asset))).isTrue();
        assertThat(remainders(asset))
                .singleElement()
                .satisfies(missing -> assertThat(missing.hasFailed()).isFalse());
        run(asset, "full");
        assertThat(remainders(asset)).isEmpty();
        assertThat(profiles(asset)).contains("station");
        assertThat(rig.in(() -> rig.get(ProcessedAssets.class).retry(asset))).isFalse();
        check();
    }

    @Test
    void whatIsHeardBeforeTheSmallStepHasEndedIsNotSaidToBeComplete() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        run(asset, "take-in");
        rig.execute("update media_asset set state = 'ready' where id = " + asset);

        assertThat(remainders(asset)).extracting(Remainder::step).containsExactly(Step.SMALL);

        run(asset, "small");
        run(asset, "full");
        assertThat(remainders(asset)).isEmpty();
    }

    private static List<Remainder> remainders(long asset) throws Exception {
        return rig.in(() -> rig.get(ProcessingState.class)
                .of(List.of(rig.get(MediaAssets.class).find(asset).orElseThrow()))
                .get(asset)
                .remainders());
    }

    @Test
    void noiseThatIsCalledAFilmIsRejectedWithAReason() throws Exception {
        var bytes = new byte[100_000];
        new Random(7).nextBytes(bytes);
        System.arraycopy(new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm'}, 0, bytes, 0, 12);
        var asset = accept(bytes, MediaKind.VIDEO);

        run(asset, "take-in");

        assertThat(state(asset)).isEqualTo("rejected");
        assertThat(texts("select state from processing_job where asset = " + asset))
                .containsExactly("refused");
        assertThat(texts("select reason from media_asset where id = " + asset))
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        check();
    }

    @Test
    void anInterlacedFilmAsACameraWritesItBecomesWholePictures() throws Exception {
        var asset = accept(
                made(
                        "00001.mts",
                        "-f lavfi -i testsrc2=d=3:s=720x576:r=50 -f lavfi -i sine=f=220:d=3:r=48000"
                                + " -vf tinterlace=interleave_top,setfield=tff -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
                                + " -flags +ilme+ildct -x264-params tff=1 -c:a ac3 -mpegts_m2ts_mode 1"),
                MediaKind.VIDEO);

        complete(asset);

        assertThat(state(asset)).isEqualTo("ready");
        assertThat(profiles(asset)).contains("V0", "V1", "A0", "station", "hls-480");
        var rung = rig.get(BlobStore.class)
                .open(texts("select blob from rendition where profile = 'hls-480' and asset = " + asset)
                        .get(0))
                .orElseThrow();
        var file = Files.write(folder.resolve("hls-480.mp4"), rung.stream(0).readAllBytes());
        var said =
                UploadedFilm.run("ffmpeg -nostdin -hide_banner -i " + file + " -vf setfield=prog,idet -an -f null -");
        var combed = Pattern.compile("Multi frame detection: TFF:\\s*(\\d+) BFF:\\s*(\\d+)")
                .matcher(said);
        assertThat(combed.find()).as(said).isTrue();
        assertThat(Integer.parseInt(combed.group(1)) + Integer.parseInt(combed.group(2)))
                .as(said)
                .isLessThan(10);
        check();
    }

    @Test
    void aRecordingIsNoFilm() throws Exception {
        var asset = accept(recording(), MediaKind.VIDEO);

        run(asset, "take-in");

        assertThat(texts("select reason from media_asset where id = " + asset)).containsExactly("no-picture");
    }

    @Test
    void aDubGivesItsFilmAnotherLanguageWhicheverOfThemIsCompleteFirst() throws Exception {
        var film = accept(film(), MediaKind.VIDEO);
        var early = accept(recording(), MediaKind.AUDIO);
        var late = accept(recording(), MediaKind.AUDIO);
        dub(early, film);
        dub(late, film);
        complete(early);
        assertThat(jobs(early, "dub")).isZero();
        complete(film);
        assertThat(jobs(late, "dub")).isZero();
        complete(late);

        for (var sound : List.of(early, late)) {
            assertThat(profiles(sound)).doesNotContain("V0", "V1");
            run(sound, "dub");
            assertThat(profiles(sound)).contains("V0", "V1", "A0", "station");
            assertThat(rig.number("select duration_millis from rendition where profile = 'hls-audio-32' and asset = "
                            + sound))
                    .as("filled to the film's five seconds")
                    .isBetween(4800L, 5200L);
        }
        check();
    }

    @Test
    void aDubShowsTheFilmBeforeUntilItIsFittedToTheNewOne() throws Exception {
        var film = finishedDub().film();
        var sound = finishedDub().sound();
        var other = accept(film(), MediaKind.VIDEO);

        dub(sound, other);
        complete(other);
        assertThat(profiles(sound)).as("pictures of the old film").contains("V0", "V1");
        assertThat(shownFilm(sound)).isEqualTo(film);

        assertThat(texts("select state from processing_job where step = 'dub' and asset = " + sound))
                .containsExactly("waiting");
        check();
        run(sound, "dub");
        assertThat(profiles(sound)).contains("V0", "V1");
        assertThat(shownFilm(sound)).isEqualTo(other);
        check();
    }

    @Test
    void whoFitsADubToAFilmIsLateAsSoonAsAnotherFilmTakesItsPlace() throws Exception {
        var film = finishedDub().film();
        var sound = finishedDub().sound();
        dub(sound, otherFilm());
        var job = rig.number("select id from processing_job where step = 'dub' and asset = " + sound);
        var attempt = rig.get(Attempts.class).begin(job).orElseThrow();

        dub(sound, film);

        assertThatThrownBy(() -> rig.get(StepResults.class).fitted(attempt, List.of(), Optional.empty()))
                .isInstanceOf(LateWorker.class);
        run(sound, "dub");
        assertThat(shownFilm(sound)).isEqualTo(film);
        check();
    }

    @Test
    void aDubLosesThePicturesOfAFilmThatIsRemoved() throws Exception {
        var film = finishedDub().film();
        var sound = finishedDub().sound();
        var other = otherFilm();
        dub(sound, other);
        // Others begin with a new one.
        finished = null;

        rig.in(() -> {
            rig.get(ProcessedAssets.class)
                    .discard(rig.get(MediaAssets.class).find(film).orElseThrow());
            return film;
        });

        assertThat(profiles(sound)).doesNotContain("V0", "V1").contains("A0");
        run(sound, "dub");
        assertThat(shownFilm(sound)).isEqualTo(other);
        check();
    }

    @Test
    void whatAnOlderVersionOfAProfileMadeIsEncodedAnewAndStaysPublicMeanwhile() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        complete(asset);
        // As a worker does at the end of each job.
        rig.execute("delete from scheduled_long_tasks where task_instance in"
                + " (select id::text from processing_job where asset = " + asset + ")");
        var before = profiles(asset);
        rig.execute("update rendition set profile_version = 0 where asset = " + asset);
        // As by an encoder of another version: today's makes the same bytes again.
        rig.execute("update rendition r set blob = b.sha256, bytes = b.size from blob b, media_asset a"
                + " where b.sha256 = a.master and a.id = r.asset and r.profile = 'A0' and r.asset = " + asset);
        // As after a profile that is no more.
        rig.execute("insert into rendition (asset, profile, blob, content_type, bytes, profile_version)"
                + " select asset, 'poster-99-320', blob, 'image/jpeg', bytes, 0 from rendition where profile = 'A0' and asset = "
                + asset);

        assertThat(rig.get(Renewal.class).run()).isOne();
        assertThat(rig.get(Renewal.class).run()).as("nothing while it waits").isZero();
        assertThat(remainders(asset)).as("all of it is there").isEmpty();
        assertThat(profiles(asset)).containsAll(before).contains("poster-99-320");
        assertThat(state(asset)).isEqualTo("ready");
        assertThat(rig.number(
                        "select count(*) from scheduled_long_tasks s join processing_job j on j.id::text = s.task_instance"
                                + " where s.priority <= 10 and j.asset = " + asset))
                .as("after everything else")
                .isEqualTo(2);
        check();

        run(asset, "small");
        run(asset, "full");
        assertThat(profiles(asset)).isEqualTo(before);
        assertThat(rig.number("select count(*) from rendition where profile_version = 0 and asset = " + asset))
                .isZero();
        assertThat(rig.get(Renewal.class).run()).isZero();
        assertThat(texts("select f.profile from former_rendition f where f.asset = " + asset))
                .as("what was public stays at its old address for a while")
                .containsExactlyInAnyOrder("A0", "poster-99-320");
        check();
    }

    @Test
    void nothingElseIsEncodedAnewWhileSomethingIs() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        complete(asset);
        rig.execute("update rendition set profile_version = 0 where asset = " + asset);
        assertThat(rig.get(Renewal.class).run()).isOne();
        var other = accept(recording(), MediaKind.AUDIO);
        complete(other);
        rig.execute("update rendition set profile_version = 0 where asset = " + other);

        assertThat(rig.get(Renewal.class).run()).isZero();

        run(asset, "small");
        run(asset, "full");
        assertThat(rig.get(Renewal.class).run()).isOne();
        run(other, "small");
        run(other, "full");
        assertThat(rig.get(Renewal.class).run()).isZero();
    }

    @Test
    void ofAFilmThatIsWantedAsASoundNobodySeesThePictures() throws Exception {
        var asset = accept(film(), MediaKind.AUDIO);

        complete(asset);

        assertThat(profiles(asset)).contains("A0", "station").noneMatch(profile -> profile.startsWith("V"));
        assertThat(texts("select content_type from rendition where asset = " + asset))
                .noneMatch(type -> type.startsWith("video/"));
        assertThat(profiles(asset)).noneMatch(profile -> profile.startsWith("poster"));
        assertThat(rig.number("select count(*) from media_asset where width is not null and id = " + asset))
                .isZero();
        check();
    }

    @Test
    void whatWasRejectedBeforeItsFirstSoundIsOnItsWayAgainWhenItIsTriedAgain() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        run(asset, "take-in");
        var store = rig.get(BlobStore.class);
        var hash = texts("select master from media_asset where id = " + asset).get(0);
        var bytes = store.open(hash).orElseThrow().stream(0).readAllBytes();
        store.delete(hash);
        var small = rig.number("select id from processing_job where step = 'small' and asset = " + asset);
        while (rig.get(RunJob.class).run(small).isPresent()) {
            // Each time the master is missing.
        }
        assertThat(state(asset)).isEqualTo("rejected");

        store.store(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        assertThat(rig.in(() -> rig.get(ProcessedAssets.class).retry(asset))).isTrue();
        assertThat(state(asset)).isEqualTo("processing");
        run(asset, "small");

        assertThat(state(asset)).isEqualTo("ready");
        check();
    }

    @Test
    void aDubNeedNotWaitForAFilmThatIsEncodedAnew() throws Exception {
        var film = finishedDub().film();
        var sound = finishedDub().sound();
        dub(sound, otherFilm());
        run(sound, "dub");
        rig.execute("update rendition set profile_version = 0 where asset = " + film);
        assertThat(rig.get(Renewal.class).run()).isOne();

        dub(sound, film);

        run(sound, "dub");
        assertThat(profiles(sound)).contains("V0", "V1");
        assertThat(shownFilm(sound)).isEqualTo(film);
        run(film, "small");
        run(film, "full");
        assertThat(texts("select state from processing_job where step = 'dub' and asset = " + sound))
                .as("its new pictures")
                .containsExactly("waiting");
        assertThat(remainders(sound)).as("the pictures of before are there").isEmpty();
        run(sound, "dub");
    }

    /** Whoever hears of a change locks a row that all changes of content lock: who took another lock after it could wait for somebody who waits for it. */
    @Test
    void whoTellsOfAChangeHoldsAllLocksThatItNeeds() throws Exception {
        var film = finishedDub().film();
        var sound = finishedDub().sound();
        var fits = rig.number("select id from processing_job where step = 'dub' and asset = " + sound);
        var free = new ArrayList<Boolean>();

        for (var asset : List.of(film, sound)) {
            rig.execute(
                    "update processing_job set state = 'waiting', finished_at = null where step = 'full' and asset = "
                            + asset);
            rig.whenChanged(() -> free.add(isFree(fits)));
            try {
                run(asset, "full");
            } finally {
                rig.whenChanged(() -> {});
            }
        }

        assertThat(free)
                .as("whether others could have had the job that fits the dub")
                .containsExactly(false, false);
        // Nothing is encoded anew in other tests while something is in this one.
        run(sound, "dub");
    }

    private static boolean isFree(long job) {
        try {
            return rig.number("select count(*) from (select 1 from processing_job where id = " + job
                            + " for update skip locked) as free")
                    == 1;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aJobThatTheSchedulerDoesNotKnowIsGivenToItAgain() throws Exception {
        var asset = accept(recording(), MediaKind.AUDIO);
        rig.execute(
                "delete from scheduled_tasks where task_instance in (select id::text from processing_job where asset = "
                        + asset + ")");

        rig.get(Sweep.class).run();

        check();
    }

    /** A film, and a sound that is fitted to it; all that is made of them is there. */
    private record Dub(long film, long sound) {}

    /** One that all tests share, because nothing takes as long as encoding films: it is fitted to its film again. */
    private static Dub finishedDub() throws Exception {
        var isNew = finished == null;
        if (isNew) {
            finished = new Dub(accept(film(), MediaKind.VIDEO), accept(recording(), MediaKind.AUDIO));
        }
        dub(finished.sound(), finished.film());
        if (isNew) {
            complete(finished.film());
            complete(finished.sound());
        }
        run(finished.sound(), "dub");
        return finished;
    }

    /** One more film that is complete, which tests share, too. */
    private static long otherFilm() throws Exception {
        if (otherFilm == 0) {
            otherFilm = accept(film(), MediaKind.VIDEO);
            complete(otherFilm);
        }
        return otherFilm;
    }

    private static void dub(long sound, long film) throws Exception {
        rig.in(() -> {
            var assets = rig.get(MediaAssets.class);
            rig.get(Dubbing.class)
                    .dub(assets.find(sound).orElseThrow(), assets.find(film).orElseThrow());
            return sound;
        });
    }

    private static long shownFilm(long sound) throws SQLException {
        return rig.number("select shown_film from media_asset where id = " + sound);
    }

    private static void complete(long asset) throws Exception {
        run(asset, "take-in");
        run(asset, "small");
        run(asset, "full");
    }

    private static long jobs(long asset, String step) throws SQLException {
        return rig.number("select count(*) from processing_job where step = '" + step + "' and asset = " + asset);
    }

    private static byte[] recording() throws Exception {
        return made("recording.wav", "-f lavfi -i sine=frequency=440:duration=3");
    }

    private static byte[] film() throws Exception {
        return made(
                "film.mp4",
                "-f lavfi -i testsrc2=d=5:s=160x90:r=10 -f lavfi -i sine=f=220:d=5 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");
    }

    private static byte[] made(String name, String arguments) throws Exception {
        return LocalFfmpeg.made(folder.resolve(name), arguments);
    }

    private static long accept(byte[] bytes, MediaKind kind) throws Exception {
        var receive = rig.get(ReceiveUpload.class);
        var id = rig.get(AnnounceUpload.class)
                .announce("bientap", new UploadedName("tệp", null), bytes.length)
                .id();
        receive.receive("bientap", id, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        return rig.in(() -> rig.get(ProcessedAssets.class)
                .accept(rig.get(Uploads.class).lock(id).orElseThrow(), kind)
                .requireId());
    }

    private static void run(long asset, String step) throws SQLException {
        var job = rig.number("select id from processing_job where step = '" + step + "' and asset = " + asset);
        assertThat(rig.get(RunJob.class).run(job))
                .as(() -> step + ": " + reason(job))
                .isEmpty();
    }

    private static String reason(long job) {
        try {
            return String.join(", ", texts("select reason || ': ' || detail from processing_job where id = " + job));
        } catch (SQLException e) {
            return e.toString();
        }
    }

    private static String state(long asset) throws SQLException {
        return texts("select state from media_asset where id = " + asset).get(0);
    }

    private static TreeSet<String> profiles(long asset) throws SQLException {
        return new TreeSet<>(texts("select profile from rendition where asset = " + asset));
    }

    private static List<String> texts(String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var connection = rig.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static void check() throws Exception {
        try (var connection = rig.connect()) {
            new Invariants(connection, folder.resolve("data/media")).check();
        }
    }
}
