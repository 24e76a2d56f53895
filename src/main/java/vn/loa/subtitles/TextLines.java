package vn.loa.subtitles;

import org.jspecify.annotations.Nullable;
import vn.loa.subtitles.SubtitlesRefused.Reason;

/** The lines of a text: CR, LF or both end one; NUL becomes U+FFFD. */
final class TextLines {
    /** Longer than any line a person writes, and than most that programs write for a drawing. */
    static final int LONGEST = 50_000;

    private final String text;
    private int at;
    private int number;
    private @Nullable String unread;

    TextLines(String text) {
        this.text = text;
    }

    /**
     * The next line without its end; null when there is none.
     *
     * @throws SubtitlesRefused when it is longer than {@value #LONGEST} characters
     */
    @Nullable String next() {
        var again = unread;
        if (again != null) {
            unread = null;
            return again;
        }
        if (at == text.length()) {
            return null;
        }
        number++;
        var end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        if (end - at > LONGEST) {
            throw new SubtitlesRefused(
                    Reason.LINE_TOO_LONG, number, "A line has more than %,d characters".formatted(LONGEST));
        }
        var line = text.substring(at, end).replace('\0', '\ufffd');
        at = Math.min(text.length(), end + (text.startsWith("\r\n", end) ? 2 : 1));
        return line;
    }

    /** Makes {@link #next} give this line once more. */
    void unread(String line) {
        unread = line;
    }

    /** Of the line given last, from 1; 0 before the first. */
    int number() {
        return number;
    }
}
