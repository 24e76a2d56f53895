package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParagraphsTest {
    private static final String FULL = "Khi nước lên thì bà con ở ven suối chuyển trâu bò và lúa giống lên đồi cao,";

    @Test
    void a_wrapped_paragraph_is_one_again_whether_empty_lines_are_between_its_lines_or_not() {
        for (var end : List.of("\n", "\n\n", " \n\n \n")) {
            var text = (FULL + end).repeat(10) + "rồi báo cho Ủy ban nhân dân" + end + "- Một việc khác.";

            assertThat(paragraphs(text)).hasSize(2);
            assertThat(paragraphs(text).get(0))
                    .startsWith(FULL + " Khi nước lên")
                    .endsWith("đồi cao, rồi báo cho Ủy ban nhân dân");
        }
    }

    @Test
    void a_full_line_goes_on_also_with_a_name() {
        var text = (FULL + "\n").repeat(9)
                + "Căn cứ Quyết định số 5/QĐ-UBND ngày 6 tháng 1 năm 2026 của Thủ tướng Chính\nphủ và của\nBộ Y tế.";

        assertThat(paragraphs(text))
                .contains(
                        "Căn cứ Quyết định số 5/QĐ-UBND ngày 6 tháng 1 năm 2026 của Thủ tướng Chính phủ và của",
                        "Bộ Y tế.");
        assertThat(paragraphs(text.replace("Chính\nphủ và của\nBộ", "Chính phủ và\nBộ")))
                .contains("Căn cứ Quyết định số 5/QĐ-UBND ngày 6 tháng 1 năm 2026 của Thủ tướng Chính phủ và Bộ Y tế.");
    }

    @Test
    void a_symbol_broken_at_its_hyphen_is_one_again() {
        var text = (FULL + "\n").repeat(9)
                + "Căn cứ Công văn về việc đón lũ ở các xã ven suối năm 2026 số 832/STTTT-\nTTBCXB ngày 12/4/2026.";

        assertThat(paragraphs(text).get(1)).contains("832/STTTT-TTBCXB");
    }

    @Test
    void a_paragraph_that_a_page_cut_in_two_is_one_again() {
        var text = "Dòng này dài lắm. ".repeat(20) + "Bà con đem theo\n\nthóc giống và muối.\n\nDòng sau.";

        assertThat(paragraphs(text)).hasSize(2);
    }

    @Test
    void numbers_letters_and_dashes_begin_something_new() {
        var text = (FULL + "\n").repeat(9) + "1. Việc\na) Một\n- Hai\n+ Ba\nII. HAI\nĐiều 3. Bốn\nCăn cứ năm";

        assertThat(paragraphs(text)).hasSize(8);
    }

    @Test
    void page_numbers_and_running_heads_are_left_out_but_not_the_first_of_them() {
        var text = new StringBuilder("KẾ HOẠCH ĐÓN LŨ\n");
        for (var page = 1; page <= 4; page++) {
            text.append("Trang ").append(page).append("\n- ").append(page).append(" -\n");
            for (var line = 0; line < 20; line++) {
                text.append("- Việc số ").append((char) ('a' + line)).append(" của trang.\n");
            }
            text.append("KẾ HOẠCH ĐÓN LŨ\n");
        }

        assertThat(paragraphs(text.toString()))
                .hasSize(81)
                .doesNotContain("1", "Trang 2")
                .containsOnlyOnce("KẾ HOẠCH ĐÓN LŨ");
    }

    @Test
    void rows_of_a_table_are_never_joined() {
        var rows = List.of(IntakeBlock.row(List.of("1", "tiểu phẩm")), IntakeBlock.row(List.of("2", "phim")));

        assertThat(Paragraphs.of(ReadableLines.of(rows))).hasSize(2);
    }

    @Test
    void the_marks_of_markdown_are_not_read_but_places_count_them() {
        var line = ReadableLines.of(PlainText.blocks("## **II. Đón _lũ_** VX<sub>(VA)</sub> a\\-b"))
                .get(0);

        assertThat(line.text().text()).isEqualTo("II. Đón _lũ_ VX(VA) a-b");
        assertThat(line.heading()).isTrue();
        assertThat(line.text().place(0, 3)).isEqualTo(new Place(0, 5, 0, 8));
    }

    @Test
    void what_looks_like_a_mark_in_a_document_is_text_of_it() {
        var typed = "Xem <script>alert(1)</script> (*) và <b> #1 ở a\\-b";

        assertThat(ReadableLines.of(List.of(IntakeBlock.paragraph(typed)))
                        .get(0)
                        .text()
                        .text())
                .isEqualTo(typed);
        assertThat(ReadableLines.of(PlainText.blocks("Xem <script>alert(1)</script> <b>đậm</b>"))
                        .get(0)
                        .text()
                        .text())
                .isEqualTo("Xem <script>alert(1)</script> đậm");
    }

    @Test
    void letters_that_only_look_like_d_with_a_stroke_are_it() {
        var line = ReadableLines.of(List.of(
                        IntakeBlock.paragraph("Quyết \u00d0ịnh 90/Q\u00d0-TTg của Thủ tướng, \u00f0ã ký, QU\u0189")))
                .get(0);

        assertThat(line.text().text()).isEqualTo("Quyết Định 90/QĐ-TTg của Thủ tướng, đã ký, QUĐ");
    }

    private static List<String> paragraphs(String text) {
        var words = new ArrayList<String>();
        Paragraphs.of(Furniture.cleared(ReadableLines.of(PlainText.blocks(text))))
                .forEach(p -> words.add(p.text().plain()));
        return words;
    }
}
