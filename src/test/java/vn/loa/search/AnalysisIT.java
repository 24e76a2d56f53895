package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Texts;
import vn.loa.editorial.SubjectKind;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

@UsesPortal
@TestInstance(Lifecycle.PER_CLASS)
class AnalysisIT {
    private static final long POVERTY = 1;
    private static final long COW = 2;
    private static final long SCHOOL = 3;
    private static final long IRRIGATION = 4;
    private static final long HMONG = 5;
    private static final long CAN_THO = 6;
    private static final long PARTY = 7;
    private static final long FILM = 8;
    private static final long RPA = 9;
    private static final long NAMESAKE = 10;
    private static final long CITING = 11;
    private static final long FULFILLING = 12;
    private static final long NAMING = 13;
    private static final long SIGNED = 14;
    private static final long SKIT = 15;
    private static final long HOOF = 16;
    private static final long INSURANCE = 17;
    private static final long AGENCY = 18;
    private static final long TOGETHER = 19;
    private static final long APART = 20;

    private TrialIndex trial;

    @BeforeAll
    void fill(Portal portal) {
        trial = TrialIndex.on(portal);
        trial.hold(
                work(POVERTY, "Giảm nghèo về thông tin ở vùng cao")
                        .words("summary", "Người dân được nghe đài và biết chính sách"),
                work(COW, "Nuôi bò sinh sản")
                        .words("summary", "Gia đình chị thoát nghèo nhờ chăn nuôi")
                        .words(
                                "spoken",
                                "Chúng tôi vay vốn mua hai con bò cái, sang năm bò đẻ. Nhờ đó nhà tôi xóa đói giảm nghèo."),
                work(SCHOOL, "Không bỏ học giữa chừng").words("summary", "Trẻ em đến trường"),
                work(IRRIGATION, "Hòa giải ở cơ sở").words("summary", "Thủy lợi cho làng"),
                work(HMONG, "Bản người H’Mông làm du lịch").words("summary", "Cả bản khoẻ mạnh"),
                work(CAN_THO, "Truyền thông về giảm nghèo đa chiều")
                        .words("reference", "159/KH-UBND")
                        .code("promise", "leaflets")
                        .words("body", "Ủy ban nhân dân thành phố Cần Thơ ban hành kế hoạch."),
                work(PARTY, "Kế hoạch của tỉnh ủy").words("reference", "30- KH-TU"),
                work(FILM, "Phim tài liệu về nước sạch").words("title_other", "A documentary about clean water"),
                work(NAMESAKE, "Đê"),
                work(CITING, "Kế hoạch của một xã")
                        .words("reference", "12/KH-UBND")
                        .words("cites", "159 / KH - UBND")
                        .words("body", "159/KH-UBND: Truyền thông về giảm nghèo đa chiều"),
                work(FULFILLING, "Tờ rơi").code("deliverable", "leaflets"),
                work(NAMING, "Tin").words("body", "Theo Kế hoạch số 159/KH-UBND, mỗi xã có một buổi."),
                work(SIGNED, "Chương trình của huyện").words("people", "Lường Văn Sơn"),
                work(SKIT, "Chuyện nhà anh Sơn")
                        .words("summary", "Anh Sơn và ông Văn, bà Lường bàn chuyện")
                        .words("spoken", "Văn ơi, Lường ơi, Sơn đây! Văn, Lường, Sơn cùng về."),
                work(HOOF, "Bệnh lở mồm long móng"),
                work(RPA, "Bản dịch").words("title_other", "Hoà tsev"),
                spoken(
                        work(INSURANCE, "Đi khám bệnh"),
                        "Bà con ai cũng có thẻ bảo hiểm",
                        "y tế miễn phí cả rồi",
                        "Nhà mình kinh tế eo hẹp",
                        "thì có thẻ bảo hiểm y tế lo",
                        "Trẻ",
                        "em dưới sáu tuổi cũng vậy",
                        "Cùng nhau xóa đói",
                        "giảm nghèo nhé"),
                work(TOGETHER, "Chợ phiên")
                        .words("spoken", "Chị em trong xóm cùng nhau dệt sợi lanh, nhuộm chàm rồi đem ra chợ bán."),
                work(APART, "Ngày mùa").words("spoken", "Lanh phơi ngoài sân, sợi phơi trong nhà, lanh đẹp, sợi bền."),
                work(AGENCY, "Thông báo")
                        .named("names", Texts.of("vi", "Sở Lao động, Thương binh và Xã hội"))
                        .named("around", Texts.of("vi", "Huyện Quảng Uyên")));
    }

    @AfterAll
    void remove() {
        trial.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "giam ngheo ve thong tin",
                "giảm nghèo về thông tin",
                "GIẢM NGHÈO VỀ THÔNG TIN",
                "giảm ngheo về thong tin"
            })
    void text_without_diacritics_finds_text_with_them(String typed) {
        assertThat(trial.find(typed)).startsWith(POVERTY);
    }

    @Test
    void an_index_that_was_merged_is_one_piece_in_which_the_same_is_found() {
        var other = List.of(work(901, "Đan gùi").build(), work(902, "Rèn dao").build());
        other.forEach(document -> trial.contents().replace(List.of(document), List.of()));
        try {
            assertThat(trial.pieces()).isGreaterThan(2);

            trial.contents().merge(() -> {});

            assertThat(trial.pieces()).isOne();
            assertThat(trial.find("đan gùi")).containsExactly(901L);
            assertThat(trial.find("nuôi bò sinh sản")).startsWith(COW);
        } finally {
            trial.contents()
                    .replace(List.of(), other.stream().map(IndexDocument::id).toList());
        }
    }

    @Test
    void misspelled_words_find_by_their_letters_what_has_them_together() {
        assertThat(trial.find("giãm nghéo ve thong tín")).isEmpty();
        assertThat(trial.findByLetters("giãm nghéo ve thong tín")).containsExactly(POVERTY);
        assertThat(trial.findByLetters("nghèo nhà tôi")).isEmpty();
    }

    @Test
    void the_server_has_all_that_questions_refer_to() {
        assertThat(trial.index().missing()).isEmpty();
    }

    @Test
    void decomposed_text_finds_composed() {
        assertThat(trial.find(Normalizer.normalize("giảm nghèo về thông tin", Normalizer.Form.NFD)))
                .startsWith(POVERTY);
    }

    @Test
    void a_word_with_diacritics_finds_nothing_that_only_has_its_letters() {
        assertThat(trial.find("bò")).containsExactly(COW);
        assertThat(trial.find("BỎ")).containsExactly(SCHOOL);
        assertThat(trial.find("bo")).containsExactlyInAnyOrder(COW, SCHOOL);
        assertThat(trial.find("đẻ")).containsExactly(COW);
        assertThat(trial.find("đê")).containsExactly(NAMESAKE);
    }

    @Test
    void of_words_with_and_without_diacritics_those_with_them_are_as_they_are_spelled() {
        assertThat(trial.find("bò cai")).containsExactly(COW);
        assertThat(trial.find("bỏ cai")).isEmpty();
    }

    @Test
    void what_is_marked_in_a_passage_is_what_was_found() {
        assertThat(trial.passages("vốn", COW).get("spoken").toString())
                .contains("\uE000vốn\uE001")
                .doesNotContain("\uE000vay\uE001");
        assertThat(trial.passages("bo", COW).get("spoken").toString()).contains("\uE000bò\uE001");
        assertThat(trial.passages("bỏ", COW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hòa giải", "hoà giải", "HOÀ GIẢI", "thủy lợi", "thuỷ lợi", "thuy loi"})
    void both_placements_of_the_tone_mark_are_one_word(String typed) {
        assertThat(trial.find(typed)).containsExactly(IRRIGATION);
    }

    @Test
    void the_tone_mark_of_other_languages_stays_where_it_is() {
        assertThat(trial.find("Hoà tsev")).contains(RPA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H'Mông", "H’Mông", "H‘mông", "hmông", "hmong", "Mông", "h mông", "HMÔNG"})
    void every_spelling_of_the_people_finds_them_and_no_hoof(String typed) {
        assertThat(trial.find(typed)).contains(HMONG).doesNotContain(HOOF);
    }

    @Test
    void the_people_and_a_hoof_are_found_without_diacritics() {
        assertThat(trial.find("mong")).contains(HMONG, HOOF);
        assertThat(trial.find("móng")).containsExactly(HOOF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "159/KH-UBND",
                "159/kh-ubnd",
                "159 / KH-UBND",
                "159/KH UBND",
                "159 KH UBND",
                "159/KH-UBND cần thơ"
            })
    void a_plan_is_found_by_its_number(String typed) {
        assertThat(trial.find(typed)).startsWith(CAN_THO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"159/KH-UBND", "kế hoạch số 159/KH-UBND", "159/KH-UBND giảm nghèo"})
    void a_number_finds_its_document_then_what_cites_it_fulfils_it_and_names_it_and_nothing_else(String typed) {
        assertThat(trial.find(typed)).containsExactly(CAN_THO, CITING, FULFILLING, NAMING);
    }

    @Test
    void parts_of_a_number_find_no_other_number() {
        assertThat(trial.find("12/KH-UBND")).containsExactly(CITING);
        assertThat(trial.find("160/KH-UBND")).isEmpty();
        assertThat(trial.find("59/KH-UBND")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lường văn sơn", "luong van son"})
    void the_name_of_who_signed_a_plan_finds_it_before_what_has_the_same_words(String typed) {
        assertThat(trial.find(typed)).startsWith(SIGNED).contains(SKIT);
    }

    @Test
    void words_written_as_a_name_are_found_together_only() {
        assertThat(trial.find("Lường Văn Sơn")).containsExactly(SIGNED);
        assertThat(trial.find("Lường Văn Hoà")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30-KH-TU", "30- KH-TU", "30 - KH - TU"})
    void spaces_in_a_number_do_not_matter(String typed) {
        assertThat(trial.find(typed)).startsWith(PARTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xoa doi giam ngheo", "xóa đói giảm nghèo", "xdgn"})
    void the_old_name_of_the_work_finds_what_bears_its_new_one(String typed) {
        assertThat(trial.find(typed)).isNotEmpty().containsAll(trial.find("giam ngheo"));
    }

    @Test
    void abbreviations_find_what_they_stand_for_and_the_other_way_round() {
        assertThat(trial.find("xdgn")).contains(COW);
        assertThat(trial.find("XĐGN")).contains(COW);
        assertThat(trial.find("UBND cần thơ")).startsWith(CAN_THO);
        assertThat(trial.find("uy ban nhan dan")).startsWith(CAN_THO);
    }

    @Test
    void the_icelandic_letter_is_taken_for_the_vietnamese_one() {
        assertThat(trial.find("nghe ðài")).contains(POVERTY);
    }

    @Test
    void what_is_said_is_found_too() {
        assertThat(trial.find("vay vốn mua hai con bò")).containsExactly(COW);
        assertThat(trial.passages("vay vốn", COW).get("spoken").toString()).contains("\uE000vay\uE001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sợi lanh", "soi lanh"})
    void two_syllables_said_together_come_before_the_same_said_apart(String typed) {
        assertThat(trial.find(typed)).containsExactly(TOGETHER, APART);
    }

    @Test
    void titles_in_other_languages_are_found() {
        assertThat(trial.find("clean water documentary")).containsExactly(FILM);
    }

    @Test
    void one_slip_in_a_word_is_forgiven_when_asked_for() {
        assertThat(trial.find("thuyr loij")).isEmpty();
        assertThat(trial.findWithSlips("truyeen thong giamm ngheo da chieu")).startsWith(CAN_THO);
    }

    @Test
    void a_beginning_is_completed_with_and_without_diacritics() {
        assertThat(trial.complete("giam ng")).startsWith(POVERTY).contains(CAN_THO);
        assertThat(trial.complete("Giảm ng")).startsWith(POVERTY);
        assertThat(trial.complete("h'm")).containsExactly(HMONG);
        assertThat(trial.complete("xyz")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{!func}1",
                "{!lucene}*:*",
                "*:*",
                "*a*",
                "title:bò",
                "_query_:\"*:*\"",
                "[* TO *]",
                "kind:product",
                "😀",
                "(((((",
                "\"",
                "\\",
                "AND",
                "NOT",
                "OR OR OR",
                "&&",
                "bò~9",
                "/.*/",
                "\uFFFD\uFFFD"
            })
    void no_text_is_query_syntax(String typed) {
        assertThat(trial.find(typed)).doesNotContain(POVERTY, IRRIGATION, PARTY);
    }

    @Test
    void a_very_long_query_is_answered() {
        var everySynonym = "ubnd hdnd mttq btttt stttt ldtbxh nnmt vhttdl ubdt ptth ttg qd kh nq cv ctmtqg";

        assertThat(trial.find(everySynonym)).isNotNull();
        assertThat(trial.find("ubnd btttt stttt ldtbxh vhttdl svhttdl")).isNotNull();
        assertThat(trial.findByLetters("lđtbxh btttt stttt vhttdl")).isNotNull();
        assertThat(trial.find("xã ".repeat(3_400))).isNotNull();
        assertThat(trial.find("x".repeat(10_000))).isEmpty();
    }

    @Test
    void what_an_abbreviation_stands_for_is_found_where_it_begins_though_it_ends_in_the_next_cue() {
        assertThat(trial.places("BHYT", INSURANCE))
                .containsExactlyInAnyOrder(
                        "0: Bà con ai cũng có thẻ <mark>bảo</mark> <mark>hiểm</mark> <mark>y</mark> <mark>tế</mark> miễn phí cả rồi …",
                        "12: … thì có thẻ <mark>bảo</mark> <mark>hiểm</mark> <mark>y</mark> <mark>tế</mark> lo …");
        assertThat(trial.places("XĐGN", INSURANCE).get(0)).startsWith("24: ").contains("<mark>đói</mark>");
        assertThat(trial.places("thiếu nhi", INSURANCE))
                .singleElement()
                .satisfies(place -> assertThat(place).startsWith("16: <mark>Trẻ</mark> <mark>em</mark> dưới sáu tuổi"));
    }

    @Test
    void a_cue_that_is_only_followed_by_the_words_is_not_listed() {
        assertThat(trial.cues("BHYT"))
                .extracting(cue -> cue.substring(0, cue.indexOf(':')))
                .containsExactlyInAnyOrder("0", "12");
        assertThat(trial.cues("BHYT miễn phí").get(0)).startsWith("0: ");
        assertThat(trial.cues("trẻ em dưới sáu tuổi").get(0)).startsWith("16: ");
        assertThat(trial.cues("miễn phí"))
                .singleElement()
                .satisfies(cue -> assertThat(cue).startsWith("4: "));
    }

    @Test
    void words_that_end_in_the_next_cue_are_shown_with_both() {
        assertThat(trial.places("thẻ bảo hiểm y tế miễn phí", INSURANCE).get(0))
                .startsWith("0: Bà con ai cũng có <mark>thẻ</mark>")
                .contains("<mark>phí</mark>");
        assertThat(trial.places("eo hẹp", INSURANCE).get(0))
                .isEqualTo("8: Nhà mình kinh tế <mark>eo</mark> <mark>hẹp</mark> …");
    }

    @ParameterizedTest
    @CsvSource({"BHYT, spoken", "tre em, spoken", "LĐTBXH, labels", "quang uyen, labels", "kham benh, title"})
    void what_is_found_by_a_synonym_or_a_name_alone_shows_it(String typed, String field) {
        var found = trial.find(typed).stream()
                .filter(List.of(INSURANCE, AGENCY)::contains)
                .findFirst()
                .orElseThrow();

        assertThat(trial.passages(typed, found).get(field))
                .anySatisfy(passage -> assertThat(passage).contains("\uE000"));
    }

    @Test
    void a_title_is_marked_as_a_whole() {
        assertThat(trial.passages("hmong", HMONG).get("title"))
                .containsExactly("Bản người \uE000H’Mông\uE001 làm du lịch");
    }

    @Test
    void a_document_that_the_index_cannot_take_is_refused_as_such() {
        var tooLong = "x".repeat(40_000);

        assertThatThrownBy(() -> trial.contents()
                        .replace(
                                List.of(work(99, "Quá dài")
                                        .code("genre", tooLong)
                                        .build()),
                                List.of()))
                .isInstanceOf(DocumentRefused.class);
    }

    /** With one cue every four seconds. */
    private static IndexDocument spoken(IndexDocument work, String... lines) {
        var cues = IntStream.range(0, lines.length)
                .mapToObj(i -> IndexedParts.runningOn(
                        IndexDocument.part(new Subject(SubjectKind.PRODUCT, INSURANCE), "1", PartKind.CUE, "vi/" + i)
                                .number("place", 4L * i)
                                .code("tongue", "vi")
                                .words("said", lines[i]),
                        lines[i],
                        i + 1 < lines.length ? lines[i + 1] : ""))
                .toList();
        return work.words("spoken", String.join(" ", lines)).holding(cues);
    }

    private static IndexDocument work(long id, String title) {
        return new IndexDocument(new Subject(SubjectKind.PRODUCT, id), "work-" + id, "1")
                .words("title", title)
                .words("suggestion", title)
                .moment("publishedAt", Instant.EPOCH.plusSeconds(id));
    }
}
