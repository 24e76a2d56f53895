package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.testing.SmallDisk;

/** ffmpeg itself ends well although a file was cut short for want of room: no such file is taken for a whole one. */
class FullDiskTest extends UsesFfmpeg {
    private static final int MEGABYTES = 16;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    /** @param kilobytes that are free: too few for all that is made, at one or another place */
    @ParameterizedTest
    @ValueSource(ints = {8, 24, 64, 160})
    void whatWasCutShortIsNoFile(int kilobytes) throws Exception {
        var source = made(FileFormat.WAVE, "tone.wav", "-f lavfi -i sine=d=10");
        var probe = done(probed(source));
        disk.fill(kilobytes << 10);

        for (var step : new String[] {"small", "full"}) {
            var encoder = new Encoder(ffmpeg(), PROFILES);
            var outcome = step.equals("small")
                    ? encoder.small(source, probe, disk.folder(), Progress.UNWATCHED)
                    : encoder.full(source, probe, disk.folder(), Progress.UNWATCHED);

            assertThat(failed(outcome).reason()).as(step).isEqualTo(Reason.NO_SPACE);
        }
    }
}
