package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystrokesTest {
    @ParameterizedTest
    @CsvSource({
        "vay voons, vay vốn",
        "vay vo61n, vay vốn",
        "ho65 ngheo2, hộ nghèo",
        "hooj ngheof, hộ nghèo",
        "hojo ngheof, hộ nghèo",
        "ddaats ruoongj, đất ruộng",
        "d9a6t1 d9ai, đất đai",
        "dduwowngf, đường",
        "d9u7o7ng2, đường",
        "dduwowcj, được",
        "truwowngf hocj, trường học",
        "nguowif giaf, người già",
        "nguoi72 gia2, người già",
        "nawm, năm",
        "na8m 2025, năm 2025",
        "quaf, quà",
        "giuwx giaf, giữ già",
        "hoaf giair, hòa giải",
        "thuyr, thủy",
        "khuyeens, khuyến",
        "bao3 hie6m3 y te61, bảo hiểm y tế",
        "nghieen cuwus, nghiên cứu"
    })
    void what_was_typed_with_the_keyboard_for_vietnamese_off_is_read(String typed, String meant) {
        assertThat(Keystrokes.read(new Words(typed)).map(Words::text)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vay von",
                "vay vốn",
                "159",
                "90/QĐ-TTg",
                "da6x9",
                "internet",
                "covid19",
                "website",
                "facebook",
                "hmong",
                "tải",
                "bhyt",
                "ubnd",
                "nuôi ong",
                "giam ngheo"
            })
    void what_is_a_word_as_it_is_or_makes_no_syllable_is_left(String typed) {
        assertThat(Keystrokes.read(new Words(typed))).isEmpty();
    }
}
