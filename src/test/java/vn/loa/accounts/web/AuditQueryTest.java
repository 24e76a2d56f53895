package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.AuditFilter;

class AuditQueryTest {
    @Test
    void parameters_narrow_the_trail_and_what_nobody_sees_is_left_out() {
        var query = of(Map.of("nguoi", " bien\u202etap ", "tu", "2025-07-01", "den", "2025-07-02"));

        assertThat(query.filter())
                .isEqualTo(new AuditFilter("bientap", "", "", "", LocalDate.of(2025, 7, 1), LocalDate.of(2025, 7, 2)));
        assertThat(query.unreadable()).isEmpty();
    }

    @Test
    void a_day_that_is_none_is_told_and_narrows_nothing() {
        var query = of(Map.of("tu", "1/7/2025", "den", "+999999-01-01"));

        assertThat(query.unreadable()).containsExactly("1/7/2025", "+999999-01-01");
        assertThat(query.filter().narrows()).isFalse();
    }

    private static AuditQuery of(Map<String, String> parameters) {
        return AuditQuery.of(name -> parameters.getOrDefault(name, ""));
    }
}
