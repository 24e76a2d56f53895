package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @CsvSource({
        "/quan-tri, /quan-tri",
        "/tai-khoan, /tai-khoan",
        "/quan-tri/san-pham/con-bo/tep, /quan-tri/san-pham/con-bo/tep",
        "/tai-khoan?hl=en, /tai-khoan?hl=en",
        "/tai-khoan?hl=en&luu-y=qua-han&khac=1, /tai-khoan?hl=en"
    })
    void people_go_on_where_they_were(String asked, String target) {
        assertThat(ReturnPath.of(asked)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/san-pham",
                "quan-tri",
                "//khac.example",
                "/\\khac.example",
                "/quan-tri//khac.example",
                "/quan-tri\\..\\x",
                "/quan-tri/../san-pham",
                "/quan-tri;x=1",
                "/quan-tri/khong-co",
                "https://khac.example/quan-tri",
                "javascript:alert(1)",
                "/tai-khoan/dang-nhap",
                "/tai-khoan/dang-nhap?tiep=/quan-tri",
                "/tai-khoan/dang-xuat",
                "/quan-tri\r\nSet-Cookie: a=b"
            })
    void nobody_is_led_elsewhere(String asked) {
        assertThat(ReturnPath.of(asked)).hasToString("/quan-tri");
    }
}
