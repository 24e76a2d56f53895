package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
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

    /** Of a stream, as of an office file. */
    private static final int MOST_RATIO = 100;

    private static final long SMALL = 16L << 20;
    private static final long MOST = 512L << 20;
    private static final int BUFFER = 64 * 1024;

    /** ISO 32000-2, 12.6.4: what these actions do is more than to show something. */
    private static final Set<String> SCRIPTS = Set.of("JavaScript", "Launch", "ImportData", "Rendition", "GoToE");

    /** Annotations that play programs of their own. */
    private static final Set<String> PLAYED = Set.of("RichMedia", "3D");

    /** What is opened, run or shown by an action. */
    private static final Set<COSName> ACTED_UPON =
            Set.of(COSName.F, COSName.getPDFName("Win"), COSName.getPDFName("AN"));

    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");

    private record Item(COSBase value, int depth) {}

    private final COSDocument document;
    private int objects;

    PdfThreats(COSDocument document) {
        this.document = document;
    }

    void examine() throws IOException {
        examine(document.getTrailer());
        for (var key : new ArrayList<>(document.getXrefTable().keySet())) {
            var object = document.getObjectFromPool(key);
            examine(object.getObject());
            if (object.getObject() instanceof COSStream stream) {
                unpack(stream);
            }
        }
    }

    /** With all that lies within it; what is referred to is an object of its own. */
    private void examine(@Nullable COSBase top) {
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

    private static void refuse(COSDictionary dictionary) {
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
        if (dictionary.containsKey(COSName.EF)) {
            for (var key : new COSName[] {COSName.F, COSName.UF}) {
                var name = dictionary.getString(key);
                if (name != null && Executable.isNamed(name)) {
                    throw new DocumentRefused(Refusal.EXECUTABLE, "There is a file " + name + " in it");
                }
            }
        }
    }

    /** Elements of the structure of a text have names of this kind, too; they say what they are, and have nothing that an action acts upon. */
    private static boolean isAction(COSDictionary dictionary) {
        return !"StructElem".equals(dictionary.getNameAsString(COSName.TYPE))
                || ACTED_UPON.stream().anyMatch(dictionary::containsKey);
    }

    /** Only counts what comes out. Pictures are left alone: white paper is packed a thousandfold, and nobody here unpacks it. */
    private static void unpack(COSStream stream) throws IOException {
        var filters = filters(stream);
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) || filters.isEmpty()) {
            return;
        }
        if (filters.size() > 3) {
            throw new DocumentRefused(Refusal.SWELLS, "A stream is packed " + filters.size() + " times");
        }
        if (!filters.get(0).startsWith("Fl")) {
            return;
        }
        var embedded = "EmbeddedFile".equals(stream.getNameAsString(COSName.TYPE));
        try (var packed = stream.createRawInputStream()) {
            var inflater = new Inflater();
            var in = new byte[BUFFER];
            var out = new byte[BUFFER];
            var read = 0L;
            var written = 0L;
            try {
                for (var n = packed.read(in); n >= 0 && !inflater.finished(); n = packed.read(in)) {
                    read += n;
                    inflater.setInput(in, 0, n);
                    for (var m = inflater.inflate(out); m > 0; m = inflater.inflate(out)) {
                        if (embedded
                                && written == 0
                                && Executable.begins(java.util.Arrays.copyOf(out, Math.min(m, Executable.HEAD)))) {
                            throw new DocumentRefused(Refusal.EXECUTABLE, "A program is packed into it");
                        }
                        written += m;
                        if (written > MOST || written > SMALL && written / MOST_RATIO > read) {
                            throw new DocumentRefused(
                                    Refusal.SWELLS, "A stream becomes more than " + written + " bytes");
                        }
                    }
                    if (inflater.needsDictionary()) {
                        return;
                    }
                }
            } catch (DataFormatException broken) {
                // Whoever reads it sees as much as there is.
            } finally {
                inflater.end();
            }
        }
    }

    private static java.util.List<String> filters(COSStream stream) {
        var names = new ArrayList<String>();
        var filters = stream.getFilters();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            array.forEach(element -> names.add(element instanceof COSName name ? name.getName() : ""));
        }
        return names;
    }
}
