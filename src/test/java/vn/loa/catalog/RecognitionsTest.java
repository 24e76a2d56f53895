package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Language;
import vn.loa.taxonomy.Medium;

class RecognitionsTest {
    private static final List<Language> LANGUAGES = List.of(
            language("vi", "vi", "vie", "Tiếng Việt", "Tiếng Việt", "Vietnamese", true),
            language("hmn", "hmn-Latn-VN", "hmn", "Mông", "Tiếng Mông", "Hmong", true),
            language("tyz", "tyz-Latn-VN", "tyz", "Tày", "Tiếng Tày", "Tày", true),
            language("km", "km", "khm", "ខ្មែរ", "Tiếng Khmer", "Khmer", true),
            language("en", "en", "eng", "English", "Tiếng Anh", "English", false));

    @ParameterizedTest
    @CsvSource({
        "con-bo.hmn.mp3, audio, hmn, dub",
        "phim_vi_sub.srt, subtitle, vi, original",
        "giu-nuoc_tieng-mong_ban-2.wav, audio, hmn, dub",
        "giu-nuoc-tay.wav, audio, tyz, dub",
        "Con bò – tiếng Tày.MP3, audio, tyz, dub",
        "Con bò (tiếng H'Mông).m4a, audio, hmn, dub",
        "con-bo.mww.vtt, subtitle, hmn, translation",
        "con_bo_tyz.ass, subtitle, tyz, translation",
        "con-bo-vie-goc.flac, audio, vi, original",
        "sub vi giu nuoc.srt, subtitle, vi, original",
        "phim.khm.mp4, video, km, dub",
        "phim goc tieng mong.mov, video, hmn, original",
        "Giữ nước_tieng-mong.mp3, audio, hmn, dub",
        "vi_giu-nuoc.srt, subtitle, vi, original"
    })
    void a_name_says_kind_language_and_role(String name, String kind, String language, String role) {
        assertThat(of(name)).isEqualTo(new Recognition(kind, language, true, role, null));
        assertThat(of(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .as("decomposed, as macOS writes names")
                .isEqualTo(of(name));
    }

    /** Washing hands is not Tày, a unit not Vietnamese, and a picture not English. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "rua-tay-sau-buoc.mp3",
                "Rửa tay.mp3",
                "don-vi-thi-cong.mp3",
                "anh-em-nha-bo.mp3",
                "Ước mong của bản.mp3",
                "phim-tieng-anh.mp4"
            })
    void syllables_that_look_like_a_language_are_none(String name) {
        assertThat(of(name).named()).isFalse();
        assertThat(of(name).language()).isEqualTo("vi");
    }

    @Test
    void what_stands_for_itself_is_believed_before_what_only_ends_the_name() {
        assertThat(of("le-hoi_hmn_don-tay.mp3").language()).isEqualTo("hmn");
    }

    @Test
    void pictures_and_documents_are_what_the_work_needs() {
        assertThat(of("thôn bản.JPG").role()).isEqualTo("poster");
        assertThat(in(new Recognitions.Work(Medium.AUDIO, "vi", true, List.of()), "thon.jpg")
                        .role())
                .isEqualTo("attachment");
        assertThat(in(new Recognitions.Work(Medium.AUDIO, "vi", true, List.of()), "anh-bia.png")
                        .role())
                .isEqualTo("poster");
        assertThat(in(new Recognitions.Work(Medium.PRINT, "vi", false, List.of()), "trang-1.png")
                        .role())
                .isEqualTo("original");
        assertThat(in(new Recognitions.Work(Medium.PRINT, "vi", false, List.of()), "to-roi.pdf")
                        .role())
                .isEqualTo("original");
        assertThat(of("kich-ban.pdf").role()).isEqualTo("attachment");
    }

    @Test
    void the_language_of_the_work_is_that_of_its_original() {
        var work = new Recognitions.Work(Medium.AUDIO, "hmn", false, List.of());

        assertThat(in(work, "a.hmn.mp3").role()).isEqualTo("original");
        assertThat(in(work, "a.mp3")).isEqualTo(new Recognition("audio", "hmn", false, "original", null));
        assertThat(in(work, "a.vi.mp3").role()).isEqualTo("dub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ghi-am", "phim.wmv", ".mp3", "a.", "…", "con-bo.hmn"})
    void an_ending_that_nobody_knows_says_no_kind(String name) {
        assertThat(of(name).kind()).isNull();
        assertThat(of(name).role()).isNull();
    }

    private static Recognition of(String name) {
        return in(new Recognitions.Work(Medium.AUDIO, "vi", false, List.of()), name);
    }

    private static Recognition in(Recognitions.Work work, String name) {
        return Recognitions.of(name, work, LANGUAGES);
    }

    private static Language language(
            String code, String tag, String media, String endonym, String vi, String en, boolean content) {
        return new Language(code, tag, media, endonym, Texts.of(Map.of("vi", vi, "en", en)), null, content, false, 1);
    }
}
