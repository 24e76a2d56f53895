package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    @ParameterizedTest
    @CsvSource({
        "404, Not Found",
        "413, Content Too Large",
        "415, Unsupported Media Type",
        "422, Unprocessable Content",
        "423, Locked",
        "428, Precondition Required",
        "429, Too Many Requests",
        "460, Checksum Mismatch",
        "507, Insufficient Storage"
    })
    void aTitleIsThatOfTheStandard(int status, String title) {
        assertThat(Problem.title(status)).isEqualTo(title);
        assertThat(Problem.text(status, "why")).contains("\"title\":\"" + title + "\"");
    }
}
