package vn.loa.subtitles;

import java.util.List;
import java.util.regex.Pattern;
import vn.loa.subtitles.SubtitleWarning.Kind;

/**
 * SubRip (.srt) and SBV, for which there is no specification: read as generous players read them. A cue goes from one line with times to the
 * next; numbers, empty lines and hours may be missing, a comma may be a dot.
 */
final class SubRip {
    private static final String MOMENT =
            "(?:(\\d{1,9})\\s?:\\s?)?([0-5]?\\d)\\s?:\\s?([0-5]?\\d)(?:\\s?[,.]\\s?(\\d{1,9}))?";
    private static final String ARROW = "\\s*(?:-{1,2}\\s?>|[–—]-?>|→)\\s*";

    /** What follows the times (X1:… Y2:…) is in pixels of a picture that nobody knows. */
    private static final Pattern SRT = Pattern.compile("\\s*" + MOMENT + ARROW + MOMENT + "(?:\\s.*)?");

    private static final String EXACT = "(\\d{1,9}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern SBV = Pattern.compile(EXACT + "," + EXACT + "\\s*");

    /** Meant as times, whatever is wrong with them. */
    private static final Pattern LIKE_SRT = Pattern.compile("\\s*-?\\d+\\s*:.*(?:->|→).*");

    private static final Pattern LIKE_SBV = Pattern.compile("-?\\d+:\\d+:\\d+\\.\\d+,-?\\d+:\\d+.*");
    private static final Pattern OTHER_TAG = Pattern.compile("<(?!/?[biu]>)[^>]*>");
    private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,9}\\s*");

    private final Pattern times;
    private final Pattern likeTimes;
    private final boolean numbered;
    private final TextLines lines;
    private final Reading reading;

    private SubRip(Pattern times, Pattern likeTimes, boolean numbered, TextLines lines, Reading reading) {
        this.times = times;
        this.likeTimes = likeTimes;
        this.numbered = numbered;
        this.lines = lines;
        this.reading = reading;
    }

    /** Writes cues as a file whose bold, italic and underlined words are marked as players of it know; other tags have no place there. */
    static String write(List<TimedText> cues) {
        var file = new StringBuilder();
        for (var i = 0; i < cues.size(); i++) {
            var cue = cues.get(i);
            file.append(i + 1)
                    .append('\n')
                    .append(CueTiming.moment(cue.startMillis()).replace('.', ','))
                    .append(" --> ")
                    .append(CueTiming.moment(cue.endMillis()).replace('.', ','))
                    .append('\n')
                    .append(OTHER_TAG
                            .matcher(cue.text().markup())
                            .replaceAll("")
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&amp;", "&"))
                    .append("\n\n");
        }
        return file.toString();
    }

    static boolean isTimesOfSrt(String line) {
        return SRT.matcher(line).matches();
    }

    static boolean isTimesOfSbv(String line) {
        return SBV.matcher(line).matches();
    }

    static void readSrt(TextLines lines, Reading reading) {
        new SubRip(SRT, LIKE_SRT, true, lines, reading).read();
    }

    static void readSbv(TextLines lines, Reading reading) {
        new SubRip(SBV, LIKE_SBV, false, lines, reading).read();
    }

    private void read() {
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (isTimes(line)) {
                cue(line);
            } else if (!line.isBlank() && !isNumber(line)) {
                reading.passOver(Kind.STRAY_TEXT, lines.number());
            }
        }
    }

    private void cue(String head) {
        var begin = lines.number();
        var match = times.matcher(head);
        var text = text();
        if (!match.matches()) {
            reading.passOver(Kind.UNREADABLE_TIME, begin);
            return;
        }
        var said = ForeignMarkup.ofHtml(text);
        var start = CueTiming.millis(match.group(1), match.group(2), match.group(3), match.group(4));
        var end = CueTiming.millis(match.group(5), match.group(6), match.group(7), match.group(8));
        reading.add(begin, new CueTiming(start, end, said.settings()), said.markup());
    }

    /** Up to the next times; a number right before them belongs to them. */
    private String text() {
        var text = new StringBuilder();
        var held = "";
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (isTimes(line)) {
                lines.unread(line);
                held = isNumber(held) ? "" : held;
                break;
            }
            if (!held.isBlank()) {
                WebVtt.append(text, held);
            }
            held = line;
        }
        if (!held.isBlank()) {
            WebVtt.append(text, held);
        }
        return text.toString().replace("[br]", "\n");
    }

    private boolean isTimes(String line) {
        return times.matcher(line).matches() || likeTimes.matcher(line).matches();
    }

    private boolean isNumber(String line) {
        return numbered && NUMBER.matcher(line).matches();
    }
}
