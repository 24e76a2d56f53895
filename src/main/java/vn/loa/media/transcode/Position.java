package vn.loa.media.transcode;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vn.loa.media.sandbox.LastLines;

/** How far ffmpeg is, read from what {@code -progress} writes. Written by one thread, read by another. */
final class Position {
    private static final Pattern TIME = Pattern.compile("out_time_us=(\\d{1,15})");

    private static final Pattern FRAMES = Pattern.compile("frame=(\\d{1,15})");

    private final Duration length;
    private final LastLines lines = new LastLines();
    private int told = -1;

    Position(Duration length) {
        this.length = length;
    }

    void take(byte[] bytes, int count) {
        lines.take(bytes, count);
    }

    /** How long what was written is. */
    Duration time() {
        return Duration.ofNanos(last(TIME) * 1000);
    }

    /** How many pictures were written. */
    long frames() {
        return last(FRAMES);
    }

    private long last(Pattern pattern) {
        var value = 0L;
        for (var line : lines.lines()) {
            var match = pattern.matcher(line);
            if (match.matches()) {
                value = Long.parseLong(match.group(1));
            }
        }
        return value;
    }

    /** The percentage, when it has grown since this was asked last. */
    OptionalInt risen() {
        var percent = (int) Math.min(100, length.isZero() ? 0 : time().toMillis() * 100 / length.toMillis());
        if (percent <= told) {
            return OptionalInt.empty();
        }
        told = percent;
        return OptionalInt.of(percent);
    }
}
