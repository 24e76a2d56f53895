package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @Test
    void a_vietnamese_title_loses_its_marks_and_keeps_its_words() {
        assertThat(Slug.of("Con bò của nhà ông Páo: đâu rồi?").value()).isEqualTo("con-bo-cua-nha-ong-pao-dau-roi");
    }

    @Test
    void composed_and_decomposed_titles_give_the_same_address() {
        var title = "Đường về bản Thuỷ Lợi";

        assertThat(Slug.of(Normalizer.normalize(title, Normalizer.Form.NFD))).isEqualTo(Slug.of(title));
    }

    @Test
    void the_language_of_the_machine_changes_nothing() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Slug.of("INTERNET IN Ấn").value()).isEqualTo("internet-in-an");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_long_title_is_cut_without_a_trailing_hyphen() {
        assertThat(Slug.of("a".repeat(119) + " b").value()).hasSize(119);
    }

    @Test
    void what_must_be_shorter_ends_after_a_word_where_it_can() {
        assertThat(new Slug("con-bo-cua-nha").within(14).value()).isEqualTo("con-bo-cua-nha");
        assertThat(new Slug("con-bo-cua-nha").within(13).value()).isEqualTo("con-bo-cua");
        assertThat(new Slug("con-bo-cua-nha").within(10).value()).isEqualTo("con-bo-cua");
        assertThat(new Slug("con-bo-cua-nha").within(9).value()).isEqualTo("con-bo");
        assertThat(new Slug("a".repeat(20) + "-b").within(5).value()).isEqualTo("aaaaa");
    }

    @Test
    void a_numbered_address_keeps_its_words_and_its_length() {
        assertThat(new Slug("a-b").numbered(2).value()).isEqualTo("a-b-2");
        assertThat(new Slug("a".repeat(120)).numbered(12).value()).hasSize(120).endsWith("a-12");
        assertThat(new Slug("a".repeat(117) + "-bb").numbered(2).value()).isEqualTo("a".repeat(117) + "-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "đi", "a b", "a/b", "../a", "a\n"})
    void what_has_not_the_form_of_a_slug_is_refused(String value) {
        assertThatThrownBy(() -> new Slug(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_title_without_any_letter_gives_no_address() {
        assertThatThrownBy(() -> Slug.of("!!!")).isInstanceOf(IllegalArgumentException.class);
    }
}
