package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What public pages say, and in which language they say it. */
@UsesPortal
class PublicWordsIT {
    private static final String NO_BREAK = "(\u00a0|&nbsp;|&#160;)";
    private static final String CARD = "<article class=\"card\"";
    private static final String CLIP = "/san-pham/rua-tay-sau-buoc";
    private static final String POSTER = "/san-pham/ap-phich-tiem-phong-giu-dan";

    private final Portal portal;

    PublicWordsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_further_page_of_a_list_has_a_title_and_an_address_of_its_own() {
        assertThat(page("/san-pham?trang=2"))
                .contains(", trang 2 –")
                .containsPattern("rel=\"canonical\" href=\"[^\"]*/san-pham\\?trang=2\"");
        assertThat(page("/san-pham?trang=2&hl=en"))
                .contains(", page 2 –")
                .containsPattern("rel=\"canonical\" href=\"[^\"]*/san-pham\\?trang=2&(amp;)?hl=en\"");
    }

    @Test
    void a_narrowed_list_keeps_what_it_is_narrowed_to_in_its_title_and_its_address() {
        assertThat(page("/san-pham?the-loai=tieu-pham&nhe=1"))
                .containsPattern("<title>\\s*Nghe – Xem – Đọc: Tiểu phẩm phát thanh")
                .containsPattern("rel=\"canonical\" href=\"[^\"]*/san-pham\\?the-loai=tieu-pham\"");
        assertThat(page("/tim-kiem?q=giam+ngheo")).containsPattern("<title>\\s*Kết quả cho “giam ngheo”");
        assertThat(page(PublicAddresses.SKIT + "?tieng=tyz"))
                .containsPattern("rel=\"canonical\" href=\"[^\"]*" + PublicAddresses.SKIT + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/san-pham?sap-xep=moi-nhat, /san-pham",
        "/san-pham?q=, /san-pham",
        "/san-pham?tieng=vi&the-loai=tieu-pham, /san-pham?the-loai=tieu-pham&amp;tieng=vi",
        "/san-pham?the-loai=tieu-pham&tieng=vi&q=&sap-xep=khac, /san-pham?the-loai=tieu-pham&amp;tieng=vi"
    })
    void a_list_has_one_address_however_its_filters_were_typed(String typed, String canonical) {
        assertThat(page(typed))
                .containsPattern("rel=\"canonical\" href=\"[^\"/]*//[^\"/]*" + Pattern.quote(canonical) + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "tieng=hmn, Nghe – Xem – Đọc: Có bằng tiếng Mông",
        "long-tieng=hmn, Nghe – Xem – Đọc: Nghe được bằng tiếng Mông",
        "phu-de=hmn, Nghe – Xem – Đọc: Phụ đề tiếng Mông",
        "tieng=hmn&hl=en, Listen – Watch – Read: Available in Mông",
        "long-tieng=hmn&hl=en, Listen – Watch – Read: Can be heard in Mông",
        "phu-de=hmn&hl=en, Listen – Watch – Read: Subtitles in Mông"
    })
    void a_list_narrowed_to_a_language_says_what_there_is_in_it(String narrowed, String title) {
        Until.answer(
                () -> page("/san-pham?" + narrowed),
                page -> Pattern.compile("<title>\\s*" + title + " –")
                        .matcher(page)
                        .find());
    }

    @Test
    void search_engines_are_led_only_to_languages_that_the_pages_speak() {
        assertThat(page("/?hl=hmn"))
                .contains("rel=\"alternate\" hreflang=\"vi\"", "rel=\"alternate\" hreflang=\"en\"")
                .doesNotContain("hreflang=\"hmn-Latn-VN\" href=\"http", "rel=\"alternate\" hreflang=\"hmn")
                .containsPattern("rel=\"canonical\" href=\"[^\"]*/\"");
    }

    @Test
    void a_stand_in_says_so_on_the_front_page_too() {
        assertThat(page("/?hl=hmn")).contains(">Bản mẫu nói tiếng Việt, giữ chỗ cho bản tiếng Mông");
        assertThat(page("/")).doesNotContain(">Bản mẫu nói tiếng Việt");
    }

    @Test
    void where_stand_ins_are_counted_as_speech_the_sample_says_so() {
        assertThat(page("/")).contains("bản lồng tiếng chỉ giữ chỗ và vẫn nói tiếng Việt");
        for (var list : List.of("/san-pham", "/tim-kiem?q=ngheo")) {
            assertThat(page(list))
                    .contains(
                            "bản lồng tiếng và phụ đề dịch chỉ giữ chỗ, vẫn bằng tiếng Việt",
                            "bản lồng tiếng chỉ giữ chỗ và vẫn nói tiếng Việt",
                            "phụ đề dịch chỉ giữ chỗ và vẫn viết tiếng Việt");
        }
    }

    @Test
    void the_front_page_counts_languages_apart_from_those_that_only_hold_a_place() {
        assertThat(page("/"))
                .containsPattern("1" + NO_BREAK + "thứ" + NO_BREAK + "tiếng · 2" + NO_BREAK + "bản giữ" + NO_BREAK
                        + "chỗ</span>");
        assertThat(page("/?hl=en")).containsPattern("1" + NO_BREAK + "language · 2" + NO_BREAK + "stand-ins</span>");
    }

    @Test
    void a_film_whose_subtitles_only_hold_a_place_says_so_where_they_are_chosen() {
        assertThat(page(PublicAddresses.FILM))
                .contains(
                        "label=\"Tiếng Mông (giữ chỗ)\"",
                        ">Tiếng Tày (giữ chỗ)</option>",
                        "<dd>Tiếng Việt, tiếng Mông (giữ chỗ), tiếng Tày (giữ chỗ)</dd>")
                .containsPattern("data-mock=\"1\" hidden=\"hidden\">Phụ đề đang chọn là bản mẫu viết tiếng Việt");
        assertThat(page(PublicAddresses.FILM + "?hl=en")).contains(">Mông (stand-in)</option>");
        assertThat(page(PublicAddresses.FILM + "?hl=hmn"))
                .as("on from the start")
                .contains("data-mock=\"1\">Phụ đề đang chọn là bản mẫu viết tiếng Việt");
    }

    @Test
    void nobody_is_taken_to_live_in_the_first_commune_of_the_list() {
        assertThat(page("/dia-ban/04")).containsPattern("<select[^>]*>\\s*<option value=\"\">Chọn một nơi</option>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/san-pham", "/ke-hoach", "/chu-de/y-te", "/dia-ban/04"})
    void what_is_no_page_of_a_list_is_told_and_leads_back_to_its_beginning(String list) {
        assertThat(page(list + "?trang=abc"))
                .contains("Danh sách này không có trang bà con vừa mở.", "href=\"" + list + "\">Xem từ trang đầu</a>")
                .doesNotContain(", trang ");
    }

    @Test
    void languages_are_named_in_one_phrase_which_says_once_that_they_are_languages() {
        assertThat(card("/san-pham?the-loai=clip-2d", CLIP))
                .contains(">Tiếng Việt</span>", ">Phụ đề giữ chỗ: tiếng Mông, Tày</span>");
        assertThat(card("/san-pham?the-loai=tieu-pham", PublicAddresses.SKIT))
                .contains(">Tiếng Việt</span>", ">Giữ chỗ: tiếng Mông, Tày</span>");
        assertThat(card("/san-pham?the-loai=tieu-pham&hl=en", PublicAddresses.SKIT))
                .contains(">Vietnamese</span>", ">Stand-ins: Mông, Tày</span>");
    }

    @Test
    void an_english_page_says_in_english_who_did_what_and_marks_names_as_vietnamese() {
        assertThat(page(PublicAddresses.SKIT + "?hl=en"))
                .contains("<dt>Script</dt><dd lang=\"vi\">", "<dt>Voices</dt><dd lang=\"vi\">")
                .doesNotContain("Kịch bản");
        assertThat(page(PublicAddresses.PLAN + "?hl=en")).contains("Sầm Việt An</span>, <span>Director</span>");
    }

    @ParameterizedTest
    @CsvSource({
        "hmn, Giao diện tiếng Mông đang chờ người dịch; tiếng nói đã chọn: Mông.",
        "tyz, Giao diện tiếng Tày đang chờ người dịch; tiếng nói đã chọn: Tày."
    })
    void who_chooses_a_language_without_texts_is_told_what_that_changes(String language, String words) {
        assertThat(page("/?hl=" + language)).contains(words);
        assertThat(page("/")).doesNotContain("đang chờ người dịch");
        assertThat(page("/?hl=en")).doesNotContain("await");
    }

    @Test
    void an_english_page_names_papers_in_english_and_says_which_texts_are_vietnamese() {
        assertThat(page(PublicAddresses.LEAFLET + "?hl=en"))
                .contains("PDF, 2 A4 pages")
                .doesNotContain("trang khổ")
                .containsPattern("The text below is shown in Vietnamese.</p>\\s*<div class=\"prose\" lang=\"vi\">");
        assertThat(page(PublicAddresses.LEAFLET)).doesNotContain("Phần dưới đây");
        assertThat(page(PublicAddresses.PLAN + "?hl=en"))
                .contains("<h3>Legal basis</h3>", "Documents that rest on this plan")
                .contains("lang=\"en\">The text below is in Vietnamese only.");
        assertThat(page("/ke-hoach/ke-hoach-truyen-thong-giam-ngheo-cao-bang-2022-2025?hl=en")
                        .replaceAll("<[^>]*>", ""))
                .doesNotContain("1 works");
    }

    @Test
    void what_has_one_size_is_not_said_to_begin_at_it() {
        assertThat(card("/san-pham?the-loai=ap-phich", POSTER))
                .containsPattern("\\d+" + NO_BREAK + "(KB|MB)")
                .doesNotContain("từ ");
        assertThat(card("/san-pham?the-loai=tieu-pham", PublicAddresses.SKIT))
                .containsPattern("từ \\d+" + NO_BREAK + "KB");
    }

    @Test
    void the_sound_of_a_film_is_not_offered_as_the_film() {
        assertThat(page(PublicAddresses.FILM))
                .contains(">Chỉ có tiếng, mọi điện thoại</span>", ">Phim 240p, cho điện thoại</span>")
                .doesNotContain("Bản nhẹ");
        assertThat(page(PublicAddresses.SKIT)).contains(">Bản nhẹ, mọi điện thoại</span>");
    }

    @Test
    void a_reportage_that_is_only_heard_says_listen() {
        assertThat(card("/san-pham?the-loai=phong-su", "/san-pham/bua-trua-o-lop-mam-non"))
                .contains("</svg>Nghe</span>");
    }

    @Test
    void a_plan_that_names_nobody_says_so_beside_the_capacity() {
        var plan = "/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-hoang-cat-2024";

        assertThat(page(plan)).contains("Chủ tịch (văn bản công bố không nêu tên)");
        assertThat(page(plan + "?hl=en")).contains("Chairperson (the published document gives no name)");
    }

    @Test
    void a_poster_can_be_seen_and_read_without_downloading_it() {
        assertThat(page(POSTER))
                .containsPattern("<source type=\"image/avif\" srcset=\"[^\"]+\"")
                .containsPattern("<img src=\"[^\"]+\\.jpg\"[^>]* alt=\"Hình trang đầu: Áp phích")
                .contains("Tiêm phòng đủ mũi, giữ cả đàn</strong>", "PDF, 1 trang khổ A3");
        assertThat(page(POSTER + "?nhe=1"))
                .contains("Tiêm phòng đủ mũi, giữ cả đàn</strong>")
                .doesNotContain("<img");
        assertThat(page(PublicAddresses.LEAFLET)).contains("<li>Tổ họp, bình xét công khai.</li>", "trang khổ A4");
    }

    @Test
    void a_single_file_is_offered_once() {
        for (var page : List.of(page(PublicAddresses.LEAFLET), page(POSTER))) {
            assertThat(page.split("download=\"download\"", -1)).hasSize(2);
        }
        assertThat(page(PublicAddresses.SKIT).split("download=\"download\"", -1))
                .hasSizeGreaterThan(2);
    }

    @Test
    void what_an_editor_says_of_a_voice_is_marked_as_vietnamese_on_english_pages() {
        assertThat(page(PublicAddresses.SKIT + "?tieng=hmn&hl=en"))
                .containsPattern("<p class=\"note sm soft\" lang=\"vi\"[^>]*>Bản mẫu");
    }

    @Test
    void a_stand_in_for_a_translation_says_so_and_is_marked_as_the_language_it_is_in() {
        assertThat(page(PublicAddresses.SKIT + "?tieng=hmn"))
                .contains("Bản mẫu nói tiếng Việt", "<span lang=\"vi\">Đây là bản mẫu");
    }

    /** The card of a work, on whichever page of the list it stands; newer works of other tests push it on. */
    private String card(String list, String work) {
        return Until.answer(
                        () -> cards(list)
                                .filter(card -> card.contains("href=\"" + work))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<String> cards(String list) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> page(list + "&trang=" + number))
                .takeWhile(page -> page.contains(CARD))
                .flatMap(page -> Stream.of(page.split(CARD)).skip(1))
                .map(card -> card.substring(0, card.indexOf("</article>")));
    }

    private String page(String address) {
        var answer = portal.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }
}
