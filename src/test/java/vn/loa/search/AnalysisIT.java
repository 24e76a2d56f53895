package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
                work(RPA, "Bản dịch").words("title_other", "Hoà tsev"));
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
    void a_document_that_the_index_cannot_take_is_refused_as_such() {
        var tooLong = "x".repeat(40_000);

        assertThatThrownBy(() -> trial.index()
                        .replace(
                                List.of(work(99, "Quá dài")
                                        .code("genre", tooLong)
                                        .build()),
                                List.of()))
                .isInstanceOf(DocumentRefused.class);
    }

    private static IndexDocument work(long id, String title) {
        return new IndexDocument(new Subject(SubjectKind.PRODUCT, id), "work-" + id, "1")
                .words("title", title)
                .words("suggestion", title)
                .moment("publishedAt", Instant.EPOCH.plusSeconds(id));
    }
}
