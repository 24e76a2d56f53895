package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Texts;
import vn.loa.search.PlaceNames.Place;
import vn.loa.search.Suggest.Suggestion;

class PlaceNamesTest {
    private final PlaceNames names = PlaceNames.of(List.of(
            place("Xã Nam Quang", "Nam Quang commune"),
            place("Tỉnh Cao Bằng", "Cao Bằng province"),
            place("Xã Lý Bôn", "Lý Bôn commune"),
            place("Xã Quang Hán", "Quang Hán commune"),
            place("Phường Nùng Trí Cao", "Nùng Trí Cao ward"),
            place("Dân tộc H’Mông", "H’Mông people"),
            place("Xã Đình Phong", "Đình Phong commune")));

    @ParameterizedTest
    @CsvSource({
        "cao bang, Tỉnh Cao Bằng",
        "BẰNG tỉnh, Tỉnh Cao Bằng",
        "dinh ph, Xã Đình Phong",
        "hmong, Dân tộc H’Mông",
        "h'mông, Dân tộc H’Mông",
    })
    void every_word_may_be_begun_with_or_without_diacritics(String typed, String found) {
        assertThat(like(typed, "vi")).extracting(Suggestion::text).containsExactly(found);
    }

    @ParameterizedTest
    @CsvSource({"vay vốn Nam Quang, Nam Quang", "vay von xa nam quang, xa nam quang", "Lý Bôn vay, Lý Bôn"})
    void a_unit_that_stands_among_other_words_is_one_name(String typed, String unit) {
        assertThat(names.unitBeside(new Words(typed))).contains(new Words(unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nam Quang", "vay vốn nam", "Quảng Hán vay", "vay"})
    void a_unit_by_itself_and_part_of_its_name_stand_among_no_others(String typed) {
        assertThat(names.unitBeside(new Words(typed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bò", "cáo", "đinh phóng", "quàng", "nung trí cáo"})
    void diacritics_that_were_typed_must_be_there(String typed) {
        assertThat(like(typed, "vi")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hòa", "hoà", "Hoa", "hoà a"})
    void the_tone_may_stand_on_either_vowel(String typed) {
        var hoaAn =
                PlaceNames.of(List.of(place("Xã Hòa An", "Hòa An commune"), place("Xã Bình Hóa", "Bình Hóa commune")));

        assertThat(hoaAn.like(Words.of(typed).orElseThrow(), "vi", 1))
                .extracting(Suggestion::text)
                .containsExactly("Xã Hòa An");
    }

    @Test
    void the_shortest_name_comes_first_and_no_more_than_asked_for() {
        assertThat(like("cao", "vi"))
                .extracting(Suggestion::text)
                .containsExactly("Tỉnh Cao Bằng", "Phường Nùng Trí Cao");
        assertThat(names.like(Words.of("quang").orElseThrow(), "vi", 1))
                .extracting(Suggestion::text)
                .containsExactly("Xã Nam Quang");
    }

    @Test
    void names_are_those_of_the_visitors_language_else_vietnamese() {
        assertThat(like("cao", "en")).extracting(Suggestion::text).contains("Cao Bằng province");
        assertThat(like("cao", "tyz")).extracting(Suggestion::text).contains("Tỉnh Cao Bằng");
    }

    @Test
    void what_is_no_more_comes_after_what_is_and_says_what_it_has_become() {
        var bacNinh = PlaceNames.of(List.of(
                new Place(
                        "locality",
                        Texts.of("vi", "Tỉnh Bắc Ninh"),
                        "/dia-ban/24",
                        true,
                        Texts.of("vi", "Tỉnh Bắc Ninh"),
                        "27"),
                new Place(
                        "locality",
                        Texts.of("vi", "Tỉnh Bắc Giang"),
                        "/dia-ban/24",
                        true,
                        Texts.of("vi", "Tỉnh Bắc Ninh"),
                        "24"),
                new Place("locality", Texts.of("vi", "Huyện Bắc Mê"), "/dia-ban/9@2004-07-08", true, null, "9"),
                place("Tỉnh Bắc Ninh", "Bắc Ninh province")));

        assertThat(bacNinh.like(Words.of("bac").orElseThrow(), "vi", 10))
                .extracting(Suggestion::text)
                .containsExactly("Tỉnh Bắc Ninh", "Huyện Bắc Mê (cũ)", "Tỉnh Bắc Giang, nay là Tỉnh Bắc Ninh");
    }

    @ParameterizedTest
    @CsvSource({
        "Lý Bôn, true",
        "lý bôn, true",
        "ly bon, true",
        "xã Đình Phong, true",
        "Ly Bồn, false",
        "Bôn, false",
        "Nam, false",
        "Đình Phong ơi, false"
    })
    void words_are_the_name_of_a_unit_when_they_are_the_whole_of_it(String typed, boolean unit) {
        assertThat(names.haveUnitCalled(Words.of(typed).orElseThrow())).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource({
        "TP Cao Bằng, Thành Phố Cao Bằng",
        "tp. cao bang, Thành Phố Cao Bằng",
        "TP.Cao Bằng, Thành Phố Cao Bằng",
        "h.hà quảng, Huyện Hà Quảng",
        "Huyện Thông Nông, Thông Nông",
        "huyen thong nong, Thông Nông",
        "xã thông nông, Xã Thông Nông",
        "tx Thông Nông, Thông Nông",
        "vay vốn tp cao bằng năm nay, vay vốn Thành phố Cao Bằng năm nay",
        "01363, Xã Thông Nông",
        "cao bang, cao bang",
        "tp, tp",
        "huyện, huyện",
        "x hà quảng, x hà quảng",
        "xã hội học tập, xã hội học tập",
        "12345, 12345"
    })
    void units_are_read_by_the_names_they_have(String typed, String read) {
        assertThat(communes().withUnitsCalled(new Words(typed)).text()).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "TP Cao Bằng, Thành phố Cao Bằng (cũ)",
        "h.hà quảng, Huyện Hà Quảng (cũ)",
        "Huyện Thông Nông, Xã Thông Nông",
        "01363, Xã Thông Nông",
    })
    void units_are_offered_by_short_kinds_and_kinds_of_before_and_codes(String typed, String offered) {
        assertThat(communes().like(new Words(typed), "vi", 1))
                .extracting(Suggestion::text)
                .containsExactly(offered);
    }

    private static PlaceNames communes() {
        return PlaceNames.of(List.of(
                unit("Tỉnh Cao Bằng", "04", false),
                unit("Thành phố Cao Bằng", "040", true),
                unit("Huyện Hà Quảng", "045", true),
                unit("Xã Hà Quảng", "01438", false),
                unit("Xã Thông Nông", "01363", false)));
    }

    private static Place unit(String name, String code, boolean former) {
        return new Place("locality", Texts.of("vi", name), "/dia-ban/" + code, former, null, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "...", "😀"})
    void what_holds_no_word_finds_nothing(String typed) {
        assertThat(like(typed, "vi")).isEmpty();
    }

    @Test
    void the_names_of_units_are_known_among_other_words() {
        var units = PlaceNames.of(
                List.of(new Place(UnitPlaces.KIND, Texts.of(Texts.FALLBACK, "Xã Trà Lĩnh"), "/dia-ban/1")));

        assertThat(units.unitWordsIn(new Words("vay vốn Trà Lĩnh"))).containsExactlyInAnyOrder("Trà", "Lĩnh");
        assertThat(units.unitWordsIn(new Words("trả mình Lĩnh"))).isEmpty();
    }

    @Test
    void nothing_is_made_anew_for_each_key_that_is_pressed() {
        assertThat(like("cao", "vi").get(0)).isSameAs(like("ca", "vi").get(0));
    }

    private List<Suggestion> like(String typed, String language) {
        return names.like(Words.of(typed).orElseThrow(), language, 10);
    }

    private static Place place(String vietnamese, String english) {
        return new Place("locality", Texts.of(Map.of("vi", vietnamese, "en", english)), "/dia-ban/1");
    }
}
