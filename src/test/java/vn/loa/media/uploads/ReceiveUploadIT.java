package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.BlobStore;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.testing.Until;
import vn.loa.testing.rig.AwaitedUploads;
import vn.loa.testing.rig.Rig;

/** What is acknowledged stays, what is refused leaves nothing, and one account cannot touch what another sends. */
class ReceiveUploadIT {
    private static final String OWNER = "bientap";
    private static final UploadedName NAME = new UploadedName("con-bo.mp3", "audio/mpeg");

    /** How many transactions wait for what another one has locked. */
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    @TempDir
    private static Path folder;

    private static LocalPostgres postgres;
    private static Rig rig;
    private static ReceiveUpload receive;

    @BeforeAll
    static void start() throws Exception {
        postgres = LocalPostgres.start(folder.resolve("database"));
        rig = Rig.start(
                postgres.database(),
                "uploads",
                folder.resolve("data"),
                Map.of("loa.media.max.bytes", "50000000", "loa.uploads.quota.bytes", "100000000"));
        receive = rig.get(ReceiveUpload.class);
    }

    @AfterAll
    static void stop() {
        rig.close();
        postgres.close();
    }

    @Test
    void partsAddUpToTheFile() throws Exception {
        var bytes = random(300_000);
        var id = announce(bytes.length);

        assertThat(send(id, 0, bytes, 0, 100_000)).isEqualTo(100_000);
        assertThat(send(id, 100_000, bytes, 100_000, 200_000)).isEqualTo(300_000);

        assertThat(receive.find(OWNER, id).isComplete()).isTrue();
        try (var content = rig.get(UploadStaging.class).read(receive.find(OWNER, id))) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void aPartMustBeginWhereTheLastEnded() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        send(id, 0, bytes, 0, 500);

        refused(Reason.WRONG_OFFSET, () -> send(id, 400, bytes, 400, 600));
        refused(Reason.WRONG_OFFSET, () -> send(id, 600, bytes, 600, 400));

        assertThat(receive.find(OWNER, id).received()).isEqualTo(500);
    }

    @Test
    void whatACrashLeftBeyondTheAcknowledgedBytesIsOverwritten() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        send(id, 0, bytes, 0, 500);
        Files.write(file(id), random(333), StandardOpenOption.APPEND);

        assertThat(send(id, 500, bytes, 500, 500)).isEqualTo(1000);

        assertThat(file(id)).hasBinaryContent(bytes);
    }

    @Test
    void whatCameBeforeTheSenderBrokeOffIsKept() throws Exception {
        var bytes = random(200_000);
        var id = announce(bytes.length);

        assertThatThrownBy(() -> receive.receive(OWNER, id, 0, 200_000, null, breakingOff(bytes, 150_000)))
                .isInstanceOf(SenderBrokeOff.class);

        assertThat(receive.find(OWNER, id).received()).isEqualTo(150_000);
        assertThat(send(id, 150_000, bytes, 150_000, 50_000)).isEqualTo(200_000);
        assertThat(file(id)).hasBinaryContent(bytes);
    }

    @Test
    void aPartWithAWrongChecksumLeavesNothing() throws Exception {
        var bytes = random(5000);
        var id = announce(bytes.length);
        var wrong = Checksum.parse("sha1 " + Base64.getEncoder().encodeToString(new byte[20]));

        refused(
                Reason.WRONG_CHECKSUM,
                () -> receive.receive(OWNER, id, 0, 5000, wrong, new ByteArrayInputStream(bytes)));
        assertThat(receive.find(OWNER, id).received()).isZero();
        assertThat(file(id)).isEmptyFile();

        var right = Checksum.parse("sha256 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(receive.receive(OWNER, id, 0, 5000, right, new ByteArrayInputStream(bytes)))
                .isEqualTo(5000);
    }

    @Test
    void aPartWithAChecksumThatBreaksOffLeavesNothing() throws Exception {
        var bytes = random(200_000);
        var id = announce(bytes.length);
        var checksum = Checksum.parse("sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes)));

        assertThatThrownBy(() -> receive.receive(OWNER, id, 0, 200_000, checksum, breakingOff(bytes, 150_000)))
                .isInstanceOf(SenderBrokeOff.class);

        assertThat(receive.find(OWNER, id).received()).isZero();
    }

    @Test
    void moreThanWasDeclaredIsRefusedWhateverIsSaidOfItsLength() throws Exception {
        var bytes = random(2000);
        var id = announce(1000);

        refused(
                Reason.MORE_THAN_DECLARED,
                () -> receive.receive(OWNER, id, 0, 2000, null, new ByteArrayInputStream(bytes)));
        refused(
                Reason.MORE_THAN_DECLARED,
                () -> receive.receive(OWNER, id, 0, -1, null, new ByteArrayInputStream(bytes)));

        assertThat(receive.find(OWNER, id).received()).isZero();
    }

    @Test
    void oneAtATimeMaySend() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        try (var open = rig.get(UploadStaging.class).open(id).orElseThrow()) {
            open.force();
            refused(Reason.LOCKED, () -> send(id, 0, bytes, 0, 1000));
            refused(Reason.LOCKED, () -> receive.end(OWNER, id));
        }
        assertThat(send(id, 0, bytes, 0, 1000)).isEqualTo(1000);
    }

    @Test
    void anotherProcessThatSendsIsSeen() throws Exception {
        var id = announce(1000);
        Files.createFile(file(id));
        var other = LockHolder.start(file(id));
        try {
            assertThat(other.getInputStream().read()).isEqualTo('l');
            refused(Reason.LOCKED, () -> send(id, 0, random(1000), 0, 1000));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(send(id, 0, random(1000), 0, 1000)).isEqualTo(1000);
    }

    @Test
    void othersHaveNoSuchUpload() throws Exception {
        var id = announce(10);

        refused(Reason.UNKNOWN, () -> receive.find("khac", id));
        refused(Reason.UNKNOWN, () -> receive.receive("khac", id, 0, 10, null, InputStream.nullInputStream()));
        refused(Reason.UNKNOWN, () -> receive.end("khac", id));
        refused(Reason.UNKNOWN, () -> receive.find(OWNER, "../../etc/passwd"));
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItComes() {
        refused(Reason.TOO_LARGE, () -> rig.get(AnnounceUpload.class).announce(OWNER, NAME, 50_000_001));
        refused(Reason.TOO_LARGE, () -> rig.get(AnnounceUpload.class).announce(OWNER, NAME, 10L << 30));
    }

    @Test
    void aFullQuotaIsToldBeforeBytesComeAndEndsWithAnUpload() throws Exception {
        var first =
                rig.get(AnnounceUpload.class).announce("tham", NAME, 50_000_000).id();
        rig.get(AnnounceUpload.class).announce("tham", NAME, 50_000_000);

        refused(Reason.QUOTA_FULL, () -> rig.get(AnnounceUpload.class).announce("tham", NAME, 1));
        rig.get(AnnounceUpload.class).announce("nguoi-khac", NAME, 1);

        receive.end("tham", first);
        rig.get(AnnounceUpload.class).announce("tham", NAME, 1);
        assertThat(file(first)).doesNotExist();
    }

    @Test
    void whatWaitsToBeTakenInStillCounts() throws Exception {
        var owner = "nhan-vien";
        var bytes = random(1000);
        var id = rig.get(AnnounceUpload.class)
                .announce(owner, NAME, bytes.length)
                .id();
        receive.receive(owner, id, 0, bytes.length, null, new ByteArrayInputStream(bytes));
        rig.execute("update upload set asset = %d where id = '%s'".formatted(anAsset(), id));

        assertThat(rig.get(Uploads.class).bytesOf(owner)).isEqualTo(1000);
    }

    @Test
    void theLastPartMayBeSentAgainWhenItsBytesAreGone() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        send(id, 0, bytes, 0, 1000);
        Files.delete(file(id));

        assertThat(send(id, 1000, bytes, 0, 0)).isEqualTo(1000);
        refused(Reason.WRONG_OFFSET, () -> send(id, 0, bytes, 0, 1000));
        refused(Reason.MORE_THAN_DECLARED, () -> send(id, 1000, bytes, 0, 1));
        assertThatThrownBy(() -> receive.receive(OWNER, id, 1000, -1, null, breakingOff(bytes, 0)))
                .isInstanceOf(SenderBrokeOff.class);

        assertThat(file(id)).doesNotExist();
    }

    @Test
    void whatIsABlobAlreadyIsCompleteAndNeverWrittenToWhateverARestoredDatabaseSays() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        send(id, 0, bytes, 0, 1000);
        var blob = rig.get(BlobStore.class).store(file(id), 1000).sha256();
        rig.execute("update upload set received = 400 where id = '" + id + "'");

        refused(Reason.WRONG_OFFSET, () -> send(id, 400, new byte[600], 0, 600));

        assertThat(receive.find(OWNER, id).isComplete()).isTrue();
        try (var content = rig.get(BlobStore.class).open(blob).orElseThrow()) {
            assertThat(content.stream(0).readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void anEmptyFileCanBeReadThoughNothingWasSent() throws Exception {
        try (var content = rig.get(UploadStaging.class).read(receive.find(OWNER, announce(0)))) {
            assertThat(content.read()).isNegative();
        }
    }

    @Test
    void anUploadExpiresAfterTenDaysAndIsSwept() throws Exception {
        var id = announce(1000);
        send(id, 0, random(1000), 0, 500);
        assertThat(receive.find(OWNER, id).expiresAt())
                .isBetween(
                        rig.clock().instant().plus(Duration.ofDays(9)),
                        rig.clock().instant().plus(Duration.ofDays(10)));

        rig.clock().forward(Duration.ofDays(10));

        refused(Reason.EXPIRED, () -> send(id, 500, random(500), 0, 500));
        rig.get(UploadSweep.class).run();
        refused(Reason.UNKNOWN, () -> receive.find(OWNER, id));
        assertThat(file(id)).doesNotExist();
    }

    @Test
    void anUploadForWhichSomethingWaitsDoesNotExpireUntilItWaitsNoLonger() throws Exception {
        var id = announce(10);
        send(id, 0, random(10), 0, 10);
        rig.get(AwaitedUploads.class).await(id);

        rig.clock().forward(Duration.ofDays(11));
        rig.get(UploadSweep.class).run();
        assertThat(receive.find(OWNER, id).expiresAt())
                .isAfter(rig.clock().instant().plus(Duration.ofDays(9)));
        assertThat(file(id)).exists();

        rig.get(AwaitedUploads.class).forget(id);
        rig.clock().forward(Duration.ofDays(11));
        rig.get(UploadSweep.class).run();
        refused(Reason.UNKNOWN, () -> receive.find(OWNER, id));
    }

    @Test
    void whatCannotBeGivenUpKeepsNeitherTheOthersNorWhoAnnouncesAFile() throws Exception {
        var uploads = folder.resolve("data/media/uploads");
        var broken = List.of("0".repeat(32), "f".repeat(32));
        for (var name : broken) {
            Files.createDirectories(uploads.resolve(name));
        }
        var orphans = Stream.of("1", "2", "3", "d", "e")
                .map(digit -> uploads.resolve(digit.repeat(32)))
                .toList();
        for (var orphan : orphans) {
            Files.write(orphan, new byte[10]);
        }

        rig.get(UploadSweep.class).makeRoom();

        assertThat(orphans).allSatisfy(orphan -> assertThat(orphan).doesNotExist());
        for (var name : broken) {
            Files.delete(uploads.resolve(name));
        }
    }

    @Test
    void whatWasAnnouncedAndNeverSentKeepsRoomFromOthersForADayOnly() throws Exception {
        // So that nothing else is on its way.
        rig.clock().forward(Upload.LIFE);
        // What is still to come counts, and once more what is to be taken into the store.
        var silent = announce(1000);
        var begun = announce(1000);
        send(begun, 0, random(400), 0, 400);
        assertThat(bytesToCome()).isEqualTo(2000 + 1600);

        rig.clock().forward(Duration.ofHours(25));

        assertThat(bytesToCome()).isEqualTo(1600);
        assertThat(send(silent, 0, random(1000), 0, 300)).isEqualTo(300);
        assertThat(bytesToCome()).isEqualTo(1700 + 1600);
    }

    @Test
    void bytesThatAreNeededAgainInTheVeryMomentInWhichTheyAreGivenUpStay() throws Exception {
        var bytes = random(1000);
        var id = announce(bytes.length);
        send(id, 0, bytes, 0, bytes.length);
        rig.in(() -> {
            rig.get(Uploads.class)
                    .lock(id)
                    .orElseThrow()
                    .settle(rig.clock().instant().minusSeconds(1));
            return id;
        });

        var sweeping = rig.in(() -> {
            rig.get(Uploads.class)
                    .lock(id)
                    .orElseThrow()
                    .become(anAsset(), rig.clock().instant());
            var sweep = CompletableFuture.runAsync(() -> makeRoom());
            Until.answer(() -> sweep.isDone() || rig.number(WAITING) > 0, happened -> happened);
            return sweep;
        });
        sweeping.join();

        assertThat(file(id)).hasBinaryContent(bytes);
    }

    private static void makeRoom() {
        try {
            rig.get(UploadSweep.class).makeRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long anAsset() throws SQLException {
        return rig.number("insert into media_asset (kind, original_name, state, created_at)"
                + " values ('audio', 'con-bo.mp3', 'received', now()) returning id");
    }

    private static long bytesToCome() {
        return rig.get(Uploads.class).bytesToCome(rig.clock().instant());
    }

    private static String announce(long length) {
        return rig.get(AnnounceUpload.class).announce(OWNER, NAME, length).id();
    }

    private static long send(String id, long offset, byte[] bytes, int from, int length) throws IOException {
        return receive.receive(OWNER, id, offset, length, null, new ByteArrayInputStream(bytes, from, length));
    }

    private static InputStream breakingOff(byte[] bytes, int after) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, after), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        });
    }

    private static Path file(String id) {
        return folder.resolve("data/media/uploads").resolve(id);
    }

    private static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
