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
        assertThat(address("vi", "vi")).isEqualTo("/san-pham/phim?t=12&tieng=vi");
    }

    @Test
    void a_moment_in_subtitles_of_another_language_opens_with_these() {
        assertThat(address("vi", "hmn")).isEqualTo("/san-pham/phim?t=12&tieng=vi&phu-de=hmn");
    }

    @Test
    void what_has_no_voice_chooses_none() {
        assertThat(address("", "hmn")).isEqualTo("/san-pham/phim?t=12");
    }

    private static String address(String voice, String language) {
        var part = new Parts.Part(FILM, "1", PartKind.CUE, 12_900, voice, null, language, "");
        return FoundPart.of(List.of(part), Map.of(FILM.key(), "1"), "/san-pham/phim")
                .get(0)
                .url();
    }
}
