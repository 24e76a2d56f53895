package vn.loa.subtitles;

import java.util.Comparator;

/**
 * A cue as read from a file.
 *
 * @param settings where it stands on the picture, in WebVTT's words, valid ones only; empty for the usual place
 */
public record TimedText(long startMillis, long endMillis, String settings, CueText text) {
    /** As browsers order cues: by start; of those that start together the longer first. */
    static final Comparator<TimedText> IN_TIME = Comparator.comparingLong(TimedText::startMillis)
            .thenComparing(Comparator.comparingLong(TimedText::endMillis).reversed());
}
