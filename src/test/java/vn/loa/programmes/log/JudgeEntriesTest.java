package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @ValueSource(ints = {1, 86_400})
    void a_second_and_a_whole_day_can_be_heard(int seconds) {
        assertThat(faults(entry("k", seconds))).isEmpty();
    }

    @Test
    void what_was_aired_was_heard_for_some_time() {
        assertThat(faults(entry("k", 0))).containsExactly(LogFault.UNHEARD);
        var missed = new LogEntry("k", "01393", NOW, "con-bo", "vi", 0, AiredOutcome.MISSED, "");
        assertThat(faults(missed)).isEmpty();
    }

    @Test
    void nothing_is_heard_for_much_longer_than_it_lasts() {
        assertThat(JudgeEntries.isLonger(entry("k", 5_000), 60)).isTrue();
        assertThat(JudgeEntries.isLonger(entry("k", 62), 60))
                .as("players round")
                .isFalse();
        assertThat(JudgeEntries.isLonger(entry("k", 5_000), null))
                .as("withdrawn since")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "7,true", "29,true", "30,false", "60,false"})
    void the_same_work_is_not_heard_twice_at_once_though_tables_name_minutes_only(int later, boolean overlapping) {
        var one = new Aired(1, "vi", NOW, 60, AiredOutcome.AIRED, "");
        var other = new Aired(1, "vi", NOW.plusSeconds(later), 60, AiredOutcome.AIRED, "");
        assertThat(one.overlaps(other)).isEqualTo(overlapping);
        assertThat(other.overlaps(one)).isEqualTo(overlapping);
        assertThat(one.overlaps(new Aired(1, "hmn", NOW, 60, AiredOutcome.AIRED, "")))
                .isFalse();
        assertThat(one.overlaps(new Aired(1, "vi", NOW, 0, AiredOutcome.MISSED, "")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0,600,true",
        "300,600,true",
        "540,600,false",
        "541,600,false",
        "0,20,true",
        "-10,20,false",
        "-11,20,false"
    })
    void something_else_is_not_heard_at_once_but_for_what_a_minute_hides(int later, int seconds, boolean colliding) {
        var one = new Aired(1, "vi", NOW, 600, AiredOutcome.AIRED, "");
        var other = new Aired(2, "vi", NOW.plusSeconds(later), seconds, AiredOutcome.CUT, "");
        assertThat(one.collides(other)).isEqualTo(colliding);
        assertThat(other.collides(one)).isEqualTo(colliding);
        assertThat(one.collides(new Aired(1, "vi", NOW, 600, AiredOutcome.AIRED, "")))
                .isFalse();
        assertThat(one.collides(new Aired(2, "vi", NOW, 600, AiredOutcome.MISSED, "")))
                .isFalse();
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
