package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalPostgres;
import vn.loa.media.uploads.UploadRefused.Reason;
import vn.loa.testing.Machine;
import vn.loa.testing.rig.Rig;

/** A disk of its own that fills up. Needs the right to mount one; without it the test is skipped, and says so. */
class FullDiskIT {
    private static final String OWNER = "bientap";
    private static final int LENGTH = 20 << 20;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk.toString()) == 0;
        assumeTrue(
                Machine.has(mounted, "mount", "a full disk has not been tested"), "No small disk can be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void whatIsAcknowledgedStaysTrueWhenTheDiskIsFull() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(postgres.database(), "full_disk", disk.resolve("data"), Map.of())) {
            var receive = rig.get(ReceiveUpload.class);
            var bytes = new byte[LENGTH];
            new Random(1).nextBytes(bytes);
            refused(Reason.NO_ROOM, () -> announce(rig, 100 << 20));
            // It fits, but not a second time in the store.
            refused(Reason.NO_ROOM, () -> announce(rig, 40 << 20));
            var id = announce(rig, LENGTH);
            receive.receive(OWNER, id, 0, 1 << 20, null, new ByteArrayInputStream(bytes, 0, 1 << 20));

            var ballast = fill();
            refused(Reason.NO_ROOM, () -> announce(rig, 1));
            refused(Reason.NO_ROOM, () -> send(receive, id, bytes, LENGTH - (1 << 20)));
            refused(Reason.NO_ROOM, () -> send(receive, id, bytes, -1));
            assertThat(receive.find(OWNER, id).received()).isEqualTo(1 << 20);
            assertThat(disk.resolve("data/media/uploads").resolve(id)).hasSize(1 << 20);

            Files.delete(ballast);
            assertThat(send(receive, id, bytes, -1)).isEqualTo(LENGTH);
            assertThat(disk.resolve("data/media/uploads").resolve(id)).hasBinaryContent(bytes);
        }
    }

    @Test
    void bytesThatAreNeededNoLongerMakeRoomForAFileThatIsAnnounced() throws Exception {
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(postgres.database(), "full_disk", disk.resolve("data"), Map.of())) {
            var used = announce(rig, LENGTH);
            rig.get(ReceiveUpload.class)
                    .receive(OWNER, used, 0, LENGTH, null, new ByteArrayInputStream(new byte[LENGTH]));
            refused(Reason.NO_ROOM, () -> announce(rig, 25 << 20));

            rig.execute("update upload set settled_at = now() - interval '1 hour'");
            announce(rig, 25 << 20);

            assertThat(disk.resolve("data/media/uploads").resolve(used)).doesNotExist();
        }
    }

    @Test
    void whereTheLargestFileHasNoRoomBytesGoAsSoonAsTheyAreNeededNoLonger() throws Exception {
        // Once it would fit, but not twice.
        var settings = Map.of("loa.media.max.bytes", Integer.toString(40 << 20));
        try (var postgres = LocalPostgres.start(folder.resolve("database"));
                var rig = Rig.start(postgres.database(), "full_disk", disk.resolve("data"), settings)) {
            var used = announce(rig, 1000);
            rig.get(ReceiveUpload.class).receive(OWNER, used, 0, 1000, null, new ByteArrayInputStream(new byte[1000]));
            rig.get(UploadSweep.class).run();
            assertThat(disk.resolve("data/media/uploads").resolve(used)).hasSize(1000);

            rig.execute("update upload set settled_at = now() - interval '1 hour'");
            rig.get(UploadSweep.class).run();

            assertThat(disk.resolve("data/media/uploads").resolve(used)).doesNotExist();
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

    /** Leaves less than what is to come. */
    private Path fill() throws IOException {
        var ballast = disk.resolve("ballast");
        var free = Files.getFileStore(disk).getUsableSpace() - (4 << 20);
        try (var channel = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var block = java.nio.ByteBuffer.allocate(1 << 20);
            for (var written = 0L; written < free; written += 1 << 20) {
                channel.write(block.clear());
            }
        }
        return ballast;
    }

    private static void refused(Reason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
