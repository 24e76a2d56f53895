package vn.loa.testing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.media.documents.Documents;

/** The plan of a commune that does not exist, as a Word document laid out as Decree 30/2020/NĐ-CP says. */
public final class PlanDocx {
    private PlanDocx() {}

    /** @param subject trích yếu, which makes it another than the others */
    public static byte[] of(String subject, String... more) {
        return Documents.docx(body(subject), more);
    }

    /** What stands in it. */
    public static String body(String subject) {
        return head()
                + centred("KẾ HOẠCH")
                + centred(subject)
                + paragraphs(
                        "Căn cứ Nghị quyết số 31/NQ-HĐND ngày 10/12/2025 của Hội đồng nhân dân tỉnh Cao Bằng về nhiệm vụ năm 2026;",
                        "Căn cứ Kế hoạch số 447/KH-UBND ngày 21/02/2025 của Ủy ban nhân dân tỉnh Cao Bằng về giảm nghèo năm 2025;",
                        "Sở Văn hóa, Thể thao và Du lịch tỉnh Cao Bằng xây dựng kế hoạch như sau:",
                        "I. MỤC ĐÍCH",
                        "Để hộ vay biết lãi suất và nơi hỏi.",
                        "II. NỘI DUNG",
                        "1. Làm chương trình",
                        "a) Số lượng: 12 tiểu phẩm phát thanh bằng tiếng Việt, lồng tiếng Mông, Tày.",
                        "b) Thời lượng từ 3-5 phút.",
                        "c) Phát trên đài truyền thanh xã; đăng tải trên cổng thông tin điện tử tỉnh.",
                        "d) Hoàn thành trước ngày 30/9/2030.",
                        "2. Thời gian thực hiện: Năm 2026.",
                        "III. KINH PHÍ",
                        "Từ nguồn được giao tại Quyết định số 77/QĐ-UBND.",
                        "Trên đây là kế hoạch của Sở./.")
                + row(
                        "Nơi nhận:\n- UBND tỉnh (b/c);\n- Các phòng của Sở (t/h);\n- Lưu: VT, TT.",
                        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nHoàng Thị Mây");
    }

    private static String head() {
        return row(
                "ỦY BAN NHÂN DÂN TỈNH CAO BẰNG\nSỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH\n\nSố: 2l5/KH-SVHTTDL",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nCao Bằng, ngày 07 tháng 3 năm 2026");
    }

    public static String paragraphs(String... texts) {
        return Stream.of(texts).map(text -> paragraph("", text)).collect(Collectors.joining());
    }

    private static String centred(String text) {
        return paragraph("<w:pPr><w:jc w:val='center'/></w:pPr>", text);
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<w:tc>"
                        + Stream.of(cell.split("\n", -1))
                                .map(line -> paragraph("", line))
                                .collect(Collectors.joining())
                        + "</w:tc>")
                .collect(Collectors.joining("", "<w:tbl><w:tr>", "</w:tr></w:tbl>"));
    }

    private static String paragraph(String properties, String text) {
        return "<w:p>" + properties + "<w:r><w:t xml:space='preserve'>"
                + text.replace("&", "&amp;").replace("<", "&lt;") + "</w:t></w:r></w:p>";
    }
}
