package vn.loa.subtitles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a transcript: what one person says until another speaks or there is a pause.
 *
 * @param speaker who says it; null when nobody is named
 * @param lines one for each cue, at least one
 */
public record Paragraph(@Nullable String speaker, List<Line> lines) {
    /** In milliseconds: after such silence something new begins. */
    static final long PAUSE = 2_000;

    /** What a cue says, on one line. @param millis when it is said; @param language it is marked to be in; null when it is the track's */
    public record Line(long millis, String text, @Nullable String language) {
        public static Line of(Cue cue) {
            return new Line(
                    cue.startMillis(),
                    cue.text().replace('\n', ' '),
                    cue.language().orElse(null));
        }
    }

    public Paragraph {
        lines = List.copyOf(lines);
    }

    /** Of cues in order of time. */
    public static List<Paragraph> of(List<Cue> cues) {
        var paragraphs = new ArrayList<Paragraph>();
        var lines = new ArrayList<Line>();
        var speaker = Optional.<String>empty();
        var silentFrom = Long.MIN_VALUE;
        for (var cue : cues) {
            var begins = !cue.speaker().equals(speaker) || cue.startMillis() - PAUSE > silentFrom;
            if (begins && !lines.isEmpty()) {
                paragraphs.add(new Paragraph(speaker.orElse(null), lines));
                lines.clear();
            }
            speaker = cue.speaker();
            lines.add(Line.of(cue));
            silentFrom = Math.max(silentFrom, cue.endMillis());
        }
        if (!lines.isEmpty()) {
            paragraphs.add(new Paragraph(speaker.orElse(null), lines));
        }
        return paragraphs;
    }

    /** When it begins, in whole seconds. */
    public long second() {
        return lines.get(0).millis() / 1000;
    }

    /** All of it. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining(" "));
    }
}
