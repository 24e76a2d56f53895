package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
    @Test
    void anEventIsOneLine() {
        assertThat(line(event("Hai dòng\nvà \"ngoặc\"")))
                .startsWith("time=2025-11-20T01:02:03.004Z level=WARNING logger=vn.loa.Test thread=")
                .endsWith(" message=\"Hai dòng\\nvà \\\"ngoặc\\\"\"\n")
                .hasLineCount(1);
    }

    @Test
    void whatWentWrongStandsOnTheSameLine() {
        LogRecord event = event("Lost");
        event.setThrown(new IllegalStateException("outer", new IllegalArgumentException("in\nner")));

        assertThat(line(event))
                .hasLineCount(1)
                .contains("java.lang.IllegalStateException: outer")
                .contains("caused by java.lang.IllegalArgumentException: in\\nner")
                .contains("LogLineTest");
    }

    @Test
    void nobodyForgesALineThroughWhatTheySend() {
        assertThat(line(event("q=a\r\ntime=2025-11-20T01:02:03Z level=INFO message=forged\u2028")))
                .hasLineCount(1);
    }

    private static String line(LogRecord event) {
        return new LogLine().format(event);
    }

    private static LogRecord event(String message) {
        LogRecord event = new LogRecord(Level.WARNING, message);
        event.setLoggerName("vn.loa.Test");
        event.setInstant(Instant.parse("2025-11-20T01:02:03.004Z"));
        return event;
    }
}
