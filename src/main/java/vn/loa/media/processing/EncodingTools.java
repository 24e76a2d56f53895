package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.loa.media.transcode.Encoder;
import vn.loa.media.transcode.FfmpegMissing;
import vn.loa.media.transcode.Prober;
import vn.loa.media.transcode.Transcoding;

/** What looks at files and encodes them; a machine without it serves pages all the same, and its jobs wait for one that has it. */
@ApplicationScoped
class EncodingTools {
    @Inject
    private Transcoding transcoding;

    /** @throws FfmpegMissing on a machine without it */
    Prober prober() {
        return transcoding.prober().orElseThrow(EncodingTools::missing);
    }

    /** @throws FfmpegMissing on a machine without it */
    Encoder encoder() {
        return transcoding.encoder().orElseThrow(EncodingTools::missing);
    }

    boolean areThere() {
        return transcoding.encoder().isPresent();
    }

    private static FfmpegMissing missing() {
        return new FfmpegMissing("This machine has no ffmpeg that will do");
    }
}
