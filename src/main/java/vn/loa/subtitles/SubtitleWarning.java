package vn.loa.subtitles;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.common.Coded;
import vn.loa.common.Messages;
import vn.loa.common.Wording;

/**
 * Something in timed text that an editor may want to put right. Nothing is held back because of it.
 *
 * @param place number of the cue, or of the line in the file, from 1; 0 for the whole
 * @param millis when the cue begins; 0 when it is about no cue
 * @param figures as {@link Kind} says
 */
public record SubtitleWarning(Kind kind, int place, long millis, List<Number> figures) {
    /** What a warning is about. Each has a text for editors, {@code subtitles.warning.…}. */
    public enum Kind implements Coded {
        /** About a line: a time cannot be read. The cue is left out. */
        UNREADABLE_TIME,
        /** About a line: the cue does not end after it begins. It is left out. */
        ENDS_BEFORE_START,
        /** About a line: the cue ends after 99 hours. It is left out. */
        TOO_LATE,
        /** About a line: the cue says nothing. It is left out. */
        EMPTY,
        /** About a line: text belongs to no cue. It is left out. */
        STRAY_TEXT,
        /** About a line: the cue has more characters than the figure says. It is left out. */
        TOO_MUCH_TEXT,
        /** About the whole: the encoding has no accented capitals, those set in capital fonts came out small. */
        CAPITALS,
        /** About the whole: its letters seem to be those of an older encoding, misread before it was saved as Unicode. They are as they were. */
        MISREAD,
        /** About the whole: its letters were those of an older encoding, misread before it was saved as Unicode. They were put right. */
        REREAD,
        /** About a cue: letters were lost before it came here. */
        LOST_LETTERS,
        /** About a cue: it begins while the cue of the first figure is still shown, for milliseconds of the second. */
        OVERLAP,
        /** About a cue: after the one before the screen is empty for milliseconds of the figure, too short to be seen. */
        SHORT_GAP,
        /** About a cue: one has to read as many characters a second as the figure says. */
        FAST,
        /** About a cue: its line of the first figure has as many characters as the second says. */
        LONG_LINE,
        /** About a cue: it has as many lines as the figure says. */
        MANY_LINES,
        /** About a cue: it is shown for milliseconds of the figure only. */
        TOO_SHORT,
        /** About a cue: it is shown for seconds of the figure. */
        TOO_LONG,
        /** About a cue: it is shown for milliseconds of the figure after the film has ended. */
        PAST_END,
        /** About the whole: there are as many more warnings as the figure says. */
        MORE;

        /** Whether something of the file was left out. */
        public boolean isLoss() {
            return compareTo(TOO_MUCH_TEXT) <= 0;
        }
    }

    public SubtitleWarning {
        figures = List.copyOf(figures);
    }

    static SubtitleWarning whole(Kind kind, Number... figures) {
        return new SubtitleWarning(kind, 0, 0, Arrays.asList(figures));
    }

    static SubtitleWarning line(Kind kind, int line, Number... figures) {
        return new SubtitleWarning(kind, line, 0, Arrays.asList(figures));
    }

    static SubtitleWarning cue(Kind kind, int cue, TimedText text, Number... figures) {
        return new SubtitleWarning(kind, cue, text.startMillis(), Arrays.asList(figures));
    }

    /** In words, for editors. */
    public String text(Messages messages) {
        var clock = new Wording(messages).clock(millis);
        return messages.text(
                "subtitles.warning." + kind.code(),
                Stream.concat(Stream.of(place, clock), figures.stream()).toArray());
    }
}
