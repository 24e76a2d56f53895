package vn.loa.subtitles;

import java.util.ArrayList;
import java.util.List;
import vn.loa.subtitles.SubtitleWarning.Kind;
import vn.loa.subtitles.SubtitlesRefused.Reason;

/** What has been read of a file so far: cues that can be shown, and what was left out. */
final class Reading {
    /** More than a day's film needs. */
    static final int MOST_CUES = 20_000;

    /** In characters with tags: more than fills any screen. */
    static final int LONGEST_CUE = 10_000;

    /** Hours have two digits in every format; what is later is a slip of the pen. */
    static final long LATEST = 100 * 3_600_000L - 1;

    private final List<TimedText> cues = new ArrayList<>();
    private final Warnings warnings;

    Reading(Warnings warnings) {
        this.warnings = warnings;
    }

    /**
     * Takes a cue unless it makes no sense; then a warning says so.
     *
     * @param line where it begins in the file
     * @param markup as WebVTT writes the text of a cue, of whatever quality
     * @throws SubtitlesRefused when there are more than {@value #MOST_CUES}
     */
    void add(int line, CueTiming timing, String markup) {
        if (timing.endMillis() > LATEST) {
            passOver(Kind.TOO_LATE, line);
        } else if (timing.endMillis() <= timing.startMillis()) {
            passOver(Kind.ENDS_BEFORE_START, line);
        } else {
            keep(line, timing, markup);
        }
    }

    /** Notes that something at this line is left out. */
    void passOver(Kind kind, int line) {
        warnings.add(SubtitleWarning.line(kind, line));
    }

    private void keep(int line, CueTiming timing, String markup) {
        if (markup.length() > LONGEST_CUE) {
            tooMuch(line);
            return;
        }
        var text = CueText.parse(markup);
        if (text.markup().length() > LONGEST_CUE) {
            tooMuch(line);
            return;
        }
        if (text.plain().isBlank()) {
            passOver(Kind.EMPTY, line);
            return;
        }
        if (cues.size() == MOST_CUES) {
            throw new SubtitlesRefused(Reason.TOO_MANY_CUES, line, "There are more than %,d cues".formatted(MOST_CUES));
        }
        cues.add(new TimedText(timing.startMillis(), timing.endMillis(), timing.settings(), text));
    }

    private void tooMuch(int line) {
        warnings.add(SubtitleWarning.line(Kind.TOO_MUCH_TEXT, line, LONGEST_CUE));
    }

    /** In order of time. */
    List<TimedText> cues() {
        cues.sort(TimedText.IN_TIME);
        return cues;
    }
}
