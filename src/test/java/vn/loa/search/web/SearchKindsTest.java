package vn.loa.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.SubjectKind;

class SearchKindsTest {
    @Test
    void without_a_kind_everything_is_searched() {
        assertThat(SearchResource.kinds(null)).containsExactlyInAnyOrder(SubjectKind.values());
        assertThat(SearchResource.kinds("")).containsExactlyInAnyOrder(SubjectKind.values());
    }

    @Test
    void kinds_narrow_and_cues_are_no_whole() {
        assertThat(SearchResource.kinds("plan, cue")).containsExactly(SubjectKind.PLAN);
        assertThat(SearchResource.kinds("cue,question")).containsExactly(SubjectKind.QUESTION);
        assertThat(SearchResource.kinds("cue")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "plan,zz", ",", "plan,,cue", "PLAN"})
    void a_kind_that_is_none_is_named(String kind) {
        assertThatThrownBy(() -> SearchResource.kinds(kind))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.violations())
                                .allSatisfy(v -> assertThat(v.field()).isEqualTo("kind")));
    }
}
