package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeEntriesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T05:00:00Z");

    private static LogEntry entry(String key, int seconds) {
        return new LogEntry(key, "01393", NOW, "con-bo", "vi", seconds, AiredOutcome.AIRED, "");
    }

    private static List<LogFault> faults(LogEntry entry) {
        return JudgeEntries.faults(entry, NOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 86_401})
    void nothing_is_heard_for_less_than_no_time_or_more_than_a_day(int seconds) {
        assertThat(faults(entry("k", seconds))).containsExactly(LogFault.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 86_400})
    void nothing_at_all_and_a_whole_day_can_be_heard(int seconds) {
        assertThat(faults(entry("k", seconds))).isEmpty();
    }

    @Test
    void keys_of_players_are_their_own_and_stay_as_good_or_as_bad_as_they_were() {
        var key = "1764216000 vi con-bo";
        assertThat(entry(key, 1).toldBy(7).key())
                .isEqualTo("7 " + key)
                .isNotEqualTo(entry(key, 1).toldBy(8).key());
        var longest = "x".repeat(LogEntry.LONGEST_KEY);
        assertThat(faults(entry(longest, 1).toldBy(7))).isEmpty();
        assertThat(entry(longest, 1).toldBy(7).key()).startsWith("7 ");
        assertThat(faults(entry(longest + "x", 1).toldBy(7))).containsExactly(LogFault.KEY_FORM);
        assertThat(faults(entry(" ", 1).toldBy(7))).containsExactly(LogFault.KEY_FORM);
    }
}
