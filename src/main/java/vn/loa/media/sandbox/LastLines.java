package vn.loa.media.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/** The end of what a program says, in bounded memory. Written by one thread, read by any. */
public final class LastLines {
    private static final int MOST_LINES = 120;
    private static final int LONGEST = 400;

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final byte[] line = new byte[LONGEST];
    private int length;

    /** @param bytes of which the first {@code count} were said */
    public synchronized void take(byte[] bytes, int count) {
        for (var i = 0; i < count; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                end();
            } else if (length < LONGEST) {
                line[length++] = bytes[i];
            }
        }
    }

    private void end() {
        var text = new String(line, 0, length, StandardCharsets.UTF_8).strip();
        length = 0;
        if (!text.isEmpty()) {
            lines.addLast(text);
            if (lines.size() > MOST_LINES) {
                lines.removeFirst();
            }
        }
    }

    /** Without those that are blank. */
    public synchronized List<String> lines() {
        end();
        return List.copyOf(lines);
    }
}
