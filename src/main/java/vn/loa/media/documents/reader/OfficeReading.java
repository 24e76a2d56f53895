package vn.loa.media.documents.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import vn.loa.media.documents.DocumentKind;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** Reads newer office files: Office Open XML and OpenDocument. */
final class OfficeReading {
    private static final String TYPES = "[Content_Types].xml";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";

    private OfficeReading() {}

    static void read(Path file, Telling telling) throws IOException {
        try (var office = OfficePackage.open(file)) {
            var threats = new OfficeThreats();
            threats.examine(office);
            var kind = kind(office);
            telling.kind(kind);
            threats.traces().tell(telling);
            try {
                switch (kind) {
                    case WORD -> new WordReading(office, telling, threats.pageBreaks()).read();
                    case OPEN_TEXT -> new OpenTextReading(office, telling, threats.pageBreaks()).read();
                    default -> {
                        // What sheets and slides say is not read.
                    }
                }
            } catch (Telling.Enough enough) {
                // It was said that there is more.
            }
        }
    }

    private static DocumentKind kind(OfficePackage office) throws IOException {
        if (office.has(TYPES)) {
            return openXml(office);
        }
        var type = office.line("mimetype").orElse("");
        if (type.startsWith(OPEN_DOCUMENT + "text")) {
            return DocumentKind.OPEN_TEXT;
        } else if (type.startsWith(OPEN_DOCUMENT + "spreadsheet")) {
            return DocumentKind.SHEETS;
        } else if (type.startsWith(OPEN_DOCUMENT + "presentation")) {
            return DocumentKind.SLIDES;
        }
        throw new DocumentRefused(Refusal.BROKEN, "It says that it is " + type);
    }

    private static DocumentKind openXml(OfficePackage office) throws IOException {
        var found = new AtomicReference<DocumentKind>();
        office.read(
                TYPES,
                part -> part.children(element -> part.attribute("ContentType").ifPresent(type -> {
                    if (type.contains("wordprocessingml") && type.contains(".main+")) {
                        found.set(DocumentKind.WORD);
                    } else if (type.contains("spreadsheetml") && type.contains(".main+")) {
                        found.set(DocumentKind.SHEETS);
                    } else if (type.contains("presentationml") && type.contains(".main+")) {
                        found.set(DocumentKind.SLIDES);
                    }
                })));
        var kind = found.get();
        if (kind == null) {
            throw new DocumentRefused(Refusal.BROKEN, "It has no main part");
        }
        return kind;
    }
}
