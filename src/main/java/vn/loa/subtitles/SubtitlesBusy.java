package vn.loa.subtitles;

/** So many files are read at this moment that one more would have to wait for long. Nothing has happened; it may be tried again. */
public final class SubtitlesBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to come again, in seconds. */
    public static final int SECONDS = 10;

    SubtitlesBusy() {
        super("Other subtitles are being read; try again in %d seconds".formatted(SECONDS));
    }
}
