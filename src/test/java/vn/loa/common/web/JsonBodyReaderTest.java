package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Jsons;

class JsonBodyReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty",
                "` ` | it is empty",
                "{ | it ends before the object does",
                "{\"a\":\"b | it ends before the object does",
                "nul | it ends before the object does",
                "[] | it is another value",
                "{a:1} | line 1, column 2 cannot be read as JSON",
                "`{\"a\":1,\n\"b\":x}` | line 2, column 5 cannot be read as JSON",
                "{\"a\":1,} | line 1, column 8 cannot be read as JSON",
                "{\"a\":1,\"a\":2} | a field stands twice, the second time before line 1, column 12"
            })
    void what_is_wrong_with_a_body_is_said_and_where(String text, String fault) {
        var broken = catchThrowableOfType(JsonParsingException.class, () -> {
            try (var reader = Jsons.strictReader(new StringReader(text))) {
                reader.readObject();
            }
        });

        assertThat(JsonBodyReader.fault(text, broken)).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"}\"} xx | something stands behind it, from line 1, column 11",
                "`{\"a\":{}}\n {\"a\":1}` | something stands behind it, from line 2, column 2",
                "{\"a\":[1]}}}] | something stands behind it, from line 1, column 10",
                "{} }{ rác | something stands behind it, from line 1, column 4",
                "{}\u00a0 | something stands behind it, from line 1, column 3"
            })
    void nothing_but_white_space_may_stand_behind_the_object(String text, String fault) {
        assertThat(JsonBodyReader.rest(text)).contains(fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":\"\\\"}\"}", " \t{\"a\":[{},{}]} \r\n\t\n"})
    void white_space_may(String text) {
        assertThat(JsonBodyReader.rest(text)).isEmpty();
    }
}
