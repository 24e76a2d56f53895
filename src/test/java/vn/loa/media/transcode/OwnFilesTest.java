package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Failure.Reason;

/** Files that we made ourselves and that are broken all the same: whoever sent the source can do nothing about them. */
class OwnFilesTest extends UsesFfmpeg {
    private static final String BROKEN = "broken.mp4";

    @Test
    void aBrokenFileOfOursIsNeverTheFaultOfWhoSentTheSource() throws Exception {
        var tone = made(FileFormat.WAVE, "tone.wav", "-f lavfi -i sine=d=1");
        var probe = done(probed(tone));
        try (var work = WorkFolder.in(empty("out"), tone)) {
            Files.writeString(work.file(BROKEN), "neither sound nor picture");
            var encoding = new Encoding(ffmpeg(), PROFILES, probe, work, new Span(Progress.UNWATCHED));

            ours(() -> new FileMeasure(ffmpeg()).timed(work, BROKEN));
            ours(() -> new Joining(encoding).join("V0", Joining.Video.of(BROKEN), Optional.empty()));
            ours(() -> new PictureEncoding(encoding).sizes(BROKEN, "poster"));
            ours(() -> new DubAlignment(ffmpeg()).offset(work.file(BROKEN), work.file(BROKEN), empty("aligned")));
        }
    }

    private static void ours(ThrowingCallable act) {
        var failure = catchThrowableOfType(TranscodingFailed.class, act).failure();

        assertThat(failure.isData()).as(failure.toString()).isFalse();
        assertThat(failure.reason()).isEqualTo(Reason.CRASHED);
    }
}
