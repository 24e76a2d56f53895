package vn.loa.media.documents.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.junit.jupiter.api.Test;
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

    @Test
    void a_file_that_tells_nothing_is_not_said_to() {
        assertThat(read(Documents.docx(PARAGRAPH)).warnings()).isEmpty();
    }
}
