package vn.loa.subtitles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WebVTT, read by the algorithm of its specification (chapter 6.1): what is malformed is passed over, block by block. Headers, regions,
 * styles, notes and cue names are not kept. Written in NFC with hours in every time.
 */
public final class WebVtt {
    /** More than a day's film needs. */
    static final int MOST_CUES = 20_000;

    private static final String SIGNATURE = "WEBVTT";

    private WebVtt() {}

    /**
     * Reads a file to its end.
     *
     * @param file in UTF-8, with or without a byte order mark; bytes that are not UTF-8 become U+FFFD
     * @return the cues that say something, in order of time
     * @throws SubtitlesRefused when it is no WebVTT, has a line of more than {@value VttLines#LONGEST} characters or more than
     *     {@value #MOST_CUES} cues
     */
    public static List<TimedText> parse(InputStream file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return parse(new BufferedReader(new InputStreamReader(file, decoder)));
    }

    /** As {@link #parse(InputStream)}, of characters. Reads one by one: give a buffered reader. */
    public static List<TimedText> parse(Reader file) throws IOException {
        var lines = new VttLines(file);
        requireSignature(lines.next());
        skipHeader(lines);
        var cues = new ArrayList<TimedText>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty()) {
                continue;
            }
            lines.unread(line);
            var cue = block(lines);
            if (cue != null && !cue.text().plain().isBlank()) {
                if (cues.size() == MOST_CUES) {
                    throw new SubtitlesRefused("There are more than %,d cues".formatted(MOST_CUES));
                }
                cues.add(cue);
            }
        }
        cues.sort(TimedText.IN_TIME);
        return cues;
    }

    private static void requireSignature(@Nullable String first) {
        var line = first == null ? "" : first.startsWith("\ufeff") ? first.substring(1) : first;
        var signed = line.equals(SIGNATURE) || line.startsWith(SIGNATURE + " ") || line.startsWith(SIGNATURE + "\t");
        if (!signed) {
            throw new SubtitlesRefused("The file does not begin with " + SIGNATURE);
        }
    }

    /** Up to the first empty line or, where that was forgotten, the first cue. */
    private static void skipHeader(VttLines lines) throws IOException {
        for (var line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            if (line.contains("-->")) {
                lines.unread(line);
                return;
            }
        }
    }

    /** The specification's "collect a WebVTT block", outside the header; null when the block is no cue. */
    private static @Nullable TimedText block(VttLines lines) throws IOException {
        CueTiming timing = null;
        var seenArrow = false;
        var text = new StringBuilder();
        var count = 0;
        for (var line = lines.next(); line != null && !line.isEmpty(); line = lines.next()) {
            count++;
            if (!line.contains("-->")) {
                text.append(text.length() == 0 ? "" : "\n").append(line);
            } else if (count == 1 || count == 2 && !seenArrow) {
                seenArrow = true;
                timing = CueTiming.parse(line).orElse(null);
                text.setLength(0);
            } else {
                lines.unread(line);
                break;
            }
            if (text.length() > VttLines.LONGEST) {
                text.setLength(VttLines.LONGEST);
            }
        }
        return timing == null
                ? null
                : new TimedText(
                        timing.startMillis(), timing.endMillis(), timing.settings(), CueText.parse(text.toString()));
    }

    /** Writes cues as a WebVTT file that {@link #parse(Reader)} reads back as the same cues. */
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
