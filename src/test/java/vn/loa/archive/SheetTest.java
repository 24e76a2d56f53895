package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Messages;

/** Reading and writing sheets. */
class SheetTest {
    private static final List<String> LANGUAGES = List.of("vi", "hmn", "tyz");

    @TempDir
    private Path folder;

    private record Row(int line, List<String> fields, Set<Integer> formulas) {}

    private static List<Row> csv(byte[] bytes) throws IOException {
        var rows = new ArrayList<Row>();
        CsvSheet.read(new ByteArrayInputStream(bytes), (line, fields, formulas) -> {
            if (rows.size() < 1_000) {
                rows.add(new Row(line, fields, formulas));
            }
        });
        return rows;
    }

    private List<Row> xlsx(byte[] bytes) throws IOException {
        var rows = new ArrayList<Row>();
        var file = Files.write(folder.resolve("bang.xlsx"), bytes);
        XlsxSheet.read(file, (line, fields, formulas) -> rows.add(new Row(line, fields, formulas)));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1258"})
    void aTextIsReadInAnyEncodingOfVietnamese(String encoding) throws Exception {
        var text =
                "Khóa;Tiêu đề (vi)\r\n1;Con bò của nhà ông Páo được chăm trong mùa rét\r\n2;Nước sạch về bản và những người làm đường ống\r\n";
        var written = encoding.equals("windows-1258")
                ? Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replace("o\u0302", "ô")
                        .replace("e\u0302", "ê")
                        .replace("a\u0302", "â")
                        .replace("a\u0306", "ă")
                        .replace("o\u031b", "ơ")
                        .replace("u\u031b", "ư")
                : text;

        var rows = csv(written.getBytes(Charset.forName(encoding)));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).fields()).containsExactly("Khóa", "Tiêu đề (vi)");
        assertThat(rows.get(2).line()).isEqualTo(3);
        assertThat(rows.get(2).fields().get(1)).isEqualTo("Nước sạch về bản và những người làm đường ống");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theColumnsArePartedAsTheHeadHasIt(String separator) throws Exception {
        var rows = csv(("\ufeffKhóa" + separator + "Năm" + separator + "Tệp\n1" + separator + "2025" + separator
                        + "\"a;b,c\"\n")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(rows.get(1).fields()).containsExactly("1", "2025", "a;b,c");
    }

    @Test
    void a_row_has_the_number_that_a_spreadsheet_shows() throws Exception {
        var rows = csv("Khóa;Nội dung\n1;\"một\nhai\nba\"\n\n;\n2;x\n".getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(Row::line).containsExactly(1, 2, 4, 5);
    }

    @Test
    void what_an_export_calls_kinds_and_roles_of_files_is_read_again_in_each_language() {
        for (var words : List.of(Messages.in("vi"), Messages.in("en"))) {
            for (var kind : TrackKind.values()) {
                assertThat(FileWords.kind(FileWords.ofKind(kind.code(), words))).contains(kind);
                assertThat(FileWords.kind(kind.code())).contains(kind);
            }
            for (var role : TrackRole.values()) {
                assertThat(FileWords.role(FileWords.ofRole(role.code(), words))).contains(role);
            }
        }
        assertThat(FileWords.ofKind("audio", Messages.in("vi"))).isEqualTo("âm thanh");
        assertThat(FileWords.ofRole("dub", Messages.in("vi"))).isEqualTo("lồng tiếng");
        assertThat(FileWords.kind("Âm thanh")).contains(TrackKind.AUDIO);
        assertThat(FileWords.kind("chẳng là gì")).isEmpty();
    }

    @Test
    void aTextThatIsNoneIsRefusedInWords() {
        assertThatThrownBy(() -> csv(new byte[] {(byte) 0x81, (byte) 0x8d, 0, 1, 2, (byte) 0xff}))
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.ENCODING));
    }

    @Test
    void aHundredThousandLinesAreReadAsTheyCome() throws Exception {
        var line = ("\"" + "Nước sạch về bản ".repeat(20) + "\",2025\n").getBytes(StandardCharsets.UTF_8);
        var lines = IntStream.rangeClosed(0, 100_000)
                .mapToObj(number -> (InputStream) new ByteArrayInputStream(line))
                .iterator();
        var read = new AtomicInteger();
        var content = new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                // Nothing lies ready beyond what a buffer takes.
                return lines.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return lines.next();
            }
        });

        CsvSheet.read(content, (number, fields, formulas) -> read.incrementAndGet());

        assertThat(read).hasValue(100_001);
    }

    @Test
    void whatIsNoUnicodeFarBehindItsBeginningIsRefused() {
        var begin = "Khóa,Năm\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(begin, begin.length + 2);
        all[begin.length] = (byte) 0xc3;
        all[begin.length + 1] = 'x';

        assertThatThrownBy(() -> csv(all))
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.ENCODING));
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() throws Exception {
        var cells = List.of("@con-bo", "=1+1", "", "nhiều\ndòng", "có \"ngoặc\", phẩy", "-5", "@ai", "x\u0301");
        for (var form : List.of("csv", "xlsx")) {
            var out = new ByteArrayOutputStream();
            try (var writer = form.equals("csv") ? new CsvWriter(out) : new XlsxWriter(out)) {
                writer.head(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
                writer.row(cells);
                writer.explain("Hướng dẫn", List.of(List.of("x", "y")));
            }
            var rows = form.equals("csv") ? csv(out.toByteArray()) : xlsx(out.toByteArray());

            assertThat(rows).as(form).hasSize(2);
            assertThat(rows.get(1).fields()).as(form).isEqualTo(cells);
            assertThat(rows.get(1).formulas()).as(form).isEmpty();
        }
    }

    @Test
    void aTextCannotBecomeAFormulaInASpreadsheet() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var writer = new CsvWriter(out)) {
            writer.head(List.of("a"));
            writer.row(List.of("=HYPERLINK(\"x\")"));
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"'=HYPERLINK");
    }

    @Test
    void aCellTooLongForAWorkbookLeavesWhatThereIs() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var writer = new XlsxWriter(out)) {
            writer.head(List.of("a"));
            writer.row(List.of("x".repeat(40_000)));
        }
        assertThat(xlsx(out.toByteArray()).get(1).fields()).containsExactly(SheetColumn.KEPT);
    }

    @Test
    void aWorkbookOfAnybodyIsReadWithSharedTextsNumbersAndFormulasAsTheyAre() throws Exception {
        var rows = xlsx(workbook(
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\"><v>2025.0</v></c>"
                        + "<c r=\"D2\" t=\"str\"><f>A2&amp;B2</f><v>kết quả</v></c><c r=\"E2\" t=\"b\"><v>1</v></c></row>",
                "<si><r><t>Con </t></r><r><t xml:space=\"preserve\">bò </t></r><rPh><t>x</t></rPh></si>"));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.fields()).containsExactly("Con bò ", "", "2025", "kết quả", "có");
            assertThat(row.formulas()).containsExactly(3);
        });
    }

    @Test
    void aWorkbookWithADefinitionOfTypesIsRefused() throws Exception {
        var bytes = workbook(
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
                "<si><t>x</t></si>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>");

        assertThatThrownBy(() -> xlsx(bytes))
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.UNREADABLE_SHEET));
    }

    @Test
    void aTextThatIsTooLongIsHandedOverCutHoweverManyCellsShareIt() throws Exception {
        var cells = new StringBuilder();
        for (var column = 'A'; column <= 'Q'; column++) {
            cells.append("<c r=\"").append(column).append("1\" t=\"s\"><v>0</v></c>");
        }
        var rows = xlsx(workbook(
                "<row r=\"1\">" + cells + "</row>", "<si><t>" + "x".repeat(3 * SheetRows.LONGEST_CELL) + "</t></si>"));

        assertThat(rows.get(0).fields()).hasSize(17).allMatch(field -> field.length() == SheetRows.LONGEST_CELL + 1);
    }

    @Test
    void moreSharedTextsThanMemoryHasRoomForAreRefusedThoughTheyAreEmpty() {
        assertThatThrownBy(() -> xlsx(workbook("", "<si/>".repeat(1_000_000))))
                .isInstanceOfSatisfying(
                        ArchiveRefused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.SHEET_TOO_LARGE));
    }

    @Test
    void aLargeTextIsReadRowByRowWithItsLongFieldsCut() throws Exception {
        var text = "\ufeffKhóa;Nội dung\n" + "1;bò\n".repeat(1_100_000) + "2;\"" + "ò".repeat(300_000) + "\"\n";
        var rows = new long[1];
        var last = new ArrayList<String>();

        CsvSheet.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), (line, fields, formulas) -> {
            rows[0]++;
            last.clear();
            last.addAll(fields);
        });

        assertThat(rows[0]).isEqualTo(1_100_002);
        assertThat(last.get(0)).isEqualTo("2");
        assertThat(last.get(1)).hasSize(SheetRows.LONGEST_CELL + 1);
    }

    @Test
    void somethingElseNamedLikeAWorkbookIsRefused() {
        assertThatThrownBy(() -> xlsx("PK and nothing".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ArchiveRefused.class);
    }

    private static byte[] workbook(String rows, String shared) throws IOException {
        return workbook(rows, shared, "");
    }

    private static byte[] workbook(String rows, String shared, String before) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            add(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>");
            add(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId7\" Target=\"worksheets/a.xml\"/></Relationships>");
            add(
                    zip,
                    "xl/worksheets/a.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                            + "</sheetData></worksheet>");
            add(
                    zip,
                    "xl/sharedStrings.xml",
                    before + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + shared
                            + "</sst>");
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void columnsAreKnownByTheirNamesHoweverTheyAreWritten() {
        var head = new SheetHead(
                List.of("KHOÁ ".strip(), "the loai", "Năm", "tiêu đề (VI)", "Ghi chú", "", "Tóm tắt (tyz)"), LANGUAGES);

        assertThat(head.read(List.of("1", "a", "2025", "b", "bỏ qua", "c", "d")))
                .containsEntry("key", "1")
                .containsEntry("title.vi", "b")
                .containsEntry("summary.tyz", "d")
                .doesNotContainValue("bỏ qua");
        assertThat(head.nameAt(3)).isEqualTo("title.vi");
        assertThat(head.nameAt(4)).isEmpty();
    }

    @Test
    void columnsThatAreMissingUnknownOrThereTwiceAreNamed() {
        assertRefused(List.of("Khóa", "Năm"), Problem.MISSING_COLUMNS, "Thể loại, Tiêu đề (vi)");
        assertRefused(List.of("Khóa", "Thể loại", "Năm", "Tiêu đề (vi)", "Chủ đê", "x"), Problem.UNKNOWN_COLUMNS, "x");
        assertRefused(List.of("Khóa", "Khóa"), Problem.COLUMN_TWICE, "Khóa");
    }

    private static void assertRefused(List<String> names, Problem problem, String detail) {
        assertThatThrownBy(() -> new SheetHead(names, LANGUAGES))
                .isInstanceOfSatisfying(ArchiveRefused.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(problem);
                    assertThat(refused.detail()).isEqualTo(detail);
                });
    }

    @Test
    void severalThingsInOneCellAreFoundAgain() {
        for (var parts :
                List.of(List.<String>of(), List.of("a"), List.of("a", "b"), List.of("a; b"), List.of("a; b", "c"))) {
            assertThat(Cells.parts(Cells.joined(parts))).isEqualTo(parts);
        }
        assertThat(Cells.parts("a; b ;;c")).containsExactly("a", "b", "c");
    }

    @Test
    void creditsAreFoundAgainWhateverStandsInThem() {
        for (var credit : List.of(
                new Cells.Credit("Biên kịch", "Lý A Sì"),
                new Cells.Credit("Biên kịch: lời Mông", "A; B"),
                new Cells.Credit("Hình", "Páo: em"))) {
            var cell = Cells.joined(List.of(Cells.credit(credit.role(), credit.name())));
            assertThat(Cells.parts(cell))
                    .singleElement()
                    .satisfies(part -> assertThat(Cells.credit(part)).contains(credit));
        }
        assertThat(Cells.credit("chỉ có tên")).isEmpty();
        assertThat(Cells.credit("việc:  ")).isEmpty();
        assertThat(Cells.credit(": tên")).isEmpty();
    }

    @Test
    void aFileSaysWhatItShallBeAsFarAsItsAuthorLikes() {
        assertThat(FileWish.read("a/b.mp3; c.srt | phụ đề | tyz\n"))
                .containsExactly(new FileWish("a/b.mp3; c.srt", "phụ đề", "tyz", ""));
        assertThat(FileWish.read("a/b.mp3; c.srt | phụ đề | tyz"))
                .containsExactly(new FileWish("a/b.mp3", "", "", ""), new FileWish("c.srt", "phụ đề", "tyz", ""));
        assertThat(new FileWish(FileWish.pathOf("con-bo", 12, "tên|lạ/x.mp3"), "audio", "vi", "original").track())
                .contains(12L);
        assertThat(FileWish.read("am-thanh/12/b.mp3").get(0).track()).isEmpty();
    }
}
