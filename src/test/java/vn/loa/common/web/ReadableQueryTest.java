package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableQueryTest {
    @ParameterizedTest
    @CsvSource({
        "q=%FF%FE, q",
        "page=1&q=%C3%28, q",
        "q=%ED%A0%80, q",
        "q=%, q",
        "q=a%4, q",
        "q=%zz, q",
        "q=%+1, q",
        "%FF=a, query"
    })
    void a_value_that_is_not_utf_8_is_named_by_its_parameter(String query, String name) {
        assertThat(ReadableQuery.firstBroken(query)).contains(name);
    }

    @Test
    void without_a_query_nothing_is_broken() {
        assertThat(ReadableQuery.firstBroken(null)).isEmpty();
        assertThat(ReadableQuery.firstBroken("")).isEmpty();
        assertThat(ReadableQuery.firstBroken("q=Ä&a")).isEmpty();
    }

    @Property
    void whatever_is_encoded_is_readable(@ForAll String name, @ForAll String value) {
        var query = URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);

        assertThat(ReadableQuery.firstBroken(query)).isEmpty();
    }
}
