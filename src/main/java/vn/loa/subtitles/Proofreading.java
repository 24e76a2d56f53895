package vn.loa.subtitles;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.subtitles.SubtitleWarning.Kind;

/** Looks at cues as their readers will: what comes too fast, too long, at the same time. The limits are those of common style guides. */
public final class Proofreading {
    /** Characters a second that a practised reader manages. */
    static final int FASTEST = 17;

    /** Characters a line, so that two lines do not cover the picture. */
    static final int LONGEST_LINE = 42;

    static final int MOST_LINES = 2;

    /** Two frames at 25 a second: a shorter gap is a flicker; none at all is not seen. */
    static final int SHORTEST_GAP = 80;

    /** In milliseconds: 5/6 of a second, under which a cue is gone before the eye finds it. */
    static final int SHORTEST = 833;

    /** In milliseconds: after that people begin to read again. */
    static final int LONGEST = 7_000;

    /** What people call a character, whatever it is made of. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private final List<TimedText> cues;
    private final Warnings warnings = new Warnings();

    private Proofreading(List<TimedText> cues) {
        this.cues = cues;
    }

    /**
     * Warns about cues one by one, in their order. Linear.
     *
     * @param cues in order of time
     * @param film how long the work is; null when nobody knows
     */
    public static List<SubtitleWarning> of(List<TimedText> cues, @Nullable Duration film) {
        var proof = new Proofreading(cues);
        var last = -1;
        for (var i = 0; i < cues.size(); i++) {
            proof.neighbour(i, last);
            proof.time(i);
            proof.text(i);
            if (film != null) {
                proof.end(i, film.toMillis());
            }
            last = last < 0 || cues.get(i).endMillis() > cues.get(last).endMillis() ? i : last;
        }
        return proof.warnings.list();
    }

    /** @param last which of the cues before is shown longest */
    private void neighbour(int index, int last) {
        if (last < 0) {
            return;
        }
        var gap = cues.get(index).startMillis() - cues.get(last).endMillis();
        if (gap < 0) {
            var shared =
                    Math.min(-gap, cues.get(index).endMillis() - cues.get(index).startMillis());
            warn(Kind.OVERLAP, index, last + 1, shared);
        } else if (gap > 0 && gap < SHORTEST_GAP) {
            warn(Kind.SHORT_GAP, index, gap);
        }
    }

    private void time(int index) {
        var shown = cues.get(index).endMillis() - cues.get(index).startMillis();
        if (shown < SHORTEST) {
            warn(Kind.TOO_SHORT, index, shown);
        } else if (shown > LONGEST) {
            warn(Kind.TOO_LONG, index, shown / 1000d);
        }
    }

    private void text(int index) {
        var cue = cues.get(index);
        var lines = cue.text().plain().lines().toList();
        if (lines.size() > MOST_LINES) {
            warn(Kind.MANY_LINES, index, lines.size());
        }
        var all = 0;
        for (var i = 0; i < lines.size(); i++) {
            var length = length(lines.get(i));
            all += length;
            if (length > LONGEST_LINE) {
                warn(Kind.LONG_LINE, index, i + 1, length);
            }
        }
        if (all * 1000L > FASTEST * (cue.endMillis() - cue.startMillis())) {
            warn(Kind.FAST, index, all * 1000d / (cue.endMillis() - cue.startMillis()));
        }
        if (cue.text().plain().indexOf('\ufffd') >= 0) {
            warn(Kind.LOST_LETTERS, index);
        }
    }

    private void end(int index, long film) {
        if (cues.get(index).endMillis() > film) {
            warn(Kind.PAST_END, index, cues.get(index).endMillis() - film);
        }
    }

    private void warn(Kind kind, int index, Number... figures) {
        warnings.add(SubtitleWarning.cue(kind, index + 1, cues.get(index), figures));
    }

    private static int length(String line) {
        return (int) CHARACTER.matcher(line).results().count();
    }
}
