package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanMergeTest {
    private static PlanForm form(String subject, String programme) {
        var form = PlanForm.blank("04");
        form.set("subject", subject);
        form.set("programme", programme);
        return form;
    }

    private final PlanForm before = form("Chữ đầu", "Chương trình");

    @Test
    void what_only_the_other_has_written_is_taken_over() {
        var merge = PlanMerge.of(before, form("Chữ của người kia", "Chương trình"), PlanMerge.marks(before));

        assertThat(merge.taken()).containsExactly("subject");
        assertThat(merge.contested()).isEmpty();
    }

    @Test
    void what_only_i_have_written_stays() {
        var merge = PlanMerge.of(form("Chữ của tôi", "Chương trình"), before, PlanMerge.marks(before));

        assertThat(merge.taken()).isEmpty();
        assertThat(merge.contested()).isEmpty();
    }

    @Test
    void what_both_have_written_is_a_question_until_it_is_the_same() {
        var theirs = form("Chữ của người kia", "Chương trình khác");
        var mine = form("Chữ của tôi", "Chương trình");
        var merge = PlanMerge.of(mine, theirs, PlanMerge.marks(before));

        assertThat(merge.contested()).containsExactly("subject");
        assertThat(merge.taken()).containsExactly("programme");
        mine.take("programme", theirs);
        mine.set("programme", "Chương trình tôi sửa lại");
        assertThat(PlanMerge.of(mine, theirs, merge.base()).contested())
                .as("asked again, beside what I write meanwhile")
                .containsExactly("subject");
        mine.take("subject", theirs);
        assertThat(PlanMerge.of(mine, theirs, merge.base()).contested()).isEmpty();
    }

    @Test
    void lists_are_told_apart_by_what_stands_in_them_whatever_ends_its_lines() {
        before.arrange("them", PlanForm.RECIPIENTS, -1);
        before.rows(PlanForm.RECIPIENTS).get(0).put("name", "UBND tỉnh\nSở");
        var theirs = form("Chữ đầu", "Chương trình");
        theirs.arrange("them", PlanForm.RECIPIENTS, -1);
        theirs.rows(PlanForm.RECIPIENTS).get(0).put("name", "UBND tỉnh\r\nSở");
        theirs.arrange("them", PlanForm.PROMISES, -1);
        theirs.rows(PlanForm.PROMISES).get(0).put("title.vi", "Tờ rơi");

        assertThat(PlanMerge.of(before, theirs, PlanMerge.marks(before)).taken())
                .containsExactly(PlanForm.PROMISES);
    }

    @Test
    void a_form_that_does_not_say_what_it_began_with_is_asked_about_every_difference() {
        var merge = PlanMerge.of(form("Chữ của tôi", "Chương trình"), before, "");

        assertThat(merge.contested()).containsExactly("subject");
    }
}
