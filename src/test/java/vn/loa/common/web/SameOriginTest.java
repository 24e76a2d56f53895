package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {
    @ParameterizedTest
    @CsvSource({
        "same-origin,,,",
        "none,,,",
        ",https://loa.example,loa.example,",
        ",http://127.0.0.1:8080,127.0.0.1:8080,",
        ",https://LOA.example,loa.Example,",
        ",https://loa.example,inner:8080,https://loa.example",
        ",,loa.example,"
    })
    void a_form_of_a_page_of_ours_is_taken(
            @Nullable String site, @Nullable String origin, @Nullable String host, @Nullable String address) {
        assertThat(SameOrigin.isKept(site, origin, host, address == null ? "" : address))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "cross-site,https://loa.example,loa.example,",
        "same-site,,loa.example,",
        ",https://other.example,loa.example,",
        ",https://other.example,loa.example,https://loa.example",
        ",null,loa.example,",
        ",http://loa.example,loa.example,https://loa.example",
        ",http://127.0.0.1:8081,127.0.0.1:8080,",
        ",::::,loa.example,"
    })
    void a_form_of_another_site_is_not(
            @Nullable String site, @Nullable String origin, @Nullable String host, @Nullable String address) {
        assertThat(SameOrigin.isKept(site, origin, host, address == null ? "" : address))
                .isFalse();
    }
}
