package vn.loa.subtitles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.subtitles.SubtitleWarning.Kind;

/**
 * WebVTT, read by the algorithm of its specification (chapter 6.1): what is malformed is passed over, block by block. Headers, regions,
 * styles, notes and cue names are not kept. Written in NFC with hours in every time, and with nothing in its header.
 */
public final class WebVtt {
    private static final String SIGNATURE = "WEBVTT";

    private WebVtt() {}

    static boolean isSignature(String line) {
        return line.equals(SIGNATURE) || line.startsWith(SIGNATURE + " ") || line.startsWith(SIGNATURE + "\t");
    }

    /** Reads a file whose first line is the signature. */
    static void read(TextLines lines, Reading reading) {
        lines.next();
        skipHeader(lines);
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (!line.isEmpty()) {
                lines.unread(line);
                block(lines, reading);
            }
        }
    }

    /** Up to the first empty line or, where that was forgotten, the first cue. */
    private static void skipHeader(TextLines lines) {
        for (var line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            if (line.contains("-->")) {
                lines.unread(line);
                return;
            }
        }
    }

    /** The specification's "collect a WebVTT block", outside the header. */
    private static void block(TextLines lines, Reading reading) {
        CueTiming timing = null;
        var seenArrow = false;
        var text = new StringBuilder();
        var count = 0;
        var begin = 0;
        for (var line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            count++;
            if (!line.contains("-->")) {
                append(text, line);
            } else if (count == 1 || count == 2 && !seenArrow) {
                seenArrow = true;
                begin = lines.number();
                timing = timing(line, lines, reading);
                text.setLength(0);
            } else {
                lines.unread(line);
                break;
            }
        }
        if (timing != null) {
            reading.add(begin, timing, text.toString());
        }
    }

    private static @Nullable CueTiming timing(String line, TextLines lines, Reading reading) {
        var timing = CueTiming.parse(line);
        if (timing.isEmpty()) {
            reading.passOver(Kind.UNREADABLE_TIME, lines.number());
        }
        return timing.orElse(null);
    }

    /** Keeps one character more than is taken, so that the cut is noticed. */
    static void append(StringBuilder text, String line) {
        if (text.length() <= Reading.LONGEST_CUE) {
            text.append(text.length() == 0 ? "" : "\n").append(line);
        }
    }

    /** Writes cues as a WebVTT file that is read back as the same cues. */
    public static String write(List<TimedText> cues) {
        var file = new StringBuilder(SIGNATURE).append('\n');
        for (var cue : cues) {
            file.append('\n')
                    .append(CueTiming.moment(cue.startMillis()))
                    .append(" --> ")
                    .append(CueTiming.moment(cue.endMillis()))
                    .append(cue.settings().isEmpty() ? "" : " ")
                    .append(cue.settings())
                    .append('\n')
                    .append(cue.text().markup())
                    .append('\n');
        }
        return file.toString();
    }
}
