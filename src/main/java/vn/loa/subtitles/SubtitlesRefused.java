package vn.loa.subtitles;

import vn.loa.common.Messages;
import vn.loa.common.Saying;

/** Timed text is not taken in, for a reason its owner can understand. */
public final class SubtitlesRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. Each has a text for its owner, {@code subtitles.refused.…}. */
    public enum Reason {
        EMPTY("empty", 0),
        /** Larger than the limit, in MB. */
        TOO_LARGE("too-large", SubtitleFile.MOST_BYTES >> 20),
        TOO_MANY_CUES("too-many-cues", Reading.MOST_CUES),
        LINE_TOO_LONG("line-too-long", TextLines.LONGEST),
        UNKNOWN_FORMAT("unknown-format", 0),
        UNKNOWN_ENCODING("unknown-encoding", 0),
        /** It says that it is UTF-8 or UTF-16 and is not. */
        BROKEN_ENCODING("broken-encoding", 0),
        /** Nothing in it can be shown. */
        NO_CUE("no-cue", 0);

        private final String code;
        private final int limit;

        Reason(String code, int limit) {
            this.code = code;
            this.limit = limit;
        }

        /** As the API and the message bundles write it. */
        public String code() {
            return code;
        }

        /** What to do about it, for the person who sent the file. @param line in the file, from 1; 0 for the whole */
        public String text(Messages messages, int line) {
            return saying(line).in(messages);
        }

        /** The same, to be said later. */
        public Saying saying(int line) {
            return Saying.of("subtitles.refused." + code, line, limit);
        }
    }

    private final Reason reason;
    private final int line;

    /**
     * @param line of the file, from 1; 0 when it is about the whole
     * @param detail for logs, in English
     */
    public SubtitlesRefused(Reason reason, int line, String detail) {
        super(detail);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** Of the file, from 1; 0 when it is about the whole. */
    public int line() {
        return line;
    }
}
