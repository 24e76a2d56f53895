package vn.loa.media.transcode;

/** There is no ffmpeg that will do; the message is one sentence for the operator. */
public final class FfmpegMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FfmpegMissing(String message) {
        super(message);
    }
}
