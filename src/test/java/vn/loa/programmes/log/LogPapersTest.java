package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.common.Messages;
import vn.loa.common.Texts;
import vn.loa.programmes.ItemPriority;

class LogPapersTest {
    private static final LogPaperWords WORDS =
            new LogPaperWords(Messages.in("vi"), Map.of("hmn", Texts.of("vi", "Tiếng Mông")));

    /** A letter as a workbook may write it. */
    private static final Pattern REFERENCE = Pattern.compile("&#(x?[0-9a-fA-F]+);");

    private static final List<MonthReport.Line> PRIORITIES = List.of(
            new MonthReport.Line(ItemPriority.URGENT, "hmn", 1, 0, 245), new MonthReport.Line(null, "hmn", 1, 1, 255));

    @TempDir
    private Path folder;

    private final StationLog.Head head = new StationLog.Head(
            "01393",
            Texts.of("vi", "Xã Lũng Nặm"),
            YearMonth.of(2026, 11),
            List.of(new LogSum("con-bo", Texts.of("vi", "Con bò của nhà ông Páo"), "hmn", 2, 1, 1, 500, 1)));

    @Test
    void the_paper_holds_head_entries_sums_and_room_for_signatures_in_letters_of_vietnamese() throws IOException {
        var text = paper(List.of(
                line(1, 245, AiredOutcome.AIRED, ""), line(2, 0, AiredOutcome.MISSED, "Mất điện cả buổi sáng")));
        assertThat(text)
                .contains(
                        "ỦY BAN NHÂN DÂN XÃ LŨNG NẶM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "NHẬT KÝ PHÁT THANH THÁNG 11 NĂM 2026",
                        "27/11/2026",
                        "05:00:01",
                        "4:05",
                        "Tiếng Mông",
                        "Không phát",
                        "Mức ưu tiên",
                        "Khẩn cấp",
                        "Ngoài lịch",
                        "NGƯỜI LẬP");
        assertThat(text.replaceAll("\\s+", " ")).contains("Con bò của nhà ông Páo", "Mất điện cả buổi sáng");
    }

    @Test
    void a_month_without_entries_is_a_paper_too() throws IOException {
        assertThat(paper(List.of())).contains("Chưa có gì trong nhật ký tháng này");
    }

    @Test
    void a_long_month_goes_over_many_pages_each_with_the_names_of_the_columns_its_day_and_a_number()
            throws IOException {
        var lines = new ArrayList<LogLine>();
        for (var i = 0; i < 1_200; i++) {
            lines.add(line(i, 60, AiredOutcome.AIRED, ""));
        }
        try (var pdf = Loader.loadPDF(bytes(lines))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(20);
            var stripper = new PDFTextStripper();
            stripper.setStartPage(15);
            stripper.setEndPage(15);
            assertThat(stripper.getText(pdf))
                    .contains(
                            "Sản phẩm",
                            "Kết quả",
                            "Đài truyền thanh xã Lũng Nặm · Nhật ký phát thanh tháng 11 năm 2026 · 15/"
                                    + pdf.getNumberOfPages())
                    .containsOnlyOnce("27/11/2026");
        }
    }

    @Test
    void signatures_never_stand_alone_on_a_page() throws IOException {
        for (var count = 6; count < 18; count++) {
            var lines = IntStream.range(0, count)
                    .mapToObj(i -> line(i, 60, AiredOutcome.AIRED, ""))
                    .toList();
            try (var pdf = Loader.loadPDF(bytes(lines))) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(pdf.getNumberOfPages());
                assertThat(stripper.getText(pdf))
                        .as(count + " entries")
                        .contains(
                                "NGƯỜI LẬP",
                                "Khẩn cấp",
                                "Ngoài lịch",
                                pdf.getNumberOfPages() + "/" + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void a_paper_that_ended_before_its_sums_is_nothing_and_not_half_a_month() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = new LogPaper(head, WORDS, out)) {
            paper.line(line(1, 245, AiredOutcome.AIRED, ""));
        }

        assertThat(out.size()).isZero();
    }

    @Test
    void in_the_workbook_a_formula_is_a_text_and_numbers_are_numbers() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new LogWorkbook(head, WORDS, out)) {
            workbook.line(line(1, 245, AiredOutcome.AIRED, "=HYPERLINK(\"http://x\")"));
            workbook.sums(head, PRIORITIES);
        }
        var parts = parts(out.toByteArray());
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("=HYPERLINK", "Con bò của nhà ông Páo", "inlineStr")
                .doesNotContain("<f>");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("<v>2</v>", "Phát dở");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("Khẩn cấp", "Ngoài lịch", "Tiếng Mông");
    }

    private String paper(List<LogLine> lines) throws IOException {
        try (var pdf = Loader.loadPDF(bytes(lines))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private byte[] bytes(List<LogLine> lines) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var paper = new LogPaper(head, WORDS, out)) {
            for (var line : lines) {
                paper.line(line);
            }
            paper.sums(head, PRIORITIES);
        }
        return out.toByteArray();
    }

    private Map<String, String> parts(byte[] workbook) throws IOException {
        var file = folder.resolve("log.xlsx");
        Files.write(file, workbook);
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                var text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                parts.put(entry.getName(), REFERENCE.matcher(text).replaceAll(letter -> letter(letter.group(1))));
            }
        }
        return parts;
    }

    private static String letter(String code) {
        return Matcher.quoteReplacement(Character.toString(
                code.startsWith("x") ? Integer.parseInt(code.substring(1), 16) : Integer.parseInt(code)));
    }

    private static LogLine line(int second, int seconds, AiredOutcome outcome, String note) {
        return new LogLine(
                second,
                0,
                "khóa",
                Instant.parse("2026-11-26T22:00:00Z").plusSeconds(second),
                "con-bo",
                Texts.of("vi", "Con bò của nhà ông Páo"),
                Texts.of("vi", "Tiểu phẩm"),
                "hmn",
                seconds,
                outcome,
                LogOrigin.HAND,
                note,
                false,
                false,
                true,
                "canboxa");
    }
}
