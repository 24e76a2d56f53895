package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFaultTest {
    @ParameterizedTest
    @CsvSource({
        "/%ff, ENCODING",
        "/chu-de/%C3%28, ENCODING",
        "/%, ENCODING",
        "/%4, ENCODING",
        "/%zz, ENCODING",
        "/%c0%af, ENCODING",
        "/%00, SIGN",
        "/a%5Cb, SIGN",
        "/a\\b, SIGN",
        "/.., OUTSIDE",
        "/a/../../b, OUTSIDE",
        "/san-pham/..%2f..%2fetc/passwd, OUTSIDE",
        "/%2e%2e/%2e%2e/x, OUTSIDE",
        "//../a, OUTSIDE",
        "/san-pham;jsessionid=1, PARAMETER",
        "/;, PARAMETER",
        "/a;x=1/b, PARAMETER"
    })
    void the_fault_of_a_path_is_named(String path, AddressFault fault) {
        assertThat(AddressFault.of(path)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a/../b",
                "/a/./b",
                "/a//b",
                "/x%0a",
                "/x%3b",
                "/caf%C3%A9",
                "/café",
                "*",
                "/a.b/...",
                "/..a"
            })
    void other_paths_are_for_the_container(String path) {
        assertThat(AddressFault.of(path)).isEmpty();
    }

    @Property
    void whatever_is_encoded_letter_by_letter_can_be_read(@ForAll @AlphaChars String first, @ForAll String any) {
        var fault = AddressFault.of(
                "/" + first + "/x" + URLEncoder.encode(any.replaceAll("[/\\\\\0]", ""), StandardCharsets.UTF_8));

        assertThat(fault).isEmpty();
    }

    @Property
    void a_path_leads_outside_as_soon_as_it_goes_up_once_more_than_down(
            @ForAll @IntRange(max = 20) int down, @ForAll @IntRange(max = 20) int up) {
        var path = "/a".repeat(down) + "/..".repeat(up) + "/b";

        assertThat(AddressFault.of(path).isPresent()).isEqualTo(up > down);
    }
}
