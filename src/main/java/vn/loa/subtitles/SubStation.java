package vn.loa.subtitles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.subtitles.SubtitleWarning.Kind;

/** SubStation Alpha (.ssa, .ass): what is said by whom and when; styles, effects and drawings are left out. */
final class SubStation {
    private static final String SECTION = "[events]";
    private static final String FORMAT = "format:";
    private static final String DIALOGUE = "dialogue:";

    /** Of a file that does not say. */
    private static final List<String> USUAL = columns("Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text");

    private static final Pattern MOMENT =
            Pattern.compile("\\s*(\\d{1,9}):([0-5]?\\d):([0-5]?\\d)(?:[.,:](\\d{1,9}))?\\s*");

    private final TextLines lines;
    private final Reading reading;
    private List<String> columns = USUAL;

    private SubStation(TextLines lines, Reading reading) {
        this.lines = lines;
        this.reading = reading;
    }

    static boolean isSign(String line) {
        var sign = line.strip().toLowerCase(Locale.ROOT);
        return sign.equals("[script info]") || sign.equals(SECTION) || sign.startsWith(DIALOGUE);
    }

    static void read(TextLines lines, Reading reading) {
        new SubStation(lines, reading).read();
    }

    private void read() {
        var events = true;
        for (var line = lines.next(); line != null; line = lines.next()) {
            var start = line.stripLeading();
            if (start.startsWith("[")) {
                events = start.strip().equalsIgnoreCase(SECTION);
            } else if (events && begins(start, FORMAT)) {
                var named = columns(start.substring(FORMAT.length()));
                columns = named.containsAll(List.of("start", "end", "text")) ? named : USUAL;
            } else if (events && begins(start, DIALOGUE)) {
                dialogue(start.substring(DIALOGUE.length()).stripLeading());
            }
        }
    }

    /** The last column takes the rest, commas and all. */
    private void dialogue(String row) {
        var values = row.split(",", columns.size());
        var start = moment(values, "start");
        var end = moment(values, "end");
        if (start.isEmpty() || end.isEmpty()) {
            reading.passOver(Kind.UNREADABLE_TIME, lines.number());
            return;
        }
        var said = ForeignMarkup.ofOverrides(value(values, "text"));
        if (said.drawing() && said.markup().isBlank()) {
            return;
        }
        var spoken = said.by(Stream.of("name", "actor")
                .map(column -> value(values, column))
                .collect(Collectors.joining())
                .strip());
        reading.add(lines.number(), new CueTiming(start.get(), end.get(), said.settings()), spoken.markup());
    }

    private Optional<Long> moment(String[] values, String column) {
        return Optional.of(MOMENT.matcher(value(values, column)))
                .filter(Matcher::matches)
                .map(m -> CueTiming.millis(m.group(1), m.group(2), m.group(3), m.group(4)));
    }

    private String value(String[] values, String column) {
        var place = columns.indexOf(column);
        return place < 0 || place >= values.length ? "" : values[place];
    }

    private static List<String> columns(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean begins(String line, String sign) {
        return line.regionMatches(true, 0, sign, 0, sign.length());
    }
}
