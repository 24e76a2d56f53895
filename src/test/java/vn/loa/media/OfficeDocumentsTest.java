package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeDocumentsTest {
    private static final String TYPES = "[Content_Types].xml";
    private static final int SECTOR = CompoundFiles.SECTOR;

    @TempDir
    private Path folder;

    @Test
    void a_package_of_office_open_xml_is_a_document_wherever_its_list_of_types_stands() {
        var file = zip(Map.of("word/document.xml", "<w:document/>", TYPES, "<Types/>"));

        assertThat(SniffedTypes.of(file, "a.docx")).isEqualTo(MediaKind.DOCUMENT);
    }

    @Test
    void an_open_document_is_one_when_it_says_so() {
        assertThat(SniffedTypes.of(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text")), "a.odt"))
                .isEqualTo(MediaKind.DOCUMENT);
        refused(zip(Map.of("mimetype", "application/epub+zip")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AndroidManifest.xml", "META-INF/MANIFEST.MF", "index.html", "word/document.xml"})
    void programs_and_other_archives_are_no_documents_whatever_they_are_called(String entry) {
        refused(zip(Map.of(entry, "x")));
    }

    /** Its reader tells, in words of its own. */
    @Test
    void whether_a_document_would_do_harm_where_it_is_unpacked_is_not_told_here() {
        var harmful = Map.of("../../etc/cron.d/x", "x", "word/document.xml", " ".repeat(20 << 20));
        harmful.forEach((entry, content) -> assertThat(
                        SniffedTypes.of(zip(Map.of(TYPES, "<Types/>", entry, content)), "a.docx"))
                .as(entry)
                .isEqualTo(MediaKind.DOCUMENT));
    }

    /** It is kept as it is and parsed by nobody here. */
    @Test
    void a_document_type_within_is_nothing_to_a_portal_that_does_not_parse_it() {
        var bomb = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>";

        assertThat(SniffedTypes.of(zip(Map.of(TYPES, bomb)), "a.docx")).isEqualTo(MediaKind.DOCUMENT);
    }

    @Test
    void what_is_cut_short_or_has_a_directory_of_gigabytes_is_refused() throws IOException {
        var whole = Files.readAllBytes(zip(Map.of(TYPES, "<Types/>")));
        refused(file(java.util.Arrays.copyOf(whole, whole.length - 10)));

        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(whole.length - 10, 0x7fffffff);
        refused(file(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WordDocument", "Workbook", "Book", "PowerPoint Document"})
    void what_old_office_programs_wrote_is_a_document(String stream) {
        assertThat(SniffedTypes.of(file(CompoundFiles.of("Root Entry", "CompObj", "Data", "Table", stream)), "a.doc"))
                .isEqualTo(MediaKind.DOCUMENT);
    }

    @Test
    void an_installer_in_a_compound_file_is_none() {
        refused(file(CompoundFiles.of("Root Entry", "Property", "Component", "Binary", "File")));
    }

    @Test
    void a_directory_that_never_ends_is_refused() {
        var bytes = CompoundFiles.of("Root Entry", "a", "b", "c");
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(SECTOR + Integer.BYTES, 1);

        refused(file(bytes));
    }

    @Property
    void any_rest_of_a_compound_file_is_read_without_harm(@ForAll @Size(max = 2000) byte[] rest) throws IOException {
        var bytes = CompoundFiles.of("Root Entry");
        System.arraycopy(rest, 0, bytes, 24, Math.min(rest.length, bytes.length - 24));
        var file = Files.createTempFile("compound", "");
        try {
            Files.write(file, bytes);
            CompoundFile.isDocument(file);
        } finally {
            Files.delete(file);
        }
    }

    private void refused(Path file) {
        assertThatThrownBy(() -> SniffedTypes.of(file, "tai-lieu.docx"))
                .isInstanceOf(MediaRefused.class)
                .hasMessageContaining("tai-lieu.docx");
    }

    /** What a file is told to be. */
    private static final class SniffedTypes {
        static MediaKind of(Path file, String name) {
            try {
                return SniffedType.of(name, null, file).kind();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path zip(Map<String, String> entries) {
        try {
            var file = Files.createTempFile(folder, "archive", "");
            try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var entry : new LinkedHashMap<>(entries).entrySet()) {
                    out.putNextEntry(new ZipEntry(entry.getKey()));
                    out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(Files.createTempFile(folder, "file", ""), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
