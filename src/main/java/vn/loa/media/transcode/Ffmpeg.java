package vn.loa.media.transcode;

/** The programs ffmpeg and ffprobe on this machine, and the sandbox they run in. Safe for use by many threads. */
public final class Ffmpeg {
    /**
     * Finds the programs, and tries whether they have what the profiles need and which parts of the sandbox work here.
     *
     * @throws FfmpegMissing with one sentence for the operator when there is none that will do
     */
    public static Ffmpeg find(FfmpegSettings settings) {
        throw new UnsupportedOperationException("follows");
    }

    /** Such as {@code 5.1.9-0+deb12u1}. */
    public String version() {
        throw new UnsupportedOperationException("follows");
    }
}
