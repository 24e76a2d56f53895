package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** Looks at every object of a PDF once, wherever it hangs, and refuses what would do harm where it is opened. */
final class PdfThreats {
    private static final int MOST_OBJECTS = 500_000;
    private static final int DEEPEST = 200;

    /** ISO 32000-2, 12.6.4: what these actions do is more than to show something. */
    private static final Set<String> SCRIPTS = Set.of("JavaScript", "Launch", "ImportData", "Rendition", "GoToE");

    /** Annotations that play programs of their own. */
    private static final Set<String> PLAYED = Set.of("RichMedia", "3D");

    /** What is opened, run or shown by an action. */
    private static final Set<COSName> ACTED_UPON =
            Set.of(COSName.F, COSName.getPDFName("Win"), COSName.getPDFName("AN"));

    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");

    /** As the file is called, and where its bytes are, by the system that opens it. */
    private static final List<COSName> FILES = List.of(COSName.F, COSName.UF, COSName.DOS, COSName.MAC, COSName.UNIX);

    private record Item(COSBase value, int depth) {}

    private final COSDocument document;

    /** Files that have been looked into. */
    private final Set<COSStream> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Metadata are a few thousand bytes, and room to grow. */
    private static final int MOST_METADATA = 1 << 20;

    private final Traces traces;

    private int objects;

    /** @param traces takes what else is seen, since all of the file is looked at anyway */
    PdfThreats(COSDocument document, Traces traces) {
        this.document = document;
        this.traces = traces;
    }

    void examine() throws IOException {
        examine(document.getTrailer());
        for (var key : new ArrayList<>(document.getXrefTable().keySet())) {
            var object = document.getObjectFromPool(key);
            examine(object.getObject());
            if (object.getObject() instanceof COSStream stream) {
                new PackedStream(stream).requireNoSwelling();
                if ("Metadata".equals(stream.getNameAsString(COSName.TYPE))) {
                    lookFor(stream);
                }
                if ("EmbeddedFile".equals(stream.getNameAsString(COSName.TYPE))) {
                    refuseProgram(stream);
                }
            }
        }
    }

    /** What cannot be unpacked is not unpacked by those who read the document, either. */
    private void lookFor(COSStream metadata) {
        try (var packet = metadata.createInputStream()) {
            traces.xmp(packet.readNBytes(MOST_METADATA));
        } catch (IOException unreadable) {
            // It tells nothing.
        }
    }

    /** With all that lies within it; what is referred to is an object of its own. */
    private void examine(@Nullable COSBase top) throws IOException {
        Deque<Item> open = new ArrayDeque<>();
        if (top != null) {
            open.push(new Item(top, 0));
        }
        while (!open.isEmpty()) {
            var item = open.pop();
            objects++;
            if (objects > MOST_OBJECTS || item.depth() > DEEPEST) {
                throw new DocumentRefused(Refusal.TOO_COMPLEX, "It has too many objects, or nests them too deeply");
            }
            if (item.value() instanceof COSDictionary dictionary) {
                refuse(dictionary);
                dictionary.entrySet().forEach(entry -> push(open, entry.getValue(), item.depth()));
            } else if (item.value() instanceof COSArray array) {
                array.forEach(element -> push(open, element, item.depth()));
            }
        }
    }

    private static void push(Deque<Item> open, COSBase value, int depth) {
        if (value instanceof COSDictionary || value instanceof COSArray) {
            open.push(new Item(value, depth + 1));
        }
    }

    private void refuse(COSDictionary dictionary) throws IOException {
        var action = dictionary.getNameAsString(COSName.S);
        if (action != null && SCRIPTS.contains(action) && isAction(dictionary) || dictionary.containsKey(JS)) {
            throw new DocumentRefused(Refusal.SCRIPTS, "There is an action " + action);
        }
        var shown = dictionary.getNameAsString(COSName.SUBTYPE);
        if (shown != null && PLAYED.contains(shown)) {
            throw new DocumentRefused(Refusal.SCRIPTS, "There is an annotation " + shown);
        }
        if (dictionary.containsKey(XFA)) {
            throw new DocumentRefused(Refusal.XFA, "Its form is of the kind XFA");
        }
        var files = dictionary.getCOSDictionary(COSName.EF);
        if (files != null) {
            traces.attachment();
            refusePrograms(dictionary, files);
        }
    }

    /**
     * ISO 32000-2, 7.11.3: a file has a name for each system, and may have other bytes for each. What kind of stream these are need not be said.
     *
     * @param specification of the file
     */
    private void refusePrograms(COSDictionary specification, COSDictionary files) throws IOException {
        for (var key : FILES) {
            var name = specification.getString(key);
            if (name != null && Executable.isNamed(name)) {
                throw new DocumentRefused(Refusal.EXECUTABLE, "There is a file " + name + " in it");
            }
            var content = files.getCOSStream(key);
            if (content != null) {
                refuseProgram(content);
            }
        }
    }

    private void refuseProgram(COSStream file) throws IOException {
        if (seen.add(file) && Executable.begins(new PackedStream(file).beginning())) {
            throw new DocumentRefused(Refusal.EXECUTABLE, "A program is packed into it");
        }
    }

    /** Elements of the structure of a text have names of this kind, too; they say what they are, and have nothing that an action acts upon. */
    private static boolean isAction(COSDictionary dictionary) {
        return !"StructElem".equals(dictionary.getNameAsString(COSName.TYPE))
                || ACTED_UPON.stream().anyMatch(dictionary::containsKey);
    }
}
