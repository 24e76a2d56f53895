package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTogetherTest {
    @Test
    void what_has_two_syllables_may_be_two_words() {
        assertThat(RunTogether.ways("vayvon")).containsExactly("va yvon", "vay von", "vayv on");
        assertThat(RunTogether.ways("CaoBằng")).contains("Cao Bằng");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen", "Nguyễn", "nghieng", "zz", "xyzqwk", "oan", "giamngheobenvungcaobang"})
    void what_is_one_syllable_or_far_too_long_is_left_as_it_is(String word) {
        assertThat(RunTogether.ways(word)).isEmpty();
    }
}
