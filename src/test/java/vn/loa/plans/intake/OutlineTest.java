package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.PlanContent.Part;

class OutlineTest {
    @Test
    void an_address_is_the_way_of_numbers_to_the_section() {
        var parts = parts(
                "I. MỤC ĐÍCH",
                "1. Chung",
                "1.1. Trước lũ",
                "1.2 Sau lũ",
                "2. Riêng",
                "2.1.4. Tài liệu",
                "II. KINH PHÍ");

        assertThat(parts)
                .extracting(Part::anchor)
                .containsExactly("i", "i-1", "i-1-1", "i-1-2", "i-2", "i-2-1-4", "ii");
        assertThat(parts).extracting(Part::depth).containsExactly(1, 2, 3, 3, 2, 3, 1);
    }

    @Test
    void a_number_that_stands_twice_gets_a_letter_and_is_doubted_and_so_is_one_that_jumps() {
        var plan = Documents.withBody("I. NỘI DUNG", "II. KINH PHÍ", "II. TỔ CHỨC", "1. Sở Y tế", "3. Sở Tài chính");

        assertThat(plan.sections())
                .extracting(part -> part.value().anchor())
                .containsExactly("i", "ii", "ii-b", "ii-b-1", "ii-b-3");
        assertThat(plan.sections()).extracting(Finding::isSure).containsExactly(true, true, false, true, false);
    }

    @Test
    void articles_have_an_address_of_their_own_within_chapters() {
        var parts = parts(
                "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi", "1. Trong tỉnh.", "Chương II", "Điều 2. Kinh phí");

        assertThat(parts)
                .extracting(Part::anchor)
                .containsExactly("chuong-i", "dieu-1", "dieu-1-1", "chuong-ii", "dieu-2");
    }

    @Test
    void text_belongs_to_the_heading_above_and_paragraphs_are_parted_by_an_empty_line() {
        var parts = parts("I. NỘI DUNG", "- Xem lũ.", "- Báo lũ.", "II. KINH PHÍ", "Không có.");

        assertThat(parts.get(0).text()).isEqualTo("- Xem lũ.\n\n- Báo lũ.");
        assertThat(parts.get(1).text()).isEqualTo("Không có.");
    }

    @Test
    void what_follows_the_colon_of_a_label_is_text_but_not_that_of_a_numbered_project() {
        var parts = parts("I. NỘI DUNG", "1. Phòng Y tế huyện: Cung cấp số liệu.", "2. Thực hiện Tiểu dự án 1: Đón lũ");

        assertThat(parts.get(1).title()).isEqualTo("Phòng Y tế huyện");
        assertThat(parts.get(1).text()).isEqualTo("Cung cấp số liệu.");
        assertThat(parts.get(2).title()).isEqualTo("Thực hiện Tiểu dự án 1: Đón lũ");
    }

    @Test
    void lettered_points_are_text_unless_they_head_something() {
        var parts = parts(
                "I. NỘI DUNG",
                "1. Việc",
                "a) Xem lũ;",
                "b) Báo lũ.",
                "2. Người",
                "a) Tổ trưởng",
                "- Đi trước.",
                "b) Tổ viên",
                "- Đi sau.");

        assertThat(parts).extracting(Part::anchor).containsExactly("i", "i-1", "i-2", "i-2-a", "i-2-b");
        assertThat(parts.get(1).text()).isEqualTo("a) Xem lũ;\n\nb) Báo lũ.");
    }

    @Test
    void a_paragraphparagraph_with_a_number_is_named_by_its_beginning_and_kept() {
        var paragraph = "1. " + "Nước lên thì chuyển trâu bò lên đồi, ".repeat(10) + "rồi báo xã.";

        var plan = Documents.withBody("I. NỘI DUNG", paragraph);

        var part = plan.sections().get(1);
        assertThat(part.value().title()).startsWith("Nước lên").endsWith("…").hasSizeLessThan(110);
        assertThat(part.value().text()).isEqualTo(paragraph);
        assertThat(part.doubts()).contains(Doubt.SHORTENED);
    }

    @Test
    void a_scanned_roman_number_is_one_before_capitals() {
        assertThat(parts("l. MỤC ĐÍCH", "lI. NỘI DUNG", "l. Việc chung"))
                .extracting(Part::anchor)
                .containsExactly("i", "ii", "ii-1");
    }

    @Test
    void headings_in_capitals_are_written_small() {
        assertThat(parts("I. MỤC ĐÍCH, YÊU CẦU").get(0).title()).isEqualTo("Mục đích, yêu cầu");
    }

    private static List<Part> parts(String... lines) {
        return Documents.withBody(lines).sections().stream().map(Finding::value).toList();
    }
}
