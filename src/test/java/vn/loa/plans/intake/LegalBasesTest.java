package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.PlanContent.Basis;
import vn.loa.plans.Relation;

class LegalBasesTest {
    @Test
    void several_in_one_paragraph_are_parted_by_semicolons_and_share_the_reason() {
        var bases = bases(
                "Thực hiện Thông tư số 12/2025/TT-BYT ngày 4/3/2025 của Bộ Y tế quy định tiêm phòng; Kế hoạch số 5/KH-UBND ngày 6/1/2026 của UBND tỉnh về mùa lũ.");

        assertThat(bases).extracting(Basis::reference).containsExactly("12/2025/TT-BYT", "5/KH-UBND");
        assertThat(bases).extracting(Basis::relation).containsOnly(Relation.IMPLEMENTS);
        assertThat(bases).extracting(Basis::title).containsExactly("Quy định tiêm phòng", "Mùa lũ");
    }

    @Test
    void dates_are_read_in_all_ways_in_which_they_are_written() {
        for (var date : List.of(
                "ngày 6/1/2026",
                "ngày 06 tháng 01 năm 2026",
                "ngày 06-01-2026",
                "ngày 06.01.2026",
                "ngày O6/0l/2026",
                "ngày 6 tháng 1, năm 2026")) {
            assertThat(bases("Căn cứ Quyết định số 5/QĐ-UBND " + date + " của UBND tỉnh về mùa lũ;")
                            .get(0)
                            .date())
                    .as(date)
                    .isEqualTo(LocalDate.of(2026, 1, 6));
        }
    }

    @Test
    void the_day_may_stand_behind_the_agency() {
        var basis = bases("Căn cứ Công văn số 44/SYT-NVY của Sở Y tế ngày 9/2/2026 về tiêm phòng;")
                .get(0);

        assertThat(basis.kind()).isEqualTo("CV");
        assertThat(basis.date()).isEqualTo(LocalDate.of(2026, 2, 9));
        assertThat(basis.issuer()).isEqualTo("Sở Y tế tỉnh Sơn Thủy");
        assertThat(basis.title()).isEqualTo("Tiêm phòng");
    }

    @Test
    void what_amends_another_says_which() {
        var bases = bases(
                "Căn cứ Thông tư số 3/2024/TT-BYT ngày 4/3/2024 của Bộ trưởng Bộ Y tế quy định tiêm phòng;",
                "Căn cứ Thông tư số 8/2025/TT-BYT ngày 1/2/2025 của Bộ trưởng Bộ Y tế sửa đổi, bổ sung một số điều của Thông tư số 3/2024/TT-BYT ngày 4/3/2024 của Bộ trưởng Bộ Y tế quy định tiêm phòng;");

        assertThat(bases).extracting(Basis::reference).containsExactly("3/2024/TT-BYT", "8/2025/TT-BYT");
        assertThat(bases).extracting(Basis::relation).containsExactly(Relation.BASED_ON, Relation.AMENDS);
        assertThat(bases.get(1).amends()).isEqualTo("3/2024/TT-BYT");
        assertThat(bases).extracting(Basis::issuer).containsOnly("Bộ Y tế");
    }

    @Test
    void what_stands_in_brackets_as_amending_amends_what_stands_before_them() {
        var bases = bases(
                "Căn cứ Quyết định số 20/QĐ-BYT ngày 4/3/2024 của Bộ Y tế (được sửa đổi bởi Quyết định số 31/QĐ-BYT ngày 5/6/2025 của Bộ Y tế);");

        assertThat(bases).extracting(Basis::reference).containsExactly("20/QĐ-BYT", "31/QĐ-BYT");
        assertThat(bases.get(1).relation()).isEqualTo(Relation.AMENDS);
        assertThat(bases.get(1).amends()).isEqualTo("20/QĐ-BYT");
    }

    @Test
    void what_gives_the_money_is_told_by_what_it_is_about() {
        for (var about : List.of(
                "về việc phân bổ dự toán chi thường xuyên",
                "bổ sung kinh phí năm 2026",
                "giao chỉ tiêu và dự toán ngân sách",
                "điều chỉnh nguồn vốn sự nghiệp")) {
            assertThat(bases("Căn cứ Quyết định số 5/QĐ-UBND ngày 6/1/2026 của UBND tỉnh " + about + ";")
                            .get(0)
                            .relation())
                    .as(about)
                    .isEqualTo(Relation.ALLOCATES_BUDGET);
        }
    }

    @Test
    void the_symbols_of_the_party_keep_their_hyphen() {
        var basis = bases("Căn cứ Chỉ thị số 12-CT/TU ngày 2/2/2026 của Tỉnh ủy về chợ phiên;")
                .get(0);

        assertThat(basis.reference()).isEqualTo("12-CT/TU");
        assertThat(basis.issuer()).isEqualTo("Tỉnh ủy Sơn Thủy");
    }

    @Test
    void laws_are_cited_by_name_or_by_number() {
        var bases = bases(
                "Căn cứ Luật Báo chí ngày 05 tháng 4 năm 2016;",
                "Căn cứ Luật Tiếp cận thông tin số 104/2016/QH13 ngày 06 tháng 4 năm 2016;");

        assertThat(bases).extracting(Basis::reference).containsExactly("Luật Báo chí", "104/2016/QH13");
        assertThat(bases).extracting(Basis::date).containsExactly(LocalDate.of(2016, 4, 5), LocalDate.of(2016, 4, 6));
    }

    @Test
    void letters_in_the_wrong_case_and_spaces_within_a_symbol_make_no_difference() {
        assertThat(bases("Căn cứ quyết định số 5/qđ-ubnd ngày 6/1/2026 của ubnd tỉnh về mùa lũ;")
                        .get(0)
                        .reference())
                .isEqualTo("5/QĐ-UBND");
        assertThat(bases("Căn cứ Quyết định số 5/QĐ - UBND ngày 6/1/2026 của UBND tỉnh về mùa lũ;")
                        .get(0)
                        .reference())
                .isEqualTo("5/QĐ-UBND");
    }

    @Test
    void the_document_that_says_what_it_does_itself_is_not_part_of_what_the_last_one_is_about() {
        var bases = bases(
                "Thực hiện Kế hoạch số 5/KH-UBND ngày 6/1/2026 của UBND tỉnh về việc Đón lũ năm 2026, Sở Y tế ban hành Kế hoạch đón lũ, như sau");

        assertThat(bases.get(0).title()).isEqualTo("Đón lũ năm 2026");
    }

    @Test
    void a_section_that_cites_says_so_and_what_the_preamble_cites_is_not_repeated() {
        var plan = Documents.withBody(
                "I. NỘI DUNG",
                "1. Tiêm phòng",
                "Gắn với thực hiện Kết luận số 9-KL/TW ngày 8/5/2025 của Bộ Chính trị về tiếp tục thực hiện Chỉ thị số 2-CT/TW ngày 3/6/2020 của Ban Bí thư về y tế cơ sở.",
                "II. KINH PHÍ",
                "Theo Quyết định số 77/QĐ-UBND ngày 05 tháng 01 năm 2026; làm theo Công văn số 44/SYT-NVY ngày 9/2/2026 của Sở Y tế (gửi kèm).");

        assertThat(plan.legalBases())
                .extracting(b -> b.value().reference())
                .containsExactly("31/NQ-HĐND", "77/QĐ-UBND", "9-KL/TW", "2-CT/TW", "44/SYT-NVY");
        assertThat(plan.legalBases())
                .extracting(b -> b.value().citedIn())
                .containsExactly(null, null, "i-1", "i-1", "ii");
        assertThat(plan.legalBases().get(3).doubts()).contains(Doubt.NESTED);
        assertThat(plan.legalBases().get(4).value().relation()).isEqualTo(Relation.ATTACHES);
    }

    @Test
    void an_impossible_day_is_left_out_and_said() {
        var plan = Documents.withPreamble("Căn cứ Quyết định số 5/QĐ-UBND ngày 31/2/2026 của UBND tỉnh về mùa lũ;");

        assertThat(plan.legalBases().get(0).value().date()).isNull();
        assertThat(plan.legalBases().get(0).doubts()).contains(Doubt.IMPOSSIBLE_DATE);
    }

    private static List<Basis> bases(String... preamble) {
        var lines = new ArrayList<>(List.of(preamble));
        lines.add("Trên địa bàn tỉnh Sơn Thủy, Sở Y tế làm như sau:");
        return Documents.withPreamble(lines.toArray(String[]::new)).legalBases().stream()
                .map(Finding::value)
                .filter(basis -> basis.citedIn() == null)
                .toList();
    }
}
