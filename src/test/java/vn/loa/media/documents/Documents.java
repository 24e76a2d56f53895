package vn.loa.media.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Documents as the programs of offices write them. */
public final class Documents {
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private Documents() {}

    /** @param body what stands in the body; the prefix is w */
    public static byte[] docx(String body, String... more) {
        var parts = new ArrayList<>(List.of(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml' ContentType='"
                        + TYPE + "'/></Types>",
                "_rels/.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
                        + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/>"
                        + "</Relationships>",
                "word/document.xml",
                "<w:document xmlns:w='" + WORD + "'><w:body>" + body + "</w:body></w:document>"));
        parts.addAll(List.of(more));
        return zip(parts.toArray(String[]::new));
    }

    /** A part of a DOCX whose root is of the name space w. */
    public static String word(String root, String content) {
        return "<w:%s xmlns:w='%s'>%s</w:%s>".formatted(root, WORD, content, root);
    }

    /** A list of relationships of a DOCX. */
    public static String relationship(String type, String target) {
        return ("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type="
                        + "'http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s' TargetMode='External' Target='%s'/></Relationships>")
                .formatted(type, target);
    }

    /** @param styles within automatic-styles */
    public static byte[] odt(String styles, String text, String... more) {
        var parts = new ArrayList<>(List.of(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
                        + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0' xmlns:script='urn:oasis:names:tc:opendocument:xmlns:script:1.0'"
                        + " xmlns:xlink='http://www.w3.org/1999/xlink'><office:automatic-styles>"
                        + styles + "</office:automatic-styles><office:body><office:text>" + text
                        + "</office:text></office:body></office:document-content>"));
        parts.addAll(List.of(more));
        return zip(parts.toArray(String[]::new));
    }

    public static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Draws on a PDF. */
    @FunctionalInterface
    public interface Drawing {
        void draw(PDDocument document) throws IOException;
    }

    public static byte[] pdf(Drawing drawing) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            drawing.draw(document);
            document.save(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A PDF of A4 pages, each of which holds these lines; places are in points, from the left and from the top. */
    public static byte[] pdf(List<List<Line>> pages) {
        return pdf(document -> {
            var font = font(document);
            for (var lines : pages) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    for (var line : lines) {
                        write(content, line.font() == null ? font : line.font(), line);
                    }
                }
            }
        });
    }

    private static void write(PDPageContentStream content, PDFont font, Line line) throws IOException {
        content.beginText();
        content.setFont(font, line.size());
        content.newLineAtOffset(line.left(), PDRectangle.A4.getHeight() - line.top());
        content.showText(line.text());
        content.endText();
    }

    /** Has all letters of Vietnamese. */
    public static PDFont font(PDDocument document) throws IOException {
        try (var font =
                PDFont.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return PDType0Font.load(document, font);
        }
    }

    /** @param font null for one that has all letters of Vietnamese */
    public record Line(float left, float top, float size, String text, PDFont font) {
        public Line(float left, float top, String text) {
            this(left, top, 13, text, null);
        }
    }
}
