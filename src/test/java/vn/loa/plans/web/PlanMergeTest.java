package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
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

        assertThat(merge(before, theirs, before).taken()).hasSize(1);
        assertThat(said(before, "title.vi")).containsExactly("Tờ rơi");
    }

    @Test
    void what_moved_to_another_field_of_its_row_has_changed() {
        var began = promising(promise("a", "threshold.subscribers", "100000"));
        var theirs = promising(promise("a", "threshold.views", "100000"));
        var mine = promising(promise("a", "threshold.subscribers", "100000"));
        mine.set("subject", "Chữ của tôi");

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(mine.get("subject")).isEqualTo("Chữ của tôi");
        assertThat(mine.at("deliverables[0].threshold.views")).isEqualTo("100000");
        assertThat(mine.at("deliverables[0].threshold.subscribers")).isEmpty();
    }

    @Test
    void two_who_write_in_different_rows_of_a_list_are_both_kept() {
        var began = promising(promise("a", "quantity", "1"), promise("b", "quantity", "1"));
        var theirs = promising(promise("a", "quantity", "1"), promise("b", "quantity", "2"));
        var mine = promising(promise("a", "quantity", "3"), promise("b", "quantity", "1"));

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(said(mine, "quantity")).containsExactly("3", "2");
    }

    @Test
    void of_a_list_only_the_row_that_both_have_written_is_a_question() {
        var began = promising(promise("a", "quantity", "1"), promise("b", "quantity", "1"));
        var theirs = promising(promise("a", "quantity", "2"), promise("b", "quantity", "2"));
        var mine = promising(promise("a", "quantity", "3"), promise("b", "quantity", "1"));

        var merge = merge(mine, theirs, began);

        assertThat(merge.contested()).hasSize(1);
        assertThat(said(mine, "quantity")).containsExactly("3", "2");
        assertThat(PlanMerge.of(mine, theirs, merge.base()).contested())
                .as("until somebody has chosen")
                .isEqualTo(merge.contested());
        mine.take(merge.contested().get(0), theirs);
        assertThat(said(mine, "quantity")).containsExactly("2", "2");
        assertThat(PlanMerge.of(mine, theirs, merge.base()).contested()).isEmpty();
    }

    @Test
    void rows_that_both_have_added_stand_where_each_has_put_them() {
        var began = promising(promise("a"), promise("b"));
        var theirs = promising(promise("a"), promise("c"), promise("b"));
        var mine = promising(promise("a"), promise("b"), promise("", "title.vi", "Của tôi"));

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(said(mine, "id")).containsExactly("a", "c", "b", "");
    }

    @Test
    void a_row_that_one_took_out_goes_unless_the_other_has_written_in_it() {
        var began = promising(promise("a"), promise("b"));
        var theirs = promising();
        var mine = promising(promise("a", "quantity", "3"), promise("b"));

        var merge = merge(mine, theirs, began);

        assertThat(said(mine, "id")).containsExactly("a");
        assertThat(merge.contested()).hasSize(1);
        mine.take(merge.contested().get(0), theirs);
        assertThat(said(mine, "id")).isEmpty();
    }

    @Test
    void what_i_took_out_while_the_other_wrote_in_it_is_a_question_and_comes_back_where_it_was() {
        var began = promising(promise("a"), promise("b"), promise("c"));
        var theirs = promising(promise("a"), promise("b", "quantity", "2"), promise("c"));
        var mine = promising(promise("a"), promise("c"));

        var merge = merge(mine, theirs, began);

        assertThat(said(mine, "id")).containsExactly("a", "c");
        mine.take(merge.contested().get(0), theirs);
        assertThat(said(mine, "id")).containsExactly("a", "b", "c");
    }

    @Test
    void who_puts_rows_in_another_order_does_not_stand_against_who_writes_in_them() {
        var began = promising(promise("a"), promise("b"), promise("c"));
        var theirs = promising(promise("c"), promise("a"), promise("b"));
        var mine = promising(
                promise("a"), promise("", "title.vi", "Của tôi"), promise("b", "quantity", "2"), promise("c"));

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(said(mine, "id")).containsExactly("c", "a", "", "b");
        assertThat(said(mine, "quantity")).containsExactly("", "", "", "2");
    }

    @Test
    void two_orders_are_a_question() {
        var began = promising(promise("a"), promise("b"), promise("c"));
        var theirs = promising(promise("c"), promise("a"), promise("b"));
        var mine = promising(promise("b"), promise("a"), promise("c"));

        var merge = merge(mine, theirs, began);

        assertThat(merge.contested()).containsExactly(PlanForm.PROMISES);
        assertThat(PlanMerge.of(mine, theirs, merge.base()).contested()).containsExactly(PlanForm.PROMISES);
        mine.take(PlanForm.PROMISES, theirs);
        assertThat(said(mine, "id")).containsExactly("c", "a", "b");
    }

    @Test
    void of_two_rows_of_one_name_one_can_go() {
        var began = addressed("UBND xã|report", "UBND xã|file");
        var theirs = addressed("UBND xã|file");
        var mine = addressed("UBND xã|report", "UBND xã|file");

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(mine.rows(PlanForm.RECIPIENTS))
                .extracting(row -> row.get("role"))
                .containsExactly("file");
    }

    @Test
    void a_row_that_was_sent_twice_is_one() {
        var began = promising();
        var theirs = promising(promise("ke-hoach-to-roi", "title.vi", "Tờ rơi"));
        var mine = promising(promise("", "title.vi", "Tờ rơi"));
        mine.adopt(theirs);

        assertThat(merge(mine, theirs, began).taken()).isEmpty();

        assertThat(said(mine, "id")).containsExactly("ke-hoach-to-roi");
    }

    @Test
    void languages_are_the_same_in_whatever_order_they_are_sent() {
        var began = promising(promise("a", "languages", "vi hmn"));
        var theirs = promising(promise("a", "languages", "vi hmn", "quantity", "2"));
        var mine = promising(promise("a", "languages", "hmn vi"));

        assertThat(merge(mine, theirs, began).contested()).isEmpty();

        assertThat(said(mine, "quantity")).containsExactly("2");
    }

    @Test
    void rows_of_a_form_that_does_not_say_what_it_began_with_are_questions() {
        var theirs = promising(promise("a"), promise("b", "quantity", "2"));
        var mine = promising(promise("b"), promise("c"));

        assertThat(PlanMerge.of(mine, theirs, "deliverables=1f.12").contested()).hasSize(3);
    }

    @Test
    void a_form_that_does_not_say_what_it_began_with_is_asked_about_every_difference() {
        var merge = PlanMerge.of(form("Chữ của tôi", "Chương trình"), before, "");

        assertThat(merge.contested()).containsExactly("subject");
    }

    /** As it goes on after what only the other has written was taken over. */
    private static PlanMerge merge(PlanForm mine, PlanForm theirs, PlanForm began) {
        var merge = PlanMerge.of(mine, theirs, PlanMerge.marks(began));
        mine.take(merge.taken(), theirs);
        return merge;
    }

    @SafeVarargs
    private static PlanForm promising(Map<String, String>... promises) {
        var form = form("Chữ đầu", "Chương trình");
        for (var promise : promises) {
            form.rows(PlanForm.PROMISES).add(promise);
        }
        return form;
    }

    /** @param others names of fields, each before what stands in it */
    private static Map<String, String> promise(String id, String... others) {
        var row = PlanRows.blank(PlanForm.PROMISES);
        row.put("id", id);
        for (var i = 0; i < others.length; i += 2) {
            row.put(others[i], others[i + 1]);
        }
        return row;
    }

    private static PlanForm addressed(String... recipients) {
        var form = form("Chữ đầu", "Chương trình");
        for (var each : recipients) {
            var row = PlanRows.blank(PlanForm.RECIPIENTS);
            row.put("name", each.split("[|]")[0]);
            row.put("role", each.split("[|]")[1]);
            form.rows(PlanForm.RECIPIENTS).add(row);
        }
        return form;
    }

    private static Stream<String> said(PlanForm form, String field) {
        return form.rows(PlanForm.PROMISES).stream().map(row -> row.get(field));
    }
}
