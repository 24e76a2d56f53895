package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareNumberTest {
    @ParameterizedTest
    @CsvSource({
        "kế hoạch số 159, 159-kh-",
        "ke hoach 159, 159-kh-",
        "KH số 0159 của thành phố, 159-kh-",
        "90/qd, 90-qd-",
        "QĐ 90, 90-qd-",
        "quyết định số 2025, 2025-qd-"
    })
    void a_kind_and_a_number_are_the_beginning_of_a_symbol(String typed, String start) {
        assertThat(BareNumber.in(new Words(typed)).map(BareNumber::start)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kế hoạch 2025", "159/KH-UBND", "kế hoạch", "số 159", "kế hoạch 5 năm", "159", "gọi 111"})
    void anything_else_is_none(String typed) {
        assertThat(BareNumber.in(new Words(typed))).isEmpty();
    }

    @Test
    void it_may_be_any_document_of_that_kind_and_number() {
        var number = BareNumber.in(new Words("kế hoạch số 159")).orElseThrow();

        assertThat(number.mayBe("159/KH-UBND")).isTrue();
        assertThat(number.mayBe("0159/KH-UBND")).isTrue();
        assertThat(number.mayBe("1159/KH-UBND")).isFalse();
        assertThat(number.mayBe("159/QĐ-UBND")).isFalse();
    }
}
