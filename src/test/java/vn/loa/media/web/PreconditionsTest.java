package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.web.Preconditions.Verdict;

class PreconditionsTest {
    private static final String TAG = "\"abc\"";
    private static final Instant MODIFIED = Instant.parse("2025-03-04T05:06:07.890Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "If-None-Match: \"abc\"                              | NOT_MODIFIED",
                "If-None-Match: W/\"abc\"                            | NOT_MODIFIED",
                "If-None-Match: *                                    | NOT_MODIFIED",
                "If-None-Match: \"x,y\", \"abc\"                     | NOT_MODIFIED",
                "If-None-Match: \"xyz\"                              | SEND",
                "If-None-Match: abc                                  | SEND",
                "If-Modified-Since: Tue, 4 Mar 2025 05:06:07 GMT     | NOT_MODIFIED",
                "If-Modified-Since: Tue, 4 Mar 2025 05:06:06 GMT     | SEND",
                "If-Modified-Since: yesterday                        | SEND",
                "If-Match: \"abc\"                                   | SEND",
                "If-Match: *                                         | SEND",
                "If-Match: W/\"abc\"                                 | FAILED",
                "If-Match: \"xyz\"                                   | FAILED",
                "If-Unmodified-Since: Tue, 4 Mar 2025 05:06:06 GMT   | FAILED",
                "If-Unmodified-Since: Tue, 4 Mar 2025 05:06:07 GMT   | SEND",
                "If-Unmodified-Since: never                          | SEND",
                "X: y                                                | SEND"
            })
    void aConditionDecides(String field, Verdict expected) {
        assertThat(of(field).verdict()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "If-Range: \"abc\"                          | true",
                "If-Range: \"xyz\"                          | false",
                "If-Range: W/\"abc\"                        | false",
                "If-Range: Tue, 4 Mar 2025 05:06:07 GMT     | true",
                "If-Range: Tue, 4 Mar 2025 05:06:08 GMT     | false",
                "If-Range: soon                             | false",
                "X: y                                       | true"
            })
    void aRangeCountsOnlyForTheVersionItWasMeantFor(String field, boolean wanted) {
        assertThat(of(field).isRangeWanted()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"If-None-Match", "If-Modified-Since"})
    void tagsCountBeforeDates(String first) {
        var fields = List.of("If-Modified-Since: Tue, 4 Mar 2025 05:06:07 GMT", "If-None-Match: \"xyz\"");
        assertThat(of(fields.get(0), fields.get(1)).verdict()).as(first).isEqualTo(Verdict.SEND);
    }

    private static Preconditions of(String... fields) {
        var request = Proxy.newProxyInstance(
                PreconditionsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    var values = Arrays.stream(fields)
                            .map(field -> field.split(": ", 2))
                            .filter(field -> field[0].equals(arguments[0]))
                            .map(field -> field[1])
                            .toList();
                    return switch (method.getName()) {
                        case "getHeader" -> values.isEmpty() ? null : values.get(0);
                        case "getHeaders" -> Collections.enumeration(values);
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
        return new Preconditions((HttpServletRequest) request, TAG, MODIFIED);
    }
}
