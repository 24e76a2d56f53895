package vn.loa.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.common.Messages;
import vn.loa.search.Facet;
import vn.loa.search.Filters;

class PageFiltersTest {
    static List<Facet> offered() {
        return Filters.OFFERED;
    }

    @ParameterizedTest
    @MethodSource("offered")
    void everyFacetThatPagesOfferHasANameInBothLanguages(Facet facet) {
        assertThat(Messages.in("vi").text("facet." + facet.pageParameter())).isNotBlank();
        assertThat(Messages.in("en").text("facet." + facet.pageParameter())).isNotBlank();
    }
}
