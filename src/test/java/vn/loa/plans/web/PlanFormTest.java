package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanFormTest {
    @Test
    void what_stands_in_languages_without_a_field_on_the_page_is_saved_with_the_rest() {
        var form = PlanForm.sent(Map.of(
                "summary.vi", new String[] {"Tóm tắt"},
                "summary.hmn", new String[] {"A"},
                "deliverables[0].title.vi", new String[] {"Tờ rơi"},
                "deliverables[0].title.tyz", new String[] {"B"}));

        var json = PlanFormJson.of(form);

        assertThat(form.getCarried()).containsExactly("summary.hmn");
        assertThat(json.getJsonObject("summary").getString("hmn")).isEqualTo("A");
        assertThat(json.getJsonArray("deliverables")
                        .getJsonObject(0)
                        .getJsonObject("title")
                        .getString("tyz"))
                .isEqualTo("B");
    }

    @Test
    void what_is_no_day_at_all_stays_as_it_was_typed() {
        for (var typed : new String[] {"/", "..", "", "7/3", "sớm"}) {
            assertThat(PlanFormJson.iso(typed)).isEqualTo(typed);
        }
    }
}
