package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.search.SearchLog.Asked;
import vn.loa.search.SearchLog.Counted;

class SearchLogTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final Days days = new Days();
    private final SearchLog log = new SearchLog(days);

    @Test
    void words_are_known_only_when_they_came_from_three_networks() {
        ask("vay vốn", "10.0.0.1", 5);
        ask("vay vốn", "10.0.0.2", 1);
        assertThat(log.take()).isEmpty();

        ask("VAY VỐN", "10.0.0.3", 1);
        assertThat(log.take()).containsExactly(new Counted(new Asked(MONDAY, "vay vốn"), 7, 0));
    }

    @Test
    void what_was_taken_is_not_counted_twice_and_what_comes_later_is_counted_at_once() {
        askByThree("vay vốn");
        assertThat(log.take()).hasSize(1);
        assertThat(log.take()).isEmpty();

        ask("vay vốn", "10.0.0.1", 2);
        assertThat(log.take()).extracting(Counted::asked).containsExactly(2);
    }

    @Test
    void what_could_not_be_kept_is_counted_again() {
        askByThree("vay vốn");
        log.giveBack(log.take());

        assertThat(log.take()).extracting(Counted::asked).containsExactly(3);
    }

    @Test
    void how_often_there_was_no_answer_is_counted_beside() {
        askByThree("máy cày");
        log.asked(words("máy cày"), "10.0.0.1", true);

        assertThat(log.take()).containsExactly(new Counted(new Asked(MONDAY, "máy cày"), 4, 1));
    }

    @Test
    void what_has_no_letter_and_no_digit_is_not_counted() {
        askByThree("???");
        askByThree("😀");

        assertThat(log.take()).isEmpty();
    }

    @Test
    void every_week_begins_anew() {
        ask("vay vốn", "10.0.0.1", 1);
        ask("vay vốn", "10.0.0.2", 1);
        days.pass(7);
        ask("vay vốn", "10.0.0.3", 1);
        assertThat(log.take()).isEmpty();
    }

    @Test
    void what_was_counted_last_in_a_week_belongs_to_it() {
        askByThree("vay vốn");
        days.pass(4);

        assertThat(log.take()).extracting(counted -> counted.what().week()).containsExactly(MONDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0912345678",
                "0912 345 678",
                "gọi 0912.345.678 nhé",
                "lan@example.vn",
                "số 004 188 001 234",
                "một câu hỏi dài hơn sáu mươi chữ thì không phải là điều nhiều người cùng gõ"
            })
    void what_may_be_of_one_person_is_never_counted(String typed) {
        askByThree(typed);

        assertThat(log.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"159/KH-UBND", "06/2022/TT-BTTTT", "kế hoạch 2025"})
    void numbers_of_documents_and_years_are_of_nobody(String typed) {
        askByThree(typed);

        assertThat(log.take()).hasSize(1);
    }

    @Test
    void a_flood_costs_no_memory() {
        askByThree("vay vốn");
        for (var i = 0; i <= SearchLog.MOST_WAITING; i++) {
            ask("x" + i, "10.0.0.1", 1);
        }

        assertThat(log.take()).isEmpty();
    }

    private void askByThree(String typed) {
        List.of("10.0.0.1", "10.0.0.2", "10.0.0.3").forEach(network -> ask(typed, network, 1));
    }

    private void ask(String typed, String network, int times) {
        for (var i = 0; i < times; i++) {
            log.asked(words(typed), network, false);
        }
    }

    private static Words words(String typed) {
        return Words.of(typed).orElseThrow();
    }

    private static final class Days extends Clock {
        private Instant now = Instant.parse("2026-11-26T05:00:00Z");

        void pass(int number) {
            now = now.plusSeconds(number * 86_400L);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
