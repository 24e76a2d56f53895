package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.testing.SmallDisk;
import vn.loa.testing.rig.Rig;

/** Uploads to a disk that fills up. */
class FullDiskIT {
    private static final String OWNER = "bientap";
    private static final int LENGTH = 20 << 20;

    @TempDir
    private Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(folder.resolve("disk"), 128);
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void whatIsAcknowledgedStaysTrueWhenTheDiskIsFull() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(
                        postgres.database(), "full_disk", disk.folder().resolve("data"), Map.of())) {
            var receive = rig.get(ReceiveUpload.class);
            var bytes = new byte[LENGTH];
            new Random(1).nextBytes(bytes);
            refused(Reason.NO_ROOM, () -> announce(rig, 100 << 20));
            // It fits, but not a second time in the store.
            refused(Reason.NO_ROOM, () -> announce(rig, 40 << 20));
            var id = announce(rig, LENGTH);
            receive.receive(OWNER, id, 0, 1 << 20, null, new ByteArrayInputStream(bytes, 0, 1 << 20));

            disk.fill(4 << 20);
            refused(Reason.NO_ROOM, () -> announce(rig, 1));
            refused(Reason.NO_ROOM, () -> send(receive, id, bytes, LENGTH - (1 << 20)));
            refused(Reason.NO_ROOM, () -> send(receive, id, bytes, -1));
            assertThat(receive.find(OWNER, id).received()).isEqualTo(1 << 20);
            assertThat(disk.folder().resolve("data/media/uploads").resolve(id)).hasSize(1 << 20);

            disk.free();
            assertThat(send(receive, id, bytes, -1)).isEqualTo(LENGTH);
            assertThat(disk.folder().resolve("data/media/uploads").resolve(id)).hasBinaryContent(bytes);
        }
    }

    @Test
    void bytesThatAreNeededNoLongerMakeRoomForAFileThatIsAnnounced() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(
                        postgres.database(), "full_disk", disk.folder().resolve("data"), Map.of())) {
            var used = announce(rig, LENGTH);
            rig.get(ReceiveUpload.class)
                    .receive(OWNER, used, 0, LENGTH, null, new ByteArrayInputStream(new byte[LENGTH]));
            refused(Reason.NO_ROOM, () -> announce(rig, 25 << 20));

            rig.execute("update upload set settled_at = now() - interval '1 hour'");
            announce(rig, 25 << 20);

            assertThat(disk.folder().resolve("data/media/uploads").resolve(used))
                    .doesNotExist();
        }
    }

    /** They are a blob, too: their end would give no room. */
    @Test
    void bytesThatTheStoreHasTakenKeepTheirDayHoweverLittleRoomThereIs() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(
                        postgres.database(), "full_disk", disk.folder().resolve("data"), Map.of())) {
            var used = announce(rig, LENGTH);
            rig.get(ReceiveUpload.class)
                    .receive(OWNER, used, 0, LENGTH, null, new ByteArrayInputStream(new byte[LENGTH]));
            var bytes = disk.folder().resolve("data/media/uploads").resolve(used);
            Files.createLink(disk.folder().resolve("blob"), bytes);
            rig.execute("update upload set settled_at = now() - interval '1 hour'");

            refused(Reason.NO_ROOM, () -> announce(rig, 25 << 20));
            assertThat(bytes).hasSize(LENGTH);

            rig.clock().forward(Duration.ofDays(1));
            rig.get(UploadSweep.class).run();
            assertThat(bytes).doesNotExist();
        }
    }

    @Test
    void whereTheLargestFileHasNoRoomBytesGoAsSoonAsTheyAreNeededNoLonger() throws Exception {
        // Once it would fit, but not twice.
        var settings = Map.of("loa.media.max.bytes", Integer.toString(40 << 20));
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(
                        postgres.database(), "full_disk", disk.folder().resolve("data"), settings)) {
            var used = announce(rig, 1000);
            rig.get(ReceiveUpload.class).receive(OWNER, used, 0, 1000, null, new ByteArrayInputStream(new byte[1000]));
            rig.get(UploadSweep.class).run();
            assertThat(disk.folder().resolve("data/media/uploads").resolve(used))
                    .hasSize(1000);

            rig.execute("update upload set settled_at = now() - interval '1 hour'");
            rig.get(UploadSweep.class).run();

            assertThat(disk.folder().resolve("data/media/uploads").resolve(used))
                    .doesNotExist();
        }
    }

    private static String announce(Rig rig, long length) {
        return rig.get(AnnounceUpload.class)
                .announce(OWNER, new UploadedName("a.mp4", null), length)
                .id();
    }

    private static long send(ReceiveUpload receive, String id, byte[] bytes, long said) throws IOException {
        return receive.receive(
                OWNER, id, 1 << 20, said, null, new ByteArrayInputStream(bytes, 1 << 20, LENGTH - (1 << 20)));
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
