package vn.loa.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;

/** A tree: viec (hoc (nghe), xa), nha, y-te. */
class TermTreeTest {
    private final TermTree tree = new TermTree(List.of(
            term("viec", null),
            term("nha", null),
            term("y-te", null),
            term("hoc", "viec"),
            term("xa", "viec"),
            term("nghe", "hoc")));

    @Test
    void each_stands_before_those_below_it_whatever_the_order_of_the_rows() {
        assertThat(tree.placed().stream()
                        .map(placed -> placed.depth() + placed.term().code()))
                .containsExactly("0viec", "1hoc", "2nghe", "1xa", "0nha", "0y-te");
    }

    @Test
    void one_is_moved_before_a_sibling_to_the_end_and_below_another_with_all_below_it() {
        assertThat(tree.orderAfter("y-te", "", "viec")).containsExactly("y-te", "viec", "hoc", "nghe", "xa", "nha");
        assertThat(tree.orderAfter("viec", "", "")).containsExactly("nha", "y-te", "viec", "hoc", "nghe", "xa");
        assertThat(tree.orderAfter("hoc", "nha", "")).containsExactly("viec", "xa", "nha", "hoc", "nghe", "y-te");
        assertThat(tree.orderAfter("xa", "viec", "hoc")).containsExactly("viec", "xa", "hoc", "nghe", "nha", "y-te");
    }

    @Test
    void nothing_stands_below_itself_nor_deeper_than_three_levels() {
        assertThat(tree.faultOfMove("viec", "nghe")).contains(TermFault.CIRCLE);
        assertThat(tree.faultOfMove("viec", "viec")).contains(TermFault.CIRCLE);
        assertThat(tree.faultOfMove("hoc", "xa")).contains(TermFault.TOO_DEEP);
        assertThat(tree.faultOfMove("hoc", "nha")).isEmpty();
        assertThat(tree.faultOfMove("hoc", "")).isEmpty();
        assertThat(tree.faultOfMove("nha", "khong-co")).contains(TermFault.UNKNOWN_PARENT);
        assertThat(tree.faultOfNew("nghe")).contains(TermFault.TOO_DEEP);
        assertThat(tree.faultOfNew("hoc")).isEmpty();
    }

    @Test
    void one_goes_up_in_another_unless_that_stands_below_it_or_its_own_would_stand_too_deep() {
        assertThat(tree.faultOfMerge("viec", "hoc")).contains(TermFault.CIRCLE);
        assertThat(tree.faultOfMerge("hoc", "hoc")).contains(TermFault.CIRCLE);
        assertThat(tree.faultOfMerge("viec", "nha")).isEmpty();
        assertThat(tree.faultOfMerge("viec", "xa")).contains(TermFault.CIRCLE);
        assertThat(new TermTree(List.of(
                                term("a", null), term("b", "a"), term("c", "b"), term("d", null), term("e", "d")))
                        .faultOfMerge("a", "e"))
                .contains(TermFault.TOO_DEEP);
        assertThat(tree.faultOfMerge("xa", "khong-co")).contains(TermFault.UNKNOWN_PARENT);
        assertThat(new TermTree(List.of(
                                term("a", null),
                                new Term("mot", 0, "a", Texts.of("vi", "Một"), Map.of()),
                                term("b", null),
                                new Term("hai", 0, "b", Texts.of("vi", "một"), Map.of())))
                        .faultOfMerge("a", "b"))
                .contains(TermFault.SAME_LABEL);
    }

    @Test
    void two_beside_each_other_are_not_called_the_same() {
        assertThat(tree.isCalledAlready("", "viec", Texts.of("vi", "HOC"))).isTrue();
        assertThat(tree.isCalledAlready("hoc", "viec", Texts.of("vi", "hoc"))).isFalse();
        assertThat(tree.isCalledAlready("", "", Texts.of("vi", "hoc"))).isFalse();
    }

    @Test
    void within_one_is_everything_below_it() {
        assertThat(tree.within("viec")).containsExactly("viec", "hoc", "nghe", "xa");
    }

    private static Term term(String code, @Nullable String parent) {
        return new Term(code, 0, parent, Texts.of("vi", code), Map.of());
    }
}
