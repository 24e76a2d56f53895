package vn.loa.plans.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** Documents of a province that does not exist, for tests. */
final class Documents {
    /** Line by line, both columns of the head one after the other. */
    static final String PLAN = """
            ỦY BAN NHÂN DÂN
            TỈNH SƠN THỦY
            SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
            -------
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            ---------------
            Số: 215/KH-SVHTTDL
            Sơn Thủy, ngày 07 tháng 3 năm 2026
            KẾ HOẠCH
            Đưa tin về vốn vay đến các bản xa năm 2026
            Căn cứ Nghị quyết số 31/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh Sơn Thủy về nhiệm vụ năm 2026;
            Thực hiện Quyết định số 77/QĐ-UBND ngày 05 tháng 01 năm 2026 của Chủ tịch UBND tỉnh phân bổ dự toán chi sự nghiệp năm 2026;
            Sở Văn hóa, Thể thao và Du lịch xây dựng kế hoạch như sau:
            I. MỤC ĐÍCH
            Để hộ vay biết lãi suất và nơi hỏi.
            II. NỘI DUNG
            1. Làm chương trình
            a) Số lượng: 12 tiểu phẩm phát thanh bằng tiếng Việt, lồng tiếng Mông, Tày.
            b) Thời lượng từ 3-5 phút.
            c) Phát trên đài truyền thanh xã; đăng tải trên cổng thông tin điện tử tỉnh.
            d) Hoàn thành trước ngày 30/9/2026.
            2. Thời gian thực hiện: Năm 2026.
            III. KINH PHÍ
            Từ nguồn được giao tại Quyết định số 77/QĐ-UBND.
            IV. TỔ CHỨC THỰC HIỆN
            1. Phòng Thông tin
            Chủ trì thực hiện kế hoạch này.
            Trên đây là kế hoạch của Sở./.
            Nơi nhận:
            - UBND tỉnh (b/c);
            - Các phòng của Sở (t/h);
            - Lưu: VT, TT.
            KT. GIÁM ĐỐC
            PHÓ GIÁM ĐỐC
            (Đã ký)
            Hoàng Thị Mây
            """;

    private Documents() {}

    static RecognisedPlan read(String text) {
        return read(PlainText.blocks(text));
    }

    static RecognisedPlan read(List<IntakeBlock> blocks) {
        Recognition recognition = PlanRecogniser.recognise(blocks);
        assertThat(recognition).isInstanceOf(Recognition.Recognised.class);
        return ((Recognition.Recognised) recognition).plan();
    }

    /** The plan with these lines in place of its preamble. */
    static RecognisedPlan withPreamble(String... lines) {
        return read(between("năm 2026", "I. MỤC ĐÍCH", lines));
    }

    /** The plan with these lines in place of its parts. */
    static RecognisedPlan withBody(String... lines) {
        return read(between("như sau:", "Trên đây là", lines));
    }

    /** The plan with these lines in place of its closing. */
    static RecognisedPlan withClosing(String... lines) {
        int from = PLAN.indexOf("Nơi nhận:");
        return read(PLAN.substring(0, from) + String.join("\n", lines));
    }

    /** The plan with these lines in place of its head. */
    static RecognisedPlan withHead(String... lines) {
        return read(String.join("\n", lines) + "\n" + PLAN.substring(PLAN.indexOf("KẾ HOẠCH\n")));
    }

    private static String between(String before, String after, String... lines) {
        int from = PLAN.indexOf(before + "\n") + before.length() + 1;
        int to = PLAN.indexOf(after);
        return PLAN.substring(0, from) + String.join("\n", lines) + "\n" + PLAN.substring(to);
    }

    /** What stands at a place of a text. */
    static String at(String text, Place place) {
        String[] lines = text.split("\n", -1);
        if (place.block() == place.lastBlock()) {
            return lines[place.block()].substring(place.from(), place.to());
        }
        return lines[place.block()].substring(place.from())
                + "\n"
                + String.join("\n", Arrays.asList(lines).subList(place.block() + 1, place.lastBlock()))
                + lines[place.lastBlock()].substring(0, place.to());
    }
}
