package vn.loa.launcher;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event of the log on one line, for people and for programs: {@code time=… level=… logger=… message="…"}, or as a
 * JSON object when the system property {@code loa.log} is {@code json}. What went wrong follows as {@code error}, with the
 * places in the code where it passed.
 */
public final class LogLine extends Formatter {
    private static final int PLACES = 12;

    private static volatile @Nullable String lastCause;

    private final boolean json = "json".equals(System.getProperty("loa.log"));

    @Override
    public String format(LogRecord event) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(
                "time",
                Instant.ofEpochMilli(event.getMillis())
                        .truncatedTo(ChronoUnit.MILLIS)
                        .toString());
        fields.put("level", event.getLevel().getName());
        fields.put("logger", String.valueOf(event.getLoggerName()));
        fields.put("thread", Long.toString(event.getLongThreadID()));
        fields.put("message", String.valueOf(formatMessage(event)).strip());
        if (event.getThrown() != null) {
            fields.put("error", trace(event.getThrown()));
            if (event.getLevel() == Level.SEVERE) {
                lastCause = firstLine(root(event.getThrown()));
            }
        }
        return (json ? json(fields) : line(fields)) + "\n";
    }

    /** What was at the bottom of the last severe event, in one line. */
    static Optional<String> lastCause() {
        return Optional.ofNullable(lastCause);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < PLACES; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable thrown) {
        String line = String.valueOf(thrown.getMessage()).lines().findFirst().orElse(thrown.toString());
        return line.replaceFirst("^.*(Exception|Error): ", "").replaceFirst("\\.$", "");
    }

    private static String line(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + (plain(field.getValue()) ? field.getValue() : quoted(field.getValue())))
                .collect(Collectors.joining(" "));
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The causes from the outermost to the innermost, each with the first places. */
    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < PLACES; depth++) {
            trace.append(depth == 0 ? "" : " caused by ").append(cause);
            StackTraceElement[] places = cause.getStackTrace();
            for (int i = 0; i < Math.min(PLACES, places.length); i++) {
                trace.append(i == 0 ? " at " : " < ").append(places[i]);
            }
            cause = cause.getCause();
        }
        return trace.toString();
    }

    private static boolean plain(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != '"' && c != '=' && c != 0x7f);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8).append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
