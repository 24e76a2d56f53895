package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void the_paragraph_about_time_goes_before_the_subject() {
        assertThat(period("b) Thời gian thực hiện: Từ năm 2024 đến hết năm 2027."))
                .isEqualTo(new Period(2024, 2027));
        assertThat(period("3. Thời gian thực hiện: Giai đoạn 2025-2028.")).isEqualTo(new Period(2025, 2028));
        assertThat(period("3. Thời gian thực hiện: Năm 2O27.")).isEqualTo(new Period(2027, 2027));
    }

    @Test
    void from_now_on_is_from_the_year_of_the_document() {
        assertThat(period("3. Thời gian thực hiện: Từ nay đến hết năm 2028.")).isEqualTo(new Period(2026, 2028));
    }

    @Test
    void the_own_year_of_a_subject_goes_before_the_span_of_its_programme() {
        var plan = Documents.read(Documents.PLAN
                .replace("đến các bản xa năm 2026", "thuộc Chương trình giai đoạn 2021-2025 trong năm 2024")
                .replace("2. Thời gian thực hiện: Năm 2026.\n", ""));

        assertThat(plan.period().orElseThrow().value()).isEqualTo(new Period(2024, 2024));
    }

    @Test
    void a_deadline_is_no_period() {
        assertThat(period("d) Thời gian thực hiện: Hoàn thành trước ngày 31/10/2027."))
                .isEqualTo(new Period(2026, 2026));
    }

    private static Period period(String line) {
        return Documents.withBody("I. NỘI DUNG", "1. Việc", line)
                .period()
                .orElseThrow()
                .value();
    }
}
