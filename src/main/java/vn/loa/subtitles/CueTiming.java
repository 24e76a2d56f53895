package vn.loa.subtitles;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a cue is shown, and where on the picture. Says what stands there: a cue that ends before it begins as well.
 *
 * @param settings in WebVTT's words, valid ones only; empty for the usual place
 */
record CueTiming(long startMillis, long endMillis, String settings) {
    private static final String MOMENT = "(?:(\\d{1,9}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern ONE = Pattern.compile(MOMENT);
    private static final Pattern LINE =
            Pattern.compile("[ \\t\\f]*" + MOMENT + "[ \\t\\f]*-->[ \\t\\f]*" + MOMENT + "(.*)");
    private static final String PERCENT = "(?:100(?:\\.0{1,6})?|\\d{1,2}(?:\\.\\d{1,6})?)%";
    private static final Pattern SETTING = Pattern.compile("vertical:(?:rl|lr)"
            + "|line:(?:-?\\d{1,4}|" + PERCENT + ")(?:,(?:start|center|end))?"
            + "|position:" + PERCENT + "(?:,(?:line-left|center|line-right))?"
            + "|size:" + PERCENT
            + "|align:(?:start|center|end|left|right)");

    /** Reads the line of a WebVTT cue that holds its arrow; empty when the times are not as WebVTT writes them. */
    static Optional<CueTiming> parse(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        var start = millis(match.group(1), match.group(2), match.group(3), match.group(4));
        var end = millis(match.group(5), match.group(6), match.group(7), match.group(8));
        return Optional.of(new CueTiming(start, end, settings(match.group(9))));
    }

    /** Reads a moment as WebVTT writes it. */
    static Optional<Long> millis(String moment) {
        var match = ONE.matcher(moment);
        return match.matches()
                ? Optional.of(millis(match.group(1), match.group(2), match.group(3), match.group(4)))
                : Optional.empty();
    }

    /**
     * Puts a moment together from its digits.
     *
     * @param hours null for none, at most nine digits
     * @param fraction of a second, as after a decimal point, at most nine digits; what is below a thousandth is cut; null for none
     */
    static long millis(@Nullable String hours, String minutes, String seconds, @Nullable String fraction) {
        var thousandths = ((fraction == null ? "" : fraction) + "000").substring(0, 3);
        return (hours == null ? 0 : Long.parseLong(hours) * 3_600_000)
                + Long.parseLong(minutes) * 60_000
                + Long.parseLong(seconds) * 1_000
                + Long.parseLong(thousandths);
    }

    /** Unknown and malformed settings are passed over, as browsers do; regions are not kept. */
    static String settings(String rest) {
        var valid = new StringJoiner(" ");
        for (var setting : rest.split("[ \\t\\f]+")) {
            if (SETTING.matcher(setting).matches()) {
                valid.add(setting);
            }
        }
        return valid.toString();
    }

    /** As WebVTT writes a moment, hours always given. */
    static String moment(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1_000 % 60,
                millis % 1_000);
    }
}
