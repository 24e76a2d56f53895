package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.media.documents.Documents;
import vn.loa.media.documents.Warning;

/** What documents tell of those who worked on them. */
class TracesTest extends ReadsHere {
    private static final String PARAGRAPH = "<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>";

    @Test
    void a_word_file_tells_its_authors_its_comments_and_what_was_changed_in_it() {
        var read = read(Documents.docx(
                PARAGRAPH + "<w:p><w:ins w:author='Chị Lan' w:id='1'><w:r><w:t>thêm</w:t></w:r></w:ins>"
                        + "<w:del w:author='Chị Lan' w:id='2'><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>",
                "word/comments.xml",
                Documents.word(
                        "comments",
                        "<w:comment w:author='Anh Sơn' w:id='0'><w:p><w:r><w:t>Xem lại số này</w:t></w:r></w:p></w:comment>"),
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp='urn:cp' xmlns:dc='urn:dc'><dc:creator>Nguyễn Văn A;\n B</dc:creator>"
                        + "<cp:lastModifiedBy>Chị Lan</cp:lastModifiedBy></cp:coreProperties>",
                "docProps/app.xml",
                "<Properties><Company>Văn phòng UBND</Company></Properties>"));

        assertThat(read.warnings())
                .extracting(Warning::kind, Warning::detail)
                .containsExactlyInAnyOrder(
                        tuple(Warning.Kind.AUTHOR, "Chị Lan; Anh Sơn; Nguyễn Văn A B; Văn phòng UBND"),
                        tuple(Warning.Kind.COMMENTS, "1"),
                        tuple(Warning.Kind.CHANGES, "2"));
        assertThat(read.warnings()).allMatch(warning -> warning.kind().isTrace());
        assertThat(texts(read)).contains("Kế hoạch");
    }

    @Test
    void an_open_document_does_so_too() {
        var read = read(Documents.odt(
                "",
                "<text:tracked-changes><text:changed-region/><text:changed-region/></text:tracked-changes>"
                        + "<text:p>Kế hoạch<office:annotation><text:p>Sửa</text:p></office:annotation></text:p>",
                "meta.xml",
                "<office:document-meta xmlns:office='urn:o' xmlns:meta='urn:m' xmlns:dc='urn:dc'>"
                        + "<meta:initial-creator>Trần Thị B</meta:initial-creator></office:document-meta>"));

        assertThat(read.warnings())
                .extracting(Warning::kind, Warning::detail)
                .containsExactlyInAnyOrder(
                        tuple(Warning.Kind.AUTHOR, "Trần Thị B"),
                        tuple(Warning.Kind.COMMENTS, "1"),
                        tuple(Warning.Kind.CHANGES, "2"));
    }

    @Test
    void a_pdf_tells_its_author_and_what_was_written_onto_its_pages_but_links_are_no_remarks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            page.getAnnotations().add(new PDAnnotationText());
            page.getAnnotations().add(new PDAnnotationLink());
            document.addPage(page);
            document.getDocumentInformation().setAuthor("Lê Văn C");
            document.save(bytes);
        }

        assertThat(read(bytes.toByteArray()).warnings())
                .extracting(Warning::kind, Warning::detail)
                .contains(tuple(Warning.Kind.AUTHOR, "Lê Văn C"), tuple(Warning.Kind.COMMENTS, "1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            word/people.xml | <w:people xmlns:w='urn:w'><w:person w:author='Chị Hoa'/></w:people>
            word/settings.xml | <w:settings xmlns:w='urn:w'><w:sectPrChange w:author='Chị Hoa'/></w:settings>
            word/comments.xml | <w:comments xmlns:w='urn:w'><w:comment w:author='Chị Hoa'/></w:comments>
            docProps/app.xml | <Properties><Manager>Chị Hoa</Manager></Properties>
            docProps/custom.xml | <Properties><property name='Người ký'><vt:lpwstr xmlns:vt='urn:v'>Chị Hoa</vt:lpwstr></property></Properties>
            """)
    void each_place_of_a_word_file_that_names_somebody_is_looked_at(String part, String content) {
        assertThat(read(Documents.docx(PARAGRAPH, part, content)).warnings())
                .contains(new Warning(Warning.Kind.AUTHOR, "Chị Hoa"));
    }

    @Test
    void what_programs_add_to_the_properties_of_a_file_names_nobody() {
        var read = read(
                Documents.docx(
                        PARAGRAPH,
                        "docProps/custom.xml",
                        "<Properties><property name='KSOProductBuildVer'><vt:lpwstr xmlns:vt='urn:v'>1033-12.2.0</vt:lpwstr></property></Properties>"));

        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void changes_of_how_it_looks_count_like_those_of_its_words_and_files_within_it_are_told() {
        var read = read(Documents.docx(
                "<w:p><w:pPr><w:pPrChange w:author='Chị Lan' w:id='1'/></w:pPr><w:r><w:rPr><w:rPrChange w:author='Chị Lan'"
                        + " w:id='2'/></w:rPr><w:t>Kế hoạch</w:t></w:r></w:p>",
                "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
                "PK"));

        assertThat(read.warnings())
                .contains(new Warning(Warning.Kind.CHANGES, "2"), new Warning(Warning.Kind.ATTACHMENTS, "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<office:annotation><dc:creator xmlns:dc='urn:dc'>Chị Hoa</dc:creator></office:annotation>",
                "<text:tracked-changes><text:changed-region><text:insertion><office:change-info>"
                        + "<dc:creator xmlns:dc='urn:dc'>Chị Hoa</dc:creator></office:change-info></text:insertion>"
                        + "</text:changed-region></text:tracked-changes>"
            })
    void an_open_document_names_those_who_wrote_remarks_and_changes(String within) {
        assertThat(read(Documents.odt("", "<text:p>Kế hoạch</text:p>" + within)).warnings())
                .contains(new Warning(Warning.Kind.AUTHOR, "Chị Hoa"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<meta:printed-by>Chị Hoa</meta:printed-by>", "<meta:user-defined>Chị Hoa</meta:user-defined>"})
    void an_open_document_names_people_in_its_properties(String property) {
        var meta =
                "<office:document-meta xmlns:office='urn:o' xmlns:meta='urn:m'>" + property + "</office:document-meta>";
        assertThat(read(Documents.odt("", "<text:p>Kế hoạch</text:p>", "meta.xml", meta))
                        .warnings())
                .contains(new Warning(Warning.Kind.AUTHOR, "Chị Hoa"));
    }

    @Test
    void a_pdf_names_people_in_its_metadata_and_holds_files() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var metadata = new PDMetadata(document);
            metadata.importXMPMetadata(
                    ("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='urn:rdf'><rdf:Description"
                                    + " xmlns:dc='urn:dc' xmlns:pdfx='urn:pdfx' pdfx:Company='Sở Mẫu'><dc:creator><rdf:Seq>"
                                    + "<rdf:li>Chị Hoa</rdf:li><rdf:li>Anh Sơn</rdf:li></rdf:Seq></dc:creator></rdf:Description>"
                                    + "</rdf:RDF></x:xmpmeta>")
                            .getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            var file = new PDComplexFileSpecification();
            file.setFile("so-lieu.txt");
            file.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream("1".getBytes(StandardCharsets.UTF_8))));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of("so-lieu", file));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.save(bytes);
        }

        assertThat(read(bytes.toByteArray()).warnings())
                .contains(
                        new Warning(Warning.Kind.AUTHOR, "Sở Mẫu; Chị Hoa; Anh Sơn"),
                        new Warning(Warning.Kind.ATTACHMENTS, "1"));
    }

    @Test
    void where_many_are_named_it_is_said_that_there_are_more() {
        var people = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> "<w:person w:author='Người %02d'/>".formatted(i))
                .collect(Collectors.joining());
        var read = read(
                Documents.docx(PARAGRAPH, "word/people.xml", "<w:people xmlns:w='urn:w'>" + people + "</w:people>"));

        assertThat(read.warnings().get(0).detail())
                .startsWith("Người 01; Người 02; ")
                .endsWith("Người 10; …");
    }

    @Test
    void a_file_that_tells_nothing_is_not_said_to() {
        assertThat(read(Documents.docx(PARAGRAPH)).warnings()).isEmpty();
    }
}
