package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.common.Violation;

class StationSettingsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static SlotTime slot(DayOfWeek day, String begins, String ends) {
        return new SlotTime(day, LocalTime.parse(begins), LocalTime.parse(ends));
    }

    private static StationSettings settings(List<SlotTime> slots, Holiday... holidays) {
        return new StationSettings(slots, List.of(holidays), PlanningRule.usual());
    }

    @Test
    void what_is_written_reads_the_same() {
        var written = new StationSettings(
                List.of(slot(DayOfWeek.MONDAY, "05:00", "05:30"), slot(DayOfWeek.SUNDAY, "17:00", "17:30:15")),
                List.of(
                        new Holiday(MONDAY, "Quốc khánh", null),
                        new Holiday(MONDAY.plusDays(1), "Nghỉ", DayOfWeek.SUNDAY)),
                new PlanningRule(
                        List.of(new Preference("tieu-pham", "hmn", "", ""), new Preference("", "", "y-te", "phu-nu")),
                        true,
                        PlanningRule.Order.LONGEST_UNHEARD,
                        3,
                        Map.of("vi", 40, "hmn", 60)));
        assertThat(StationSettings.parse(written.toJson())).isEqualTo(written);
        assertThat(written.faults()).isEmpty();
    }

    @Test
    void genres_that_were_written_before_there_were_preferences_are_read_as_such() {
        var read = StationSettings.parse("{\"slots\":[],\"holidays\":[],\"genres\":[\"tieu-pham\"],\"onlyThese\":false,"
                + "\"order\":\"newest\",\"repeatDays\":7,\"shares\":[]}");
        assertThat(read.rule().preferences()).isEqualTo(Preference.ofGenres(List.of("tieu-pham")));
    }

    @Test
    void a_holiday_is_silent_or_like_another_day() {
        var station = settings(
                List.of(slot(DayOfWeek.MONDAY, "05:00", "05:30"), slot(DayOfWeek.SUNDAY, "06:00", "06:30")),
                new Holiday(MONDAY, "Tết", null),
                new Holiday(MONDAY.plusDays(2), "Lễ", DayOfWeek.SUNDAY));
        assertThat(station.slotsOf(Week.of(MONDAY)))
                .extracting(Slot::name)
                .containsExactly("2026-11-25-0600", "2026-11-29-0600");
        assertThat(station.slotsOf(Week.of(MONDAY).plus(1)))
                .extracting(Slot::name)
                .containsExactly("2026-11-30-0500", "2026-12-06-0600");
    }

    @Test
    void what_is_wrong_is_named_by_its_field() {
        var wrong = new StationSettings(
                List.of(
                        slot(DayOfWeek.MONDAY, "05:00", "05:30"),
                        slot(DayOfWeek.MONDAY, "05:29", "06:00"),
                        slot(DayOfWeek.TUESDAY, "06:00", "06:00")),
                List.of(new Holiday(MONDAY, "", null)),
                new PlanningRule(List.of(), false, PlanningRule.Order.NEWEST, 91, Map.of("vi", 40)));
        assertThat(wrong.faults())
                .extracting(Violation::field)
                .containsExactly("slots", "slots", "holidays", "repeatDays", "shares");
    }
}
