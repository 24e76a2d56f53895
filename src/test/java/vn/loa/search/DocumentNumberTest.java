package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "159/KH-UBND",
                "159/kh-ubnd",
                "159 / KH – UBND",
                "159/KH UBND",
                "159 KH UBND",
                "06/2022/TT-BTTTT",
                "24/2021/QH15",
                "832/STTTT-TTBCXB",
                "650/QĐ-LĐTBXH",
                "01-KL/TW",
                "30-KH-TU",
                "30- KH-TU",
                "30 kh tu",
                "12-NQ/TU"
            })
    void what_documents_are_cited_by_is_a_number(String typed) {
        assertThat(DocumentNumber.in(words(typed))).contains(new DocumentNumber(typed, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "159KH-UBND, 159/KH-UBND",
        "159kh ubnd, 159/kh ubnd",
        "159/KH.UBND, 159/KH-UBND",
        "159-KH.UBND, 159-KH-UBND",
        "06/2022/NĐ.CP, 06/2022/NĐ-CP",
        "159KHUBND, 159/KH-UBND",
        "159/KHUBND, 159/KH-UBND",
        "159/KH_UBND, 159/KH-UBND",
        "90qđttg, 90/qđ-ttg",
        "KH159/UBND, 159/KH-UBND",
        "90QĐTTg, 90/QĐ-TTg",
        "2.278/KH-UBND, 2278/KH-UBND",
        "6/2022/TT-BTTTT, 06/2022/TT-BTTTT",
        "số 6/2022/TT-BTTTT, 06/2022/TT-BTTTT"
    })
    void parts_of_a_number_that_are_typed_without_what_separates_them_are_separated(String typed, String number) {
        assertThat(DocumentNumber.in(words(typed))).contains(new DocumentNumber(number, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "giảm nghèo",
                "159",
                "KH-UBND",
                "8/3",
                "15/10/2025",
                "24/24h",
                "5-10 phút",
                "20 tiểu phẩm",
                "20-tieu-pham",
                "50/ngay",
                "2025/trang.vn",
                "24/tin. cp",
                "vtv1/vtv2",
                "2 tt cao bằng",
                "30 kh từ xã",
                "2 ct tuần",
                "1.5/2.5 kg",
                "H'Mông"
            })
    void other_words_are_none(String typed) {
        assertThat(DocumentNumber.in(words(typed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "Kế hoạch số 159/KH-UBND, 159/KH-UBND, none",
                "quyet dinh so: 90/QĐ-TTg, 90/QĐ-TTg, none",
                "số 159/KH-UBND, 159/KH-UBND, none",
                "159/KH-UBND cần thơ, 159/KH-UBND, cần thơ",
                "159 kh ubnd can tho, 159 kh ubnd, can tho",
                "tờ rơi 159/KH-UBND 2025, 159/KH-UBND, tờ rơi 2025"
            })
    void words_beside_a_number_are_kept_unless_every_citation_has_them(String typed, String number, String beside) {
        var found = DocumentNumber.in(words(typed)).orElseThrow();

        assertThat(found.text()).isEqualTo(number);
        assertThat(found.beside().map(Words::text).orElse(null)).isEqualTo(beside);
    }

    @ParameterizedTest
    @CsvSource({
        "159 kh ubnd can tho, 159/KH-UBND, true",
        "6/2022/TT-BTTTT, 06/2022/TT-BTTTT, true",
        "159/KH-UBND, 59/KH-UBND, false",
        "giảm nghèo 159, 159/KH-UBND, false"
    })
    void words_cite_a_document_whose_number_is_among_them(String typed, String reference, boolean cited) {
        assertThat(words(typed).cite(reference)).isEqualTo(cited);
    }

    @Test
    void nothing_typed_takes_long_to_look_through() {
        var long_ = "1/a-".repeat(2_000);

        assertThat(DocumentNumber.in(words(long_))).isEmpty();
    }

    private static Words words(String typed) {
        return Words.of(typed).orElseThrow();
    }
}
