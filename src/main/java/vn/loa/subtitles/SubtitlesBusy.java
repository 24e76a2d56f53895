package vn.loa.subtitles;

import vn.loa.common.Messages;
import vn.loa.common.Texts;

/** So many files are read at this moment that one more would have to wait for long. Nothing has happened; it may be tried again. */
public final class SubtitlesBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** When to come again, in seconds. */
    public static final int SECONDS = 10;

    /** What to do about it, for the person who sent the file. */
    public Texts explanation() {
        return Messages.complete(messages -> messages.text("subtitles.busy", SECONDS));
    }

    SubtitlesBusy() {
        super("Other subtitles are being read; try again in %d seconds".formatted(SECONDS));
    }
}
