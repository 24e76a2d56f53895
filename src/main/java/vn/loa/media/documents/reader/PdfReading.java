package vn.loa.media.documents.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;
import vn.loa.media.documents.Warning;

/** Reads PDF (ISO 32000). What may be opened by everybody and only asks not to be changed or printed is read like any other. */
final class PdfReading {
    /** Kinds of annotations that people make, unlike links and fields (ISO 32000-1, 12.5.6). */
    private static final Set<String> REMARKS =
            Set.of("Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Caret", "Ink", "Stamp");

    /** Entries of the information about a document that name somebody; programs for offices add those after the first. */
    private static final List<String> NAMING = List.of("Author", "Company", "Manager");

    private final PDDocument document;
    private final Telling telling;
    private final PageLayout layout = new PageLayout();
    private final List<Integer> scanned = new ArrayList<>();

    private PdfReading(PDDocument document, Telling telling) {
        this.document = document;
        this.telling = telling;
    }

    static void read(Path file, Telling telling) throws IOException {
        FontMappers.set(new OneFont());
        try (var document = Loader.loadPDF(file.toFile())) {
            new PdfReading(document, telling).read();
        } catch (InvalidPasswordException locked) {
            throw new DocumentRefused(Refusal.ENCRYPTED, "It can be opened with a password only");
        } catch (NoClassDefFoundError e) {
            // The library for certificates is not here on purpose: nobody has a key to them.
            throw new DocumentRefused(Refusal.ENCRYPTED, "It can be opened with a certificate only: " + e.getMessage());
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException
                | ArithmeticException broken) {
            // What the library throws when a file makes no sense is not of one kind.
            throw new DocumentRefused(Refusal.BROKEN, broken.toString());
        }
    }

    private void read() throws IOException {
        var pages = document.getNumberOfPages();
        if (pages < 1) {
            throw new DocumentRefused(Refusal.BROKEN, "It has no pages");
        }
        Pages.requireFew(pages);
        var traces = new Traces();
        new PdfThreats(document.getDocument(), traces).examine();
        lookFor(traces);
        telling.kind(DocumentKind.PDF);
        telling.pages(pages);
        traces.tell(telling);
        try {
            new PdfText(telling, this::page).read(document);
        } catch (Telling.Enough enough) {
            // It was said that there is more.
        }
        if (!scanned.isEmpty()) {
            telling.warn(
                    Warning.Kind.SCANNED,
                    String.join(", ", scanned.stream().map(String::valueOf).toList()));
        }
    }

    /** Who is named in it, and what was written onto its pages. */
    private void lookFor(Traces traces) {
        for (var key : NAMING) {
            var name = document.getDocumentInformation().getCOSObject().getString(key);
            if (name != null) {
                traces.author(name);
            }
        }
        for (var page : document.getPages()) {
            var notes = page.getCOSObject().getCOSArray(COSName.ANNOTS);
            for (var i = 0; notes != null && i < notes.size(); i++) {
                if (notes.getObject(i) instanceof COSDictionary note
                        && REMARKS.contains(String.valueOf(note.getNameAsString(COSName.SUBTYPE)))) {
                    traces.comment();
                    var by = note.getString(COSName.T);
                    if (by != null) {
                        traces.author(by);
                    }
                }
            }
        }
    }

    private void page(int number, PDPage page, List<List<PdfText.Word>> lines) throws IOException {
        if (lines.isEmpty() && holdsPicture(page)) {
            scanned.add(number);
        }
        layout.blocks(number, page.getMediaBox().getWidth(), lines).forEach(telling::block);
    }

    private static boolean holdsPicture(PDPage page) throws IOException {
        var resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (var name : resources.getXObjectNames()) {
            var item = resources.getCOSObject().getCOSDictionary(COSName.XOBJECT);
            var stream = item == null ? null : item.getCOSStream(name);
            if (stream != null && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                return true;
            }
        }
        return false;
    }
}
