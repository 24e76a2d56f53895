package vn.loa.subtitles;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a WebVTT file: CR, LF or both end one; NUL becomes U+FFFD. Reads no further than it is asked to. */
final class VttLines {
    /** Longer than any line a person writes. */
    static final int LONGEST = 10_000;

    private final Reader reader;
    private int pending = -2;
    private int number;
    private @Nullable String unread;

    VttLines(Reader reader) {
        this.reader = reader;
    }

    /**
     * The next line without its end; null when there is none.
     *
     * @throws SubtitlesRefused when it is longer than {@value #LONGEST} characters
     */
    @Nullable String next() throws IOException {
        var again = unread;
        if (again != null) {
            unread = null;
            return again;
        }
        var c = read();
        if (c < 0) {
            return null;
        }
        number++;
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n' && c != '\r'; c = read()) {
            if (line.length() == LONGEST) {
                throw new SubtitlesRefused("Line %d is longer than %,d characters".formatted(number, LONGEST));
            }
            line.append(c == 0 ? '\ufffd' : (char) c);
        }
        if (c == '\r') {
            var after = read();
            pending = after == '\n' ? -2 : after;
        }
        return line.toString();
    }

    /** Makes {@link #next} give this line once more. */
    void unread(String line) {
        unread = line;
    }

    /** Of the line given last, from 1. */
    int number() {
        return number;
    }

    private int read() throws IOException {
        if (pending == -2) {
            return reader.read();
        }
        var c = pending;
        pending = c < 0 ? c : -2;
        return c;
    }
}
