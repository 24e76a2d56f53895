package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import vn.loa.media.documents.Alignment;
import vn.loa.media.documents.Block;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.Documents;
import vn.loa.media.documents.Documents.Line;
import vn.loa.media.documents.Passage;
import vn.loa.media.documents.Warning;

/** What is found in documents that are as they should be. */
class ReadingTest extends ReadsHere {
    @Test
    void the_head_of_an_official_document_in_word_is_a_table_of_two_columns() {
        var read = read(
                Documents.docx(
                        "<w:tbl><w:tr>"
                                + "<w:tc><w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:t>ỦY BAN NHÂN DÂN</w:t></w:r></w:p>"
                                + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>TỈNH CAO BẰNG</w:t></w:r></w:p></w:tc>"
                                + "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t xml:space='preserve'>Độc lập - </w:t></w:r>"
                                + "<w:r><w:t>Tự do</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                + "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
                                + "<w:p><w:pPr><w:jc w:val='both'/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>Căn cứ Luật </w:t></w:r><w:r><w:t>số 77</w:t></w:r></w:p>"));

        assertThat(read.kind()).isEqualTo(DocumentKind.WORD);
        assertThat(read.blocks())
                .containsExactly(
                        new Block.TableRow(
                                0,
                                1,
                                List.of(
                                        new Block.Cell(
                                                1,
                                                List.of(
                                                        new Passage("ỦY BAN NHÂN DÂN", Alignment.CENTER, false, false),
                                                        new Passage("TỈNH CAO BẰNG", Alignment.LEFT, true, false))),
                                        new Block.Cell(
                                                2,
                                                List.of(new Passage(
                                                        "Độc lập - Tự do", Alignment.LEFT, false, false))))),
                        new Block.Paragraph(0, new Passage("KẾ HOẠCH", Alignment.CENTER, true, false)),
                        new Block.Paragraph(0, new Passage("Căn cứ Luật số 77", Alignment.JUSTIFIED, false, false)));
    }

    @Test
    void what_a_style_says_holds_for_paragraphs_of_it_and_of_styles_based_on_it() {
        var styles = Documents.word(
                "styles",
                "<w:style w:type='paragraph' w:styleId='Muc'><w:pPr><w:jc w:val='center'/><w:outlineLvl w:val='1'/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='Con'><w:basedOn w:val='Muc'/><w:rPr><w:i/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='Vong'><w:basedOn w:val='Vong'/></w:style>");

        var read = read(Documents.docx(
                "<w:p><w:pPr><w:pStyle w:val='Con'/></w:pPr><w:r><w:t>Mục tiêu</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:pStyle w:val='Vong'/></w:pPr><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Thường</w:t></w:r></w:p>",
                "word/styles.xml",
                styles));

        assertThat(read.blocks())
                .containsExactly(
                        new Block.Heading(0, 2, "", new Passage("Mục tiêu", Alignment.CENTER, true, true)),
                        new Block.Paragraph(0, new Passage("Thường", Alignment.LEFT, false, false)));
    }

    @Test
    void items_bear_the_numbers_that_word_shows() {
        var numbering = Documents.word(
                "numbering",
                "<w:abstractNum w:abstractNumId='7'>" + level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.")
                        + level(2, "bullet", "\uf0b7") + "</w:abstractNum>"
                        + "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
                        + "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>");

        var read = read(Documents.docx(
                item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 0) + item(1, 1) + item(2, 0),
                "word/numbering.xml",
                numbering));

        assertThat(read.blocks())
                .extracting(block -> ((Block.ListItem) block).level(), block -> ((Block.ListItem) block).marker())
                .containsExactly(
                        tuple(1, "I."),
                        tuple(2, "I.1."),
                        tuple(2, "I.2."),
                        tuple(3, "•"),
                        tuple(1, "II."),
                        tuple(2, "II.1."),
                        tuple(1, "V."));
    }

    private static String level(int level, String format, String text) {
        return "<w:lvl w:ilvl='%d'><w:start w:val='1'/><w:numFmt w:val='%s'/><w:lvlText w:val='%s'/></w:lvl>"
                .formatted(level, format, text);
    }

    private static String item(int list, int level) {
        return ("<w:p><w:pPr><w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>")
                .formatted(level, list);
    }

    @Test
    void what_was_deleted_is_not_read_and_a_text_box_is_read_once() {
        var read = read(
                Documents.docx(
                        "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins><w:r><w:t>thêm</w:t></w:r></w:ins>"
                                + "<w:r><mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
                                + "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>hộp</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"));

        assertThat(texts(read)).containsExactly("hộp", "thêm");
    }

    @Test
    void pages_of_word_are_those_that_it_noted() {
        var read = read(Documents.docx(
                "<w:p><w:r><w:t>một</w:t><w:br w:type='page'/></w:r></w:p>"
                        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>ba</w:t></w:r></w:p>",
                "docProps/app.xml",
                "<Properties><Pages>3</Pages></Properties>"));

        assertThat(read.pages()).contains(3);
        assertThat(read.blocks()).extracting(Block::page).containsExactly(1, 2, 3);
    }

    @Test
    void an_open_document_is_read_with_its_styles_lists_and_tables() {
        var read = read(Documents.odt(
                "<style:style style:name='P1' style:family='paragraph'><style:paragraph-properties fo:text-align='center'/>"
                        + "<style:text-properties fo:font-weight='bold'/></style:style>"
                        + "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-style='italic'/></style:style>"
                        + "<text:list-style style:name='L1'><text:list-level-style-number text:level='1' style:num-format='a' style:num-suffix=')'/>"
                        + "<text:list-level-style-bullet text:level='2' text:bullet-char='-'/></text:list-style>",
                "<text:tracked-changes><text:deletion><text:p>bỏ</text:p></text:deletion></text:tracked-changes>"
                        + "<text:h text:outline-level='2'>Phần chung</text:h>"
                        + "<text:p text:style-name='P1'>KẾ<text:s text:c='2'/>HOẠCH</text:p>"
                        + "<text:p><text:span text:style-name='T1'>nghiêng<text:note><text:note-body><text:p>chú</text:p></text:note-body></text:note></text:span></text:p>"
                        + "<text:list text:style-name='L1'><text:list-item><text:p>một</text:p><text:list><text:list-item><text:p>sâu</text:p></text:list-item>"
                        + "</text:list></text:list-item><text:list-item><text:p>hai</text:p></text:list-item></text:list>"
                        + "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>ô</text:p></table:table-cell>"
                        + "<table:covered-table-cell/><table:table-cell table:number-columns-repeated='1000000'/></table:table-row></table:table>",
                "meta.xml",
                "<m xmlns:meta='urn:m'><meta:document-statistic meta:page-count='1'/></m>"));

        assertThat(read.pages()).contains(1);
        assertThat(read.blocks().subList(0, 6))
                .containsExactly(
                        new Block.Heading(1, 2, "", new Passage("Phần chung", Alignment.LEFT, false, false)),
                        new Block.Paragraph(1, new Passage("KẾ  HOẠCH", Alignment.CENTER, true, false)),
                        new Block.Paragraph(1, new Passage("nghiêng", Alignment.LEFT, false, true)),
                        new Block.ListItem(1, 1, "a)", new Passage("một", Alignment.LEFT, false, false)),
                        new Block.ListItem(1, 2, "-", new Passage("sâu", Alignment.LEFT, false, false)),
                        new Block.ListItem(1, 1, "b)", new Passage("hai", Alignment.LEFT, false, false)));
        var row = (Block.TableRow) read.blocks().get(6);
        assertThat(row.cells().get(0).columns()).isEqualTo(2);
        assertThat(row.cells().get(0).text()).isEqualTo("ô");
        assertThat(row.cells()).hasSizeLessThan(300);
    }

    @Test
    void headings_of_an_open_document_have_the_numbers_that_the_program_puts_before_them() {
        var read = read(
                Documents.odt(
                        "<style:style style:name='Trần' style:family='paragraph' style:list-style-name=''/>",
                        "<text:h text:outline-level='1'>MỤC ĐÍCH</text:h><text:h text:outline-level='2'>Yêu cầu</text:h><text:p>Văn.</text:p>"
                                + "<text:h text:outline-level='2'>Nội dung</text:h><text:h text:outline-level='1' text:style-name='Trần'>LỜI NÓI ĐẦU</text:h>"
                                + "<text:h text:outline-level='1' text:is-list-header='true'>MỤC LỤC</text:h><text:h text:outline-level='1'>KINH PHÍ</text:h>"
                                + "<text:h text:outline-level='2'>Nguồn</text:h><text:h text:outline-level='3'>Không số</text:h>"
                                + "<text:h text:outline-level='2' text:restart-numbering='true' text:start-value='7'>Mức</text:h>",
                        "styles.xml",
                        "<office:document-styles xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
                                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:styles><text:outline-style style:name='Outline'>"
                                + "<text:outline-level-style text:level='1' style:num-format='I' style:num-suffix='.'/>"
                                + "<text:outline-level-style text:level='2' style:num-format='1' style:num-suffix='.'/>"
                                + "<text:outline-level-style text:level='3' style:num-format=''/></text:outline-style></office:styles></office:document-styles>"));

        assertThat(read.blocks().stream().filter(Block.Heading.class::isInstance))
                .extracting(block -> ((Block.Heading) block).marker() + " "
                        + ((Block.Heading) block).passage().text())
                .containsExactly(
                        "I. MỤC ĐÍCH",
                        "1. Yêu cầu",
                        "2. Nội dung",
                        " LỜI NÓI ĐẦU",
                        " MỤC LỤC",
                        "II. KINH PHÍ",
                        "1. Nguồn",
                        " Không số",
                        "7. Mức");
    }

    @Test
    void a_cell_of_an_open_document_that_reaches_down_leaves_an_empty_one_below_so_that_columns_hold() {
        var read = read(Documents.odt(
                "",
                "<table:table><table:table-row><table:table-cell table:number-rows-spanned='2' table:number-columns-spanned='2'><text:p>A</text:p></table:table-cell>"
                        + "<table:covered-table-cell/><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
                        + "<table:table-row><table:covered-table-cell table:number-columns-repeated='2'/><table:table-cell><text:p>C</text:p></table:table-cell>"
                        + "</table:table-row></table:table>"));

        assertThat(texts(read)).containsExactly("A | B", " |  | C");
    }

    @Test
    void a_plan_in_pdf_has_its_head_its_title_and_its_paragraphs() {
        var bold = new PDType1Font(FontName.HELVETICA_BOLD);
        var read = read(Documents.pdf(List.of(
                List.of(
                        new Line(85, 60, "ỦY BAN NHÂN DÂN"),
                        new Line(300, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
                        new Line(250, 110, 14, "KE HOACH", bold),
                        new Line(113, 140, "Thực hiện chương trình mục tiêu quốc gia giảm nghèo bền vững"),
                        new Line(85, 158, "giai đoạn mới, Ủy ban nhân dân tỉnh ban hành kế hoạch truyền thông về"),
                        new Line(85, 176, "giảm nghèo."),
                        new Line(113, 200, "1. Mục tiêu"),
                        new Line(113, 218, "a) Mọi người dân đều biết")),
                List.of(new Line(300, 40, "2"), new Line(113, 80, "Nơi nhận.")))));

        assertThat(read.kind()).isEqualTo(DocumentKind.PDF);
        assertThat(read.pages()).contains(2);
        assertThat(texts(read))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
                        "KE HOACH",
                        "Thực hiện chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn mới, Ủy ban nhân dân tỉnh ban hành kế hoạch"
                                + " truyền thông về giảm nghèo.",
                        "1. Mục tiêu",
                        "a) Mọi người dân đều biết",
                        "Nơi nhận.");
        assertThat(((Block.Paragraph) read.blocks().get(1)).passage())
                .isEqualTo(new Passage("KE HOACH", Alignment.CENTER, true, false));
        assertThat(read.blocks()).extracting(Block::page).containsExactly(1, 1, 1, 1, 1, 2);
    }

    @Test
    void lines_of_a_pdf_that_come_with_their_spaces_go_on_only_where_the_next_word_had_no_room() {
        var read = read(Documents.pdf(List.of(List.of(
                new Line(270, 110, "KẾ HOẠCH"),
                new Line(113, 126, "Truyền thông về vốn vay ưu đãi và nước sạch trong năm"),
                new Line(85, 160, "II. KINH PHÍ"),
                new Line(85, 176, "Từ nguồn sự nghiệp của xã được giao trong năm và từ nguồn khác"),
                new Line(85, 192, "theo quy định."),
                new Line(85, 208, "2.In tờ rơi về nước sạch để phát đến từng hộ trong các thôn xa"),
                new Line(85, 224, "3.Phát lại")))));

        assertThat(texts(read))
                .containsExactly(
                        "KẾ HOẠCH",
                        "Truyền thông về vốn vay ưu đãi và nước sạch trong năm",
                        "II. KINH PHÍ",
                        "Từ nguồn sự nghiệp của xã được giao trong năm và từ nguồn khác theo quy định.",
                        "2.In tờ rơi về nước sạch để phát đến từng hộ trong các thôn xa",
                        "3.Phát lại");
    }

    @Test
    void footnotes_of_a_pdf_and_the_numbers_that_lead_to_them_are_no_text() {
        var read = read(Documents.pdf(document -> {
            var font = Documents.font(document);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                noted(content, font, 700, 13, "Căn cứ Nghị quyết về nhiệm vụ năm 2026", "1", "; rộng 150 m", "2", ".");
                noted(content, font, 80, 9, "", "1", " Nghị quyết có hiệu lực từ ngày 01 tháng 01.");
                noted(content, font, 68, 9, "thay cho Nghị quyết số 12/NQ-HĐND.");
                noted(content, font, 56, 9, "", "2", " Theo số đo của xã.");
                noted(content, font, 30, 13, "1");
            }
        }));

        assertThat(texts(read)).containsExactly("Căn cứ Nghị quyết về nhiệm vụ năm 2026; rộng 150 m2.");
    }

    @Test
    void small_lines_below_a_number_above_the_line_are_no_footnotes_unless_they_begin_with_it() {
        var read = read(Documents.pdf(document -> {
            var font = Documents.font(document);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                noted(content, font, 700, 13, "Rộng 150 m", "2", ".");
                noted(content, font, 80, 9, "Nơi nhận: như trên.");
            }
        }));

        assertThat(texts(read)).containsExactly("Rộng 150 m2.", "Nơi nhận: như trên.");
    }

    /** A line in which every second text is small and above the line. */
    private static void noted(PDPageContentStream content, PDFont font, float height, float size, String... texts)
            throws IOException {
        content.beginText();
        content.newLineAtOffset(85, height);
        for (var i = 0; i < texts.length; i++) {
            content.setFont(font, i % 2 == 0 ? size : size * 0.58f);
            content.setTextRise(i % 2 == 0 ? 0 : size * 0.33f);
            content.showText(texts[i]);
        }
        content.endText();
    }

    @Test
    void pages_that_are_pictures_are_named() {
        var read = read(Documents.pdf(document -> {
            document.addPage(new PDPage());
            var page = new PDPage();
            document.addPage(page);
            var picture = LosslessFactory.createFromImage(
                    document, new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB));
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(picture, 0, 0, 600, 800);
            }
        }));

        assertThat(read.warnings()).containsExactly(new Warning(Warning.Kind.SCANNED, "2"));
    }

    @Test
    void a_text_box_that_hangs_on_a_paragraph_of_an_open_document_is_read() {
        var read = read(
                Documents.odt(
                        "",
                        "<text:p>Trên<draw:frame xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><draw:text-box><text:p>Số: 33/KH-SYT</text:p></draw:text-box></draw:frame></text:p>"
                                + "<text:p>Dưới<draw:custom-shape xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'><text:p>hình</text:p></draw:custom-shape></text:p>"));

        assertThat(read.blocks())
                .extracting(block -> ((Block.Paragraph) block).passage().text())
                .containsExactlyInAnyOrder("Trên", "Số: 33/KH-SYT", "Dưới", "hình");
    }

    @Test
    void fonts_of_the_time_before_unicode_are_named() {
        var word = read(Documents.docx(
                "<w:p><w:r><w:rPr><w:rFonts w:ascii='.VnTime'/></w:rPr><w:t>KÕ ho¹ch</w:t></w:r></w:p>"));
        var open = read(Documents.odt(
                "<style:style style:name='P1' style:family='paragraph'><style:text-properties style:font-name='VNI-Times'/></style:style>",
                "<text:p>x</text:p>"));

        assertThat(word.warnings()).containsExactly(new Warning(Warning.Kind.LEGACY_FONT, ".VnTime"));
        assertThat(open.warnings()).containsExactly(new Warning(Warning.Kind.LEGACY_FONT, "VNI-Times"));
    }

    @Test
    void a_paragraph_of_nothing_that_a_text_holds_is_none() {
        assertThat(read(Documents.docx(
                                "<w:p><w:r><w:t>&#x80; &#x81;</w:t></w:r></w:p><w:p><w:r><w:t>&#x80; a</w:t></w:r></w:p>"))
                        .blocks())
                .containsExactly(new Block.Paragraph(0, new Passage("a", Alignment.LEFT, false, false)));
    }

    @Test
    void a_text_without_end_is_read_as_far_as_there_is_room() {
        var paragraph = "<w:p><w:r><w:t>" + "Xóa đói giảm nghèo. ".repeat(50) + "</w:t></w:r></w:p>";

        var read = read(Documents.docx(varied(paragraph, 1200)));

        assertThat(read.warnings()).extracting(Warning::kind).containsExactly(Warning.Kind.TRUNCATED);
        assertThat(read.blocks().stream()
                        .mapToInt(block ->
                                ((Block.Paragraph) block).passage().text().length())
                        .sum())
                .isBetween(Telling.MOST_CHARACTERS - 5_000, Telling.MOST_CHARACTERS);
    }

    /** Packed as badly as ordinary text. */
    private static String varied(String paragraph, int times) {
        var random = new java.util.Random(7);
        var text = new StringBuilder();
        for (var i = 0; i < times; i++) {
            text.append(paragraph.replace("đói", Long.toString(random.nextLong(), 36)));
        }
        return text.toString();
    }

    @Test
    void sheets_and_slides_are_looked_through_and_not_read() {
        var sheets = read(
                Documents.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>"));

        assertThat(sheets.kind()).isEqualTo(DocumentKind.SHEETS);
        assertThat(sheets.blocks()).isEmpty();
        assertThat(sheets.pages()).isEqualTo(Optional.empty());
    }
}
