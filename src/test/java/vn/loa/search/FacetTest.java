package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.common.Messages;

class FacetTest {
    @ParameterizedTest
    @EnumSource
    void every_facet_has_a_name_in_both_languages(Facet facet) {
        assertThat(Messages.in("vi").text("facet." + facet.pageParameter())).isNotBlank();
        assertThat(Messages.in("en").text("facet." + facet.pageParameter())).isNotBlank();
    }
}
