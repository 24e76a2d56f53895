package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.loa.accounts.Role;
import vn.loa.media.CompoundFiles;
import vn.loa.media.documents.Documents;
import vn.loa.testing.Drafts;
import vn.loa.testing.Pdf;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Documents that do harm where they are opened are rejected; of the others the portal lets no browser open one within its origin. */
@UsesPortal
class DocumentsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String TYPES = "[Content_Types].xml";

    private static final Map<String, byte[]> KEPT = Map.of(
            "to-roi.pdf", Pdf.of("tờ rơi"),
            "trang.pdf", Pdf.of("<html><script>alert(1)</script></html>"),
            "ke-hoach.docx", Documents.docx("<w:p><w:r><w:t>Kế hoạch</w:t></w:r></w:p>"));

    /** What is found only when they are read; by the reason. */
    private static final Map<String, byte[]> REJECTED = Map.of(
            "document-scripts",
                    Pdf.of(
                            "x",
                            "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>",
                            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
            "document-broken", text("%PDF-1.7\n1 0 obj<</Length 9999999999/Filter[/FlateDecode/FlateDecode]>>stream"),
            "document-document-type",
                    Documents.zip(TYPES, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"),
            "document-macros", Documents.docx("", "word/vbaProject.bin", "x"),
            "document-external",
                    Documents.docx(
                            "",
                            "word/_rels/settings.xml.rels",
                            Documents.relationship("attachedTemplate", "https://example.org/x.dotm")),
            "document-unsafe-names", Documents.zip(TYPES, "<Types/>", "../../../etc/cron.d/x", "x"),
            "document-swells", Documents.zip(TYPES, "<Types/>", "word/document.xml", " ".repeat(20 << 20)),
            "document-encrypted", CompoundFiles.of("Root Entry", "EncryptionInfo", "EncryptedPackage"),
            "document-old-format", CompoundFiles.of("Root Entry", "WordDocument"));

    private static final Map<String, byte[]> REFUSED = Map.of(
            "ung-dung.docx", zip("AndroidManifest.xml", "x"),
            "trang.docx", zip("index.html", "<script>alert(1)</script>"),
            "cut.docx", text("PK\u0003\u0004 and nothing after it"),
            "cai-dat.doc",
                    new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
                    },
            "trang.pdf", text("<html>%PDF-1.7"),
            "hinh.pdf", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
            "phim.pdf", joined(text("\0\0\0\u001cftypisom\0\0\2\0isomiso2mp41"), zip("index.html", "<html>")));

    private final Portal portal;
    private final Staff staff;
    private final TusClient client;

    DocumentsIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER), null, Set.of("vi"));
        client = new TusClient(portal, staff);
    }

    @TestFactory
    Stream<DynamicTest> what_is_published_is_saved_as_it_came_and_opened_by_no_browser_within_the_portal() {
        return KEPT.entrySet().stream()
                .map(document -> dynamicTest(document.getKey(), () -> {
                    var product = Drafts.PRODUCTS + "/" + Drafts.start(staff);
                    var track = add(product, document.getKey(), document.getValue());
                    assertThat(track.statusCode()).as(track.body()).isEqualTo(202);
                    var location = track.headers().firstValue("Location").orElseThrow();
                    Until.answer(
                            () -> staff.get(location),
                            answer -> answer.body().contains("\"state\":\"ready\""),
                            PATIENCE);
                    done(staff.send("POST", location + "/approval", "{\"verdict\":\"approved\"}"));
                    for (var step : new String[] {"review", "approved", "published"}) {
                        done(staff.send("POST", product + "/transitions", "{\"to\":\"" + step + "\"}"));
                    }
                    try {
                        requireAttachment(source(location), document.getValue());
                    } finally {
                        done(staff.send(
                                "POST", product + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}"));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_would_do_harm_where_it_is_opened_is_rejected_with_its_reason_in_words() {
        return REJECTED.entrySet().stream()
                .map(document -> dynamicTest(document.getKey(), () -> {
                    var product = Drafts.PRODUCTS + "/" + Drafts.start(staff);
                    var name = document.getValue()[0] == '%'
                            ? "a.pdf"
                            : document.getValue()[0] == 'P' ? "a.docx" : "a.doc";
                    var track = add(product, name, document.getValue());
                    assertThat(track.statusCode()).as(track.body()).isEqualTo(202);
                    var location = track.headers().firstValue("Location").orElseThrow();

                    var status = Drafts.object(Until.answer(
                            () -> staff.get(location),
                            answer -> answer.body().contains("\"state\":\"rejected\""),
                            PATIENCE));

                    assertThat(status.getString("reason")).isEqualTo(document.getKey());
                    var explanation = status.getJsonObject("explanation");
                    assertThat(explanation.getString("vi")).matches(".*(ài liệu|ệp).*");
                    assertThat(explanation.getString("en")).isNotEqualTo(explanation.getString("vi"));
                    assertThat(status.containsKey("sources")).isFalse();
                }));
    }

    @Test
    void how_many_pages_a_document_has_is_said_in_the_api_and_on_its_page() {
        var slug = Drafts.start(staff);
        var product = Drafts.PRODUCTS + "/" + slug;
        var location = add(product, "ke-hoach.pdf", Documents.pdf(document -> {
                    for (var page = 0; page < 12; page++) {
                        document.addPage(new PDPage());
                    }
                }))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var ready = Until.answer(
                () -> staff.get(location), answer -> answer.body().contains("\"state\":\"ready\""), PATIENCE);
        assertThat(Drafts.object(ready).getInt("pages")).isEqualTo(12);
        done(staff.send("POST", location + "/approval", "{\"verdict\":\"approved\"}"));
        for (var step : new String[] {"review", "approved", "published"}) {
            done(staff.send("POST", product + "/transitions", "{\"to\":\"" + step + "\"}"));
        }
        try {
            assertThat(portal.get("/san-pham/" + slug).body())
                    .contains("ke-hoach.pdf")
                    .contains("12 trang, ");
            assertThat(portal.get("/san-pham/" + slug + "?hl=en").body()).contains("12 pages, ");
            assertThat(portal.get("/api/v1/products/" + slug).body()).contains("\"pages\":12");
        } finally {
            done(staff.send("POST", product + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}"));
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_document_is_refused_whatever_it_is_called() {
        return REFUSED.entrySet().stream()
                .map(document -> dynamicTest(document.getKey(), () -> {
                    var product = Drafts.PRODUCTS + "/" + Drafts.start(staff);

                    var answer = add(product, document.getKey(), document.getValue());

                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
                    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                    assertThat(answer.body()).contains(document.getKey());
                    assertThat(staff.get(product).body()).contains("\"tracks\":[]");
                }));
    }

    private void requireAttachment(JsonObject source, byte[] bytes) {
        var url = source.getString("url");
        for (var method : new String[] {"GET", "HEAD"}) {
            var answer = portal.bytes(HttpRequest.newBuilder(portal.uri(url))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            var headers = answer.headers();
            assertThat(headers.firstValue("Content-Type")).contains(url.endsWith("docx") ? DOCX : "application/pdf");
            assertThat(headers.firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;")
                    .contains(url.substring(url.lastIndexOf('.')));
            assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(headers.allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
            if (method.equals("GET")) {
                assertThat(answer.body()).isEqualTo(bytes);
            }
        }
    }

    private JsonObject source(String location) {
        return Drafts.object(staff.get(location)).getJsonArray("sources").getJsonObject(0);
    }

    private HttpResponse<String> add(String product, String name, byte[] bytes) {
        return staff.send(
                "POST",
                product + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"document\",\"language\":\"vi\",\"role\":\"attachment\"}"
                        .formatted(client.upload(name, bytes)));
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(text(namesAndTexts[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
