package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.editorial.SubjectKind;

class FoundPartTest {
    private static final Subject FILM = new Subject(SubjectKind.PRODUCT, 7);

    @Test
    void a_moment_opens_with_the_voice_that_says_it() {
        assertThat(address("vi", "vi")).isEqualTo("/san-pham/phim?t=12.9&tieng=vi");
    }

    @Test
    void a_moment_in_subtitles_of_another_language_opens_with_these() {
        assertThat(address("vi", "hmn")).isEqualTo("/san-pham/phim?t=12.9&tieng=vi&phu-de=hmn");
    }

    @Test
    void what_has_no_voice_chooses_none() {
        assertThat(address("", "hmn")).isEqualTo("/san-pham/phim?t=12.9");
    }

    @Test
    void what_a_document_says_opens_at_its_page_or_where_the_document_lies() {
        assertThat(page(3, "/media/to-roi.pdf#page=3")).isEqualTo("/media/to-roi.pdf#page=3");
        assertThat(page(0, "")).isEqualTo("/san-pham/phim#tai-ve");
    }

    private static String page(long number, String anchor) {
        var part = new Parts.Part(FILM, "1", PartKind.PAGE, number, anchor, null, "vi", "");
        return FoundPart.of(List.of(part), Map.of(FILM.key(), "1"), "/san-pham/phim")
                .get(0)
                .url();
    }

    private static String address(String voice, String language) {
        var part = new Parts.Part(FILM, "1", PartKind.CUE, 12_900, voice, null, language, "");
        return FoundPart.of(List.of(part), Map.of(FILM.key(), "1"), "/san-pham/phim")
                .get(0)
                .url();
    }
}
