package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.Precision;

class LetterheadTest {
    @Test
    void both_columns_on_one_line_are_told_apart() {
        var plan = Documents.withHead(
                "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "TỈNH SƠN THỦY Độc lập - Tự do - Hạnh phúc",
                "Số: 9/KH-UBND Sơn Thủy, ngày 1 tháng 2 năm 2026");

        assertThat(plan.agency().orElseThrow().value()).isEqualTo("Ủy ban nhân dân tỉnh Sơn Thủy");
        assertThat(plan.superior()).isEmpty();
        assertThat(plan.number().orElseThrow().value()).isEqualTo("9");
        assertThat(plan.town().orElseThrow().value()).isEqualTo("Sơn Thủy");
    }

    @Test
    void a_name_of_the_state_that_a_scanner_misread_is_still_no_agency() {
        var plan = Documents.withHead(
                "UBND XÃ BẢN MÂY      CỌNG HÒA XÃ HÔI CHỦ NGHĨA VIẸT NAM",
                "Số: 4/KH-UBND        Bản Mây, ngày 1 tháng 2 năm 2026");

        assertThat(plan.agency().orElseThrow().value()).isEqualTo("Ủy ban nhân dân xã Bản Mây");
    }

    @Test
    void a_head_that_is_a_table_reads_the_same() {
        var head = IntakeBlock.row(
                List.of(
                        "UBND TỈNH SƠN THỦY\nSỞ Y TẾ\n\nSố: 18/KH-SYT",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSơn Thủy, ngày 3 tháng 4 năm 2026"));
        var plan = Documents.read(List.of(
                head,
                IntakeBlock.paragraph("KẾ HOẠCH"),
                IntakeBlock.paragraph("Tiêm phòng năm 2026"),
                IntakeBlock.paragraph("I. MỤC ĐÍCH")));

        assertThat(plan.superior().orElseThrow().value()).isEqualTo("Ủy ban nhân dân tỉnh Sơn Thủy");
        assertThat(plan.agency().orElseThrow().value()).isEqualTo("Sở Y tế");
        assertThat(plan.symbol().orElseThrow().value()).isEqualTo("KH-SYT");
        assertThat(plan.town().orElseThrow().value()).isEqualTo("Sơn Thủy");
        assertThat(plan.issued().orElseThrow().value().date()).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void a_number_whose_digits_a_scanner_has_parted_is_one() {
        for (var lines : List.of(
                List.of("UBND XÃ BẢN MÂY", "Số: 4 7/KH-UBND", "Bản Mây, ngày 1 tháng 2 năm 2026"),
                List.of("UBND XÃ BẢN MÂY", "Số: 4 7/KH-UBND Bản Mây, ngày 1 tháng 2 năm 2026"),
                List.of("UBND XÃ BẢN MÂY", "Số : 4 7 / KH-UBND\tBản Mây, ngày 1 tháng 2 năm 2026"))) {
            var plan = Documents.withHead(lines.toArray(String[]::new));

            assertThat(plan.agency().orElseThrow().value())
                    .as(lines.toString())
                    .isEqualTo("Ủy ban nhân dân xã Bản Mây");
            assertThat(plan.number().orElseThrow().value()).isEqualTo("47");
            assertThat(plan.number().orElseThrow().doubts()).containsExactly(Doubt.PARTED_DIGITS);
            assertThat(plan.symbol().orElseThrow().value()).isEqualTo("KH-UBND");
            assertThat(plan.town().orElseThrow().value()).isEqualTo("Bản Mây");
        }
    }

    @Test
    void a_number_left_blank_is_no_number_but_the_symbol_is_there() {
        for (var line : List.of("Số:         /KH-UBND", "Số: ....../KH-UBND", "Số: /KH-UBND", "Số:…/KH-UBND")) {
            var plan = Documents.withHead("UBND TỈNH SƠN THỦY", line);

            assertThat(plan.number()).as(line).isEmpty();
            assertThat(plan.symbol().orElseThrow().value()).as(line).isEqualTo("KH-UBND");
        }
    }

    @Test
    void a_day_left_blank_leaves_the_month_and_a_month_left_blank_the_year() {
        var month = Documents.withHead("UBND TỈNH SƠN THỦY", "Sơn Thủy, ngày     tháng 4 năm 2026");
        var year = Documents.withHead("UBND TỈNH SƠN THỦY", "Sơn Thủy, ngày ... tháng ... năm 2026");

        assertThat(month.issued().orElseThrow().value().precision()).isEqualTo(Precision.MONTH);
        assertThat(month.issued().orElseThrow().value().date()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(month.issued().orElseThrow().doubts()).contains(Doubt.INCOMPLETE);
        assertThat(year.issued().orElseThrow().value().precision()).isEqualTo(Precision.YEAR);
    }

    @Test
    void a_day_that_no_month_has_is_left_out() {
        assertThat(Documents.withHead("UBND TỈNH SƠN THỦY", "Sơn Thủy, ngày 31 tháng 2 năm 2026")
                        .issued())
                .isEmpty();
    }

    @Test
    void without_a_head_the_agency_is_the_one_that_acts_and_doubted() {
        var plan = Documents.withHead("Độc lập - Tự do - Hạnh phúc");

        assertThat(plan.agency().orElseThrow().value()).isEqualTo("Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn Thủy");
        assertThat(plan.agency().orElseThrow().doubts()).containsExactly(Doubt.INFERRED);
    }

    @Test
    void without_a_date_the_year_is_that_of_the_subject_when_what_it_rests_on_is_of_it_too() {
        var issued = Documents.withHead("UBND TỈNH SƠN THỦY").issued().orElseThrow();

        assertThat(issued.value().date()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(issued.value().precision()).isEqualTo(Precision.YEAR);
        assertThat(issued.doubts()).contains(Doubt.INFERRED);
    }

    @Test
    void the_kind_is_that_of_the_symbol_when_no_line_names_it() {
        var text =
                "SỞ Y TẾ\nSố: 18/KH-SYT\nCăn cứ Quyết định số 2/QĐ-UBND ngày 3/1/2026 của UBND tỉnh;\nI. MỤC ĐÍCH\nNgừa dịch.";

        var kind = Documents.read(text).kind().orElseThrow();

        assertThat(kind.value()).isEqualTo(DocumentKind.PLAN);
        assertThat(kind.doubts()).containsExactly(Doubt.INFERRED);
    }

    @Test
    void an_official_letter_has_its_subject_below_its_number() {
        var plan = Documents.read(
                "SỞ Y TẾ\nSố: 18/SYT-NVY\nV/v tiêm phòng cho đàn gia súc\nở các xã vùng cao\nKính gửi: Ủy ban nhân dân các xã\nI. MỤC ĐÍCH");

        assertThat(plan.kind().orElseThrow().value()).isEqualTo(DocumentKind.OFFICIAL_LETTER);
        assertThat(plan.subject().orElseThrow().value()).isEqualTo("tiêm phòng cho đàn gia súc ở các xã vùng cao");
    }

    @Test
    void the_subject_of_an_official_letter_may_begin_on_the_line_after_its_mark() {
        var plan = Documents.read(
                "SỞ Y TẾ\nSố: 18/SYT-NVY\nV/v\nTiêm phòng cho đàn gia súc\nKính gửi: Ủy ban nhân dân các xã\nI. MỤC ĐÍCH");

        assertThat(plan.subject().orElseThrow().value()).isEqualTo("Tiêm phòng cho đàn gia súc");
    }

    @Test
    void a_subject_in_capitals_is_written_as_the_preamble_writes_it() {
        var plan = Documents.read(Documents.PLAN
                .replace("Đưa tin về vốn vay đến các bản xa năm 2026", "ĐƯA TIN VỀ VỐN VAY\nĐẾN CÁC BẢN XA NĂM 2026")
                .replace(
                        "xây dựng kế hoạch như sau:",
                        "xây dựng kế hoạch đưa tin về vốn vay đến các bản xa năm 2026, như sau:"));

        assertThat(plan.subject().orElseThrow().value()).isEqualTo("Đưa tin về vốn vay đến các bản xa năm 2026");
        assertThat(plan.subject().orElseThrow().isSure()).isTrue();
    }

    @Test
    void a_subject_in_capitals_only_is_guessed() {
        var plan = Documents.read(
                Documents.PLAN.replace("Đưa tin về vốn vay đến các bản xa năm 2026", "ĐƯA TIN VỀ SƠN THỦY NĂM 2026"));

        assertThat(plan.subject().orElseThrow().value()).isEqualTo("Đưa tin về Sơn Thủy năm 2026");
        assertThat(plan.subject().orElseThrow().doubts()).containsExactly(Doubt.GUESSED_CAPITALS);
    }

    @Test
    void a_name_of_the_document_with_spaced_letters_is_one() {
        var plan = Documents.read(Documents.PLAN.replace("\nKẾ HOẠCH\n", "\nK Ế  H O Ạ C H\n"));

        assertThat(plan.kind().orElseThrow().value()).isEqualTo(DocumentKind.PLAN);
    }
}
