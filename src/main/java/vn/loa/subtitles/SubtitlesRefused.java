package vn.loa.subtitles;

/** Timed text is not taken in, for a reason its owner can understand. */
public final class SubtitlesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SubtitlesRefused(String message) {
        super(message);
    }
}
