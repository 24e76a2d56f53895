package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.PlanContent.Basis;
import vn.loa.plans.PlanContent.Part;
import vn.loa.plans.PlanContent.Promise;

class AnnexesTest {
    private static final String HEAD = """
            ỦY BAN NHÂN DÂN
            TỈNH SƠN THỦY
            -------
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            """;

    /** With which a chairman promulgates a plan that follows. */
    private static final String DECISION = HEAD + """
            Số: 812/QĐ-UBND
            Sơn Thủy, ngày 12 tháng 5 năm 2026
            QUYẾT ĐỊNH
            Về việc ban hành Kế hoạch truyền thông về giảm nghèo năm 2026 trên địa bàn tỉnh
            CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
            Căn cứ Quyết định số 90/QĐ-TTg ngày 18 tháng 01 năm 2022 của Thủ tướng Chính phủ phê duyệt Chương trình giảm nghèo bền vững;
            Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 44/TTr-SVHTTDL ngày 05 tháng 5 năm 2026.
            QUYẾT ĐỊNH:
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền thông về giảm nghèo năm 2026.
            Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
            Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này./.
            Nơi nhận:
            - Như Điều 3;
            - Bộ VHTTDL (b/c);
            - Lưu: VT, VX.
            TM. ỦY BAN NHÂN DÂN
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH
            (Đã ký)
            Lò Văn Pá
            """ + HEAD + """
            KẾ HOẠCH
            Truyền thông về giảm nghèo năm 2026 trên địa bàn tỉnh
            (Ban hành kèm theo Quyết định số 812/QĐ-UBND ngày 12 tháng 5 năm 2026 của Chủ tịch Ủy ban nhân dân tỉnh)
            I. MỤC ĐÍCH
            Để hộ nghèo biết chính sách.
            II. NỘI DUNG
            1. Sản xuất 24 tiểu phẩm phát thanh trong quý III/2026.
            """;

    @Test
    void a_decision_keeps_what_it_rests_on_its_articles_and_its_signer_and_the_plan_that_it_promulgates() {
        var plan = Documents.read(DECISION);

        assertThat(plan.kind().orElseThrow().value()).isEqualTo(DocumentKind.DECISION);
        assertThat(plan.number().orElseThrow().value()).isEqualTo("812");
        assertThat(plan.signer().orElseThrow().value().name()).isEqualTo("Lò Văn Pá");
        assertThat(plan.signer().orElseThrow().value().capacity())
                .isEqualTo("TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH");
        assertThat(plan.legalBases())
                .extracting(found -> found.value().reference())
                .containsExactly("90/QĐ-TTg", "44/TTr-SVHTTDL");
        assertThat(plan.recipients()).hasSize(3);
        assertThat(parts(plan)).extracting(Part::anchor).startsWith("dieu-1", "dieu-2", "dieu-3");
        assertThat(parts(plan))
                .filteredOn(part -> part.depth() == 1)
                .extracting(Part::title)
                .last()
                .isEqualTo("Kế hoạch");
        assertThat(parts(plan)).extracting(Part::anchor).endsWith("ke-hoach-i", "ke-hoach-ii", "ke-hoach-ii-1");
        assertThat(promises(plan)).extracting(Promise::quantity).containsExactly(24);
    }

    @Test
    void an_annex_is_a_part_of_its_own_with_what_its_table_promises() {
        var blocks = new ArrayList<>(PlainText.blocks(Documents.PLAN
                + "PHỤ LỤC\nDANH MỤC SẢN PHẨM\n(Kèm theo Kế hoạch số 215/KH-SVHTTDL ngày 07 tháng 3 năm 2026)"));
        blocks.add(IntakeBlock.row(List.of("STT", "Sản phẩm", "Số lượng", "Thời gian", "Đơn vị")));
        blocks.add(IntakeBlock.row(List.of("1", "Phim tài liệu tiếng Mông", "02", "Tháng 11/2026", "Sở")));
        blocks.add(IntakeBlock.row(List.of("2", "Pa-nô, áp phích", "50 cái", "Trước 30/6", "Sở")));

        var plan = Documents.read(blocks);

        var annex = parts(plan).get(parts(plan).size() - 1);
        assertThat(List.of(annex.depth(), annex.anchor(), annex.title()))
                .containsExactly(1, "phu-luc", "Danh mục sản phẩm");
        assertThat(promises(plan)).extracting(Promise::quantity).containsExactly(12, 2, 50);
        assertThat(promises(plan))
                .extracting(Promise::deadline)
                .endsWith(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 6, 30));
        assertThat(plan.legalBases())
                .as("a document does not rest on itself")
                .extracting(Finding::value)
                .extracting(Basis::reference)
                .doesNotContain("215/KH-SVHTTDL");
    }

    @Test
    void several_annexes_have_numbers() {
        var plan = Documents.read(
                Documents.PLAN
                        + "PHỤ LỤC I\nPHÂN CÔNG NHIỆM VỤ\n1. Phòng Thông tin: chủ trì làm 12 tiểu phẩm.\nPHỤ LỤC II\nDỰ TOÁN KINH PHÍ\nTổng kinh phí: 300.000.000 đồng.");

        assertThat(parts(plan))
                .filteredOn(part -> part.anchor().startsWith("phu-luc"))
                .extracting(Part::anchor)
                .containsExactly("phu-luc-i", "phu-luc-i-1", "phu-luc-ii");
        assertThat(plan.sections())
                .filteredOn(found -> found.value().anchor().startsWith("phu-luc"))
                .allMatch(Finding::isSure);
    }

    @Test
    void a_part_whose_name_stands_below_its_number_is_called_so() {
        var plan = Documents.withBody(
                "Phần thứ nhất",
                "ĐÁNH GIÁ TÌNH HÌNH",
                "I. Kết quả",
                "Tốt.",
                "Phần thứ hai",
                "NHIỆM VỤ",
                "I. Nội dung",
                "Làm 5 phóng sự.");

        assertThat(parts(plan))
                .extracting(Part::title)
                .containsExactly("Đánh giá tình hình", "Kết quả", "Nhiệm vụ", "Nội dung");
        assertThat(plan.sections()).allMatch(Finding::isSure);
    }

    @Test
    void what_a_heading_says_behind_its_colon_is_promised_once() {
        assertThat(promises(Documents.withBody("I. NỘI DUNG", "1. Tiểu phẩm: làm 12 tiểu phẩm về vốn vay.")))
                .extracting(Promise::quantity)
                .containsExactly(12);
    }

    @Test
    void a_number_in_a_box_of_its_own_is_found_wherever_it_was_read() {
        var plan = Documents.PLAN.replace("Số: 215/KH-SVHTTDL\n", "");

        for (var text : List.of(plan + "Số: 215/KH-SVHTTDL\n", "Số: 215/KH-SVHTTDL\n" + plan)) {
            var read = Documents.read(text);

            assertThat(read.number().orElseThrow().value()).isEqualTo("215");
            assertThat(read.symbol().orElseThrow().value()).isEqualTo("KH-SVHTTDL");
            assertThat(read.agency().orElseThrow().value()).isEqualTo("Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn Thủy");
        }
    }

    private static List<Part> parts(RecognisedPlan plan) {
        return plan.sections().stream().map(Finding::value).toList();
    }

    private static List<Promise> promises(RecognisedPlan plan) {
        return plan.deliverables().stream().map(Finding::value).toList();
    }

    @Test
    void an_annex_begins_with_its_word_in_small_letters_as_the_decree_wants_it() {
        for (var word : List.of("Phụ lục", "Phụ lục I")) {
            var plan = Documents.read(Documents.PLAN + word + "\n" + """
                    DANH MỤC SẢN PHẨM NĂM 2026
                    (Kèm theo Kế hoạch số 215/KH-SVHTTDL ngày 07 tháng 3 năm 2026 của Sở Văn hóa, Thể thao và Du lịch)
                    In 500 tờ rơi trong quý II năm 2026.
                    """);

            var last = plan.sections().get(plan.sections().size() - 1).value();
            assertThat(last.title()).as(word).isEqualTo("Danh mục sản phẩm năm 2026");
            assertThat(last.anchor()).startsWith("phu-luc");
            assertThat(last.text()).contains("In 500 tờ rơi");
            assertThat(plan.recipients()).hasSize(3);
        }
    }
}
