package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gọi tôi số 0912345678 nhé",
                "số 0912 345 678",
                "+84 912.345.678",
                "CCCD 004085001234",
                "viết cho pao@example.vn",
                "tk: 1234-5678-9012",
                "ĐT0912345678",
                "(0912) 345 678",
                "0912  345 678",
                "0912/345/678",
                "từ ngày 01/02/2024 gọi 0912.345.678"
            })
    void telephone_numbers_papers_accounts_and_addresses_for_letters_are_seen(String text) {
        assertThat(PersonalData.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch số 2278/KH-UBND ngày 22/5/2025",
                "vay 50.000.000 đồng trong 36 tháng",
                "từ 2022 đến 2025",
                "Quyết định 1288/QĐ-BTTTT",
                "Gọi 112",
                "các năm 2024, 2025, 2026",
                "từ 18/01/2022 - 20/01/2022",
                "từ 18/01/2022-20/01/2022",
                "tổng kinh phí 50.000.000.000 đồng",
                "tổng kinh phí 1,250,000,000 đồng"
            })
    void numbers_of_documents_days_and_sums_are_not(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void each_is_named_once_in_the_order_of_the_text() {
        assertThat(PersonalData.all("Gọi 0206 3852 147 hoặc viết cho so@caobang.example, không thì gọi 0206 3852 147."))
                .containsExactly("0206 3852 147", "so@caobang.example");
        assertThat(PersonalData.all("Đến xã ngày 22/5/2025")).isEmpty();
    }
}
