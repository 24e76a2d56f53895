package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.CompoundFiles;
import vn.loa.media.documents.Documents;
import vn.loa.media.documents.Refusal;
import vn.loa.testing.Pdf;

/** What would do harm where it is opened. */
class RefusalsTest extends ReadsHere {
    private static final String TEXT = "<w:p><w:r><w:t>x</w:t></w:r></w:p>";

    @Test
    void a_pdf_with_a_password_is_refused_and_one_that_only_asks_not_to_be_changed_is_read() {
        assertThat(refused(locked("mở khóa"))).isEqualTo(Refusal.ENCRYPTED);
        assertThat(read(locked("")).pages()).contains(1);
    }

    private static byte[] locked(String password) {
        return Documents.pdf(document -> {
            document.addPage(new PDPage());
            var policy = new StandardProtectionPolicy("chủ", password, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
        });
    }

    @Test
    void an_office_file_with_a_password_is_refused() {
        assertThat(refused(CompoundFiles.of("Root Entry", "EncryptionInfo", "EncryptedPackage")))
                .isEqualTo(Refusal.ENCRYPTED);
        assertThat(refused(Documents.odt(
                        "",
                        "<text:p>x</text:p>",
                        "META-INF/manifest.xml",
                        "<m xmlns:manifest='urn:m'><manifest:encryption-data/></m>")))
                .isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void an_office_file_of_the_binary_kind_is_refused() {
        assertThat(refused(CompoundFiles.of("Root Entry", "WordDocument"))).isEqualTo(Refusal.OLD_FORMAT);
    }

    @Test
    void scripts_in_a_pdf_are_found_wherever_they_hang() {
        assertThat(refused(Documents.pdf(document -> {
                    document.addPage(new PDPage());
                    document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
                })))
                .isEqualTo(Refusal.SCRIPTS);
        assertThat(refused(Documents.pdf(document -> {
                    var page = new PDPage();
                    document.addPage(page);
                    var link = new PDAnnotationLink();
                    link.setAction(new PDActionLaunch());
                    page.setAnnotations(java.util.List.of(link));
                })))
                .isEqualTo(Refusal.SCRIPTS);
        assertThat(refused(Pdf.of(
                        "x",
                        "<</Type/Catalog/Pages 2 0 R/Names<</JavaScript<</Names[(a) 4 0 R]>>>>>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
                        "<</S/JavaScript/JS(app.alert\\(1\\))>>")))
                .isEqualTo(Refusal.SCRIPTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/P 3 0 R", "/Type/StructElem", "/Type/StructElem/P 3 0 R"})
    void an_action_that_starts_a_program_is_found_however_it_is_disguised(String disguise) {
        assertThat(refused(Pdf.of(
                        "x",
                        "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(a.bat)" + disguise + ">>>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")))
                .isEqualTo(Refusal.SCRIPTS);
    }

    @Test
    void a_part_of_a_text_may_be_called_like_an_action() {
        assertThat(read(Pdf.of(
                                "x",
                                "<</Type/Catalog/Pages 2 0 R/StructTreeRoot<</Type/StructTreeRoot"
                                        + "/K<</Type/StructElem/S/Launch/P 3 0 R/T(a)>>>>>>",
                                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"))
                        .pages())
                .contains(1);
    }

    @Test
    void a_link_that_somebody_may_click_is_no_script() {
        assertThat(read(Documents.pdf(document -> {
                            var page = new PDPage();
                            document.addPage(page);
                            var action = new PDActionURI();
                            action.setURI("https://caobang.gov.vn/");
                            var link = new PDAnnotationLink();
                            link.setAction(action);
                            page.setAnnotations(java.util.List.of(link));
                        }))
                        .pages())
                .contains(1);
    }

    @Test
    void a_form_of_the_kind_xfa_is_refused() {
        assertThat(refused(Pdf.of(
                        "x",
                        "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[]/XFA[(template)4 0 R]>>>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
                        "<</A 1>>")))
                .isEqualTo(Refusal.XFA);
    }

    @ParameterizedTest
    @CsvSource({"hoa-don.exe,x", "bang.xml,MZ"})
    void a_program_that_is_packed_into_a_pdf_is_refused(String name, String begins) {
        assertThat(refused(attached(name, begins))).isEqualTo(Refusal.EXECUTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</Length 10>>stream\nMZ program\nendstream",
                "<</Length 10/Subtype/Image>>stream\nMZ program\nendstream",
                "<</Length 7/Filter/ASCIIHexDecode>>stream\n4D5A70>\nendstream",
                "<</Length 15/Filter[/ASCIIHexDecode/AHx]>>stream\n3444354137303E>\nendstream"
            })
    void a_program_that_is_packed_into_a_pdf_is_found_however_it_is_packed(String file) {
        assertThat(refused(Pdf.of(
                        "x",
                        "<</Type/Catalog/Pages 2 0 R/AF[<</F(phu-luc.dat)/EF<</F 4 0 R>>>>]>>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
                        file)))
                .isEqualTo(Refusal.EXECUTABLE);
    }

    @Test
    void another_file_that_is_packed_into_a_pdf_is_none() {
        assertThatCode(() -> read(attached("bang.xml", "<x/>"))).doesNotThrowAnyException();
    }

    private static byte[] attached(String name, String content) {
        return Documents.pdf(document -> {
            document.addPage(new PDPage());
            var file = new PDEmbeddedFile(
                    document,
                    new java.io.ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)),
                    COSName.FLATE_DECODE);
            file.getCOSObject().setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
            var specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setEmbeddedFile(file);
            document.getDocumentCatalog().getCOSObject().setItem("AF", specification);
        });
    }

    @Test
    void a_stream_of_a_pdf_that_swells_is_refused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(new byte[20 << 20]);
        }

        assertThat(refused(Documents.pdf(document -> {
                    var page = new PDPage();
                    document.addPage(page);
                    var content = document.getDocument().createCOSStream();
                    try (var raw = content.createRawOutputStream()) {
                        raw.write(packed.toByteArray());
                    }
                    content.setItem(COSName.FILTER, COSName.FLATE_DECODE);
                    page.getCOSObject().setItem(COSName.CONTENTS, content);
                })))
                .isEqualTo(Refusal.SWELLS);
    }

    @Test
    void a_pdf_of_too_many_pages_is_refused() {
        assertThat(refused(Documents.pdf(document -> {
                    for (var page = 0; page <= Pages.MOST; page++) {
                        document.addPage(new PDPage());
                    }
                })))
                .isEqualTo(Refusal.TOO_MANY_PAGES);
        assertThat(refused(Documents.docx(TEXT, "docProps/app.xml", "<Properties><Pages>2001</Pages></Properties>")))
                .isEqualTo(Refusal.TOO_MANY_PAGES);
    }

    @Test
    void what_nests_without_end_is_refused() {
        assertThat(refused(Pdf.of(
                        "x",
                        "<</Type/Catalog/Pages 2 0 R/X " + "[".repeat(100_000) + "]".repeat(100_000) + ">>",
                        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")))
                .isIn(Refusal.TOO_COMPLEX, Refusal.BROKEN);
        assertThat(refused(Documents.docx("<w:sdt>".repeat(5_000) + "</w:sdt>".repeat(5_000))))
                .isEqualTo(Refusal.TOO_COMPLEX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%PDF-1.7\n", "%PDF-1.7\n<html><script>alert(1)</script></html>", "PK\3\4xxxx", "<html>", ""})
    void what_makes_no_sense_is_refused(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Refusal.BROKEN);
    }

    @Test
    void a_document_that_was_cut_short_is_refused() {
        var whole = Documents.docx(TEXT);

        assertThat(refused(Arrays.copyOf(whole, whole.length - 30))).isEqualTo(Refusal.BROKEN);
        assertThat(refused(Documents.docx("<w:p>"))).isEqualTo(Refusal.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"word/document.xml", "docProps/core.xml", "word/_rels/document.xml.rels", "customXml/item1.xml"})
    void a_definition_of_a_document_type_is_refused_in_any_part(String part) {
        var hostile = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>";

        assertThat(refused(
                        part.equals("word/document.xml")
                                ? Documents.zip("[Content_Types].xml", "<Types/>", part, hostile)
                                : Documents.docx(TEXT, part, hostile)))
                .isEqualTo(Refusal.DOCUMENT_TYPE);
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate,https://example.org/x.dotm,true",
        "attachedTemplate,\\\\10.0.0.1\\x\\y.dotm,true",
        "attachedTemplate,file://10.0.0.1/x.dotm,true",
        "oleObject,http://example.org/x.rtf,true",
        "image,https://example.org/x.png,true",
        "frame,mhtml:http://example.org/x!y,true",
        "hyperlink,https://caobang.gov.vn/,false",
        "attachedTemplate,file:///C:\\Users\\lan\\Normal.dotm,false",
        "image,anh.png,false"
    })
    void what_is_fetched_from_elsewhere_is_refused(String type, String target, boolean isRefused) {
        var document = Documents.docx(TEXT, "word/_rels/settings.xml.rels", Documents.relationship(type, target));

        if (isRefused) {
            assertThat(refused(document)).isEqualTo(Refusal.EXTERNAL);
        } else {
            assertThat(texts(read(document))).containsExactly("x");
        }
    }

    @Test
    void what_an_open_document_fetches_is_refused_and_where_it_leads_is_not() {
        assertThat(refused(Documents.odt("", "<text:p><draw:image xlink:href='http://example.org/x.png'/></text:p>")))
                .isEqualTo(Refusal.EXTERNAL);
        assertThat(texts(read(Documents.odt(
                        "", "<text:p><text:a xlink:href='https://caobang.gov.vn/'>trang</text:a></text:p>"))))
                .containsExactly("trang");
    }

    @Test
    void a_field_that_asks_another_program_is_refused() {
        assertThat(
                        refused(
                                Documents.docx(
                                        "<w:p><w:r><w:instrText> DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe</w:instrText></w:r></w:p>")))
                .isEqualTo(Refusal.EXTERNAL);
    }

    @Test
    void a_field_that_asks_another_program_is_found_however_it_is_cut_into_pieces() {
        assertThat(refused(Documents.docx(field(" ", "d", "d", "eauto c:\\\\windows\\\\system32\\\\cmd.exe"))))
                .isEqualTo(Refusal.EXTERNAL);
        assertThat(refused(Documents.docx("<w:p>" + BEGIN + instruction(" QUOTE ") + BEGIN + instruction("DD")
                        + instruction("E x") + END + END + "</w:p>")))
                .isEqualTo(Refusal.EXTERNAL);
    }

    @Test
    void other_fields_are_none_that_ask_another_program() {
        assertThatCode(() -> read(Documents.docx(field(" PA", "GE ") + field(" D") + field("DE", "X"))))
                .doesNotThrowAnyException();
    }

    private static final String BEGIN = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";

    private static String field(String... pieces) {
        return Stream.of(pieces)
                .map(RefusalsTest::instruction)
                .collect(Collectors.joining("", "<w:p>" + BEGIN, END + "</w:p>"));
    }

    private static String instruction(String piece) {
        return "<w:r><w:instrText xml:space='preserve'>" + piece + "</w:instrText></w:r>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "Basic/Standard/Module1.xml", "Scripts/python/x.py"})
    void macros_are_refused(String entry) {
        assertThat(refused(Documents.docx(TEXT, entry, "<x/>"))).isEqualTo(Refusal.MACROS);
    }

    @Test
    void a_type_with_macros_and_a_listener_are_refused() {
        assertThat(
                        refused(
                                Documents.zip(
                                        "[Content_Types].xml",
                                        "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>")))
                .isEqualTo(Refusal.MACROS);
        assertThat(refused(Documents.odt("", "<script:event-listener script:language='ooo:script'/>")))
                .isEqualTo(Refusal.MACROS);
    }

    @Test
    void a_program_that_is_packed_into_an_office_file_is_refused() {
        assertThat(refused(Documents.docx(TEXT, "word/media/anh.png", "MZ program")))
                .isEqualTo(Refusal.EXECUTABLE);
        assertThat(refused(Documents.docx(TEXT, "word/embeddings/x.exe", "x"))).isEqualTo(Refusal.EXECUTABLE);
        assertThat(refused(Documents.docx(TEXT, "word/embeddings/o.bin", "....O\0l\0e\0001\0000\0N\0a\0t\0i\0v\0e\0")))
                .isEqualTo(Refusal.EXECUTABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "/etc/passwd", "word/..\\..\\x", "C:\\x", "a\nb"})
    void names_that_lead_elsewhere_are_refused(String name) {
        assertThat(refused(Documents.docx(TEXT, name, "x"))).isEqualTo(Refusal.UNSAFE_NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/document2.xml", "word/media/image1.png"})
    void what_swells_a_hundredfold_is_refused_whatever_part_it_is(String part) {
        assertThat(refused(Documents.docx(TEXT, part, " ".repeat(20 << 20)))).isEqualTo(Refusal.SWELLS);
    }

    @Test
    void what_swells_a_hundredfold_in_many_small_parts_is_refused() {
        var parts = IntStream.range(0, 40)
                .boxed()
                .flatMap(i -> Stream.of("word/media/image" + i + ".png", " ".repeat(1 << 20)))
                .toArray(String[]::new);

        assertThat(refused(Documents.docx(TEXT, parts))).isEqualTo(Refusal.SWELLS);
    }
}
