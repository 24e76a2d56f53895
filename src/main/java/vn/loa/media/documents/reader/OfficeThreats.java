package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLStreamConstants;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** Unpacks all of an office file once, and refuses what would do harm where it is opened. */
final class OfficeThreats {
    private static final int BUFFER = 64 * 1024;

    /** A single letter is a drive. */
    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]+:");

    /** Elements whose address is followed only when somebody clicks it. */
    private static final Set<String> CLICKED = Set.of("a", "form");

    /** How often pages break, as the program saw it that wrote the file. */
    private int pageBreaks;

    private final Traces traces = new Traces();

    int pageBreaks() {
        return pageBreaks;
    }

    /** What else was seen, since all of the file is looked at anyway. */
    Traces traces() {
        return traces;
    }

    void examine(OfficePackage office) throws IOException {
        var entries = office.entries();
        while (entries.hasMoreElements()) {
            var entry = entries.nextElement();
            if (!entry.isDirectory()) {
                refuseByName(entry);
                traces.part(entry.getName());
                office.unpack(entry, content -> examine(entry.getName(), content));
            }
        }
    }

    private static void refuseByName(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin") || name.startsWith("basic/") || name.startsWith("scripts/")) {
            throw new DocumentRefused(Refusal.MACROS, "There is " + entry.getName());
        }
        if (Executable.isNamed(name)) {
            throw new DocumentRefused(Refusal.EXECUTABLE, "There is " + entry.getName());
        }
    }

    private void examine(String name, Unpacking content) throws IOException {
        var folded = name.toLowerCase(Locale.ROOT);
        if (folded.endsWith(".xml") || folded.endsWith(".rels") || folded.endsWith(".vml") || folded.endsWith(".rdf")) {
            examine(name, new XmlPart(name, content), folded.endsWith(".rels"));
            return;
        }
        var head = content.readNBytes(Executable.HEAD);
        if (Executable.begins(head) || folded.endsWith(".bin") && Executable.isPackaged(content)) {
            throw new DocumentRefused(Refusal.EXECUTABLE, name + " is a program, or hides one");
        }
        var rest = new byte[BUFFER];
        while (content.read(rest, 0, rest.length) >= 0) {
            // It is only counted.
        }
    }

    private void examine(String name, XmlPart part, boolean relationships) {
        var fields = new FieldInstructions();
        while (part.hasNext()) {
            if (part.next() == XMLStreamConstants.START_ELEMENT && !traces.element(name, part.element(), part)) {
                examine(part, part.element(), relationships, fields);
            }
        }
    }

    private void examine(XmlPart part, String element, boolean relationships, FieldInstructions fields) {
        switch (element) {
            case "Relationship" -> {
                if (relationships) {
                    relationship(part);
                }
            }
            case "Override", "Default" -> {
                if (part.attribute("ContentType")
                        .filter(type -> type.contains("macroEnabled"))
                        .isPresent()) {
                    throw new DocumentRefused(Refusal.MACROS, "Its type is one with macros");
                }
            }
            case "encryption-data" ->
                throw new DocumentRefused(Refusal.ENCRYPTED, "An entry can be read with a password only");
            case "script", "event-listener" -> {
                if (part.attribute("language").isPresent()) {
                    throw new DocumentRefused(Refusal.MACROS, "There is an element " + element);
                }
            }
            case "dde-source", "dde-link", "ddeLink" ->
                throw new DocumentRefused(Refusal.EXTERNAL, "There is an element " + element);
            case "fldChar" ->
                part.attribute("fldCharType").ifPresent(type -> {
                    switch (type) {
                        case "begin" -> fields.begin();
                        case "end" -> fields.end();
                        default -> {
                            // What it showed when it was last brought up to date.
                        }
                    }
                });
            case "instrText" -> fields.add(part.text());
            case "fldSimple" -> part.attribute("instr").ifPresent(new FieldInstructions()::add);
            case "lastRenderedPageBreak", "soft-page-break" -> pageBreaks++;
            default -> {
                if (!CLICKED.contains(element)) {
                    part.link().filter(OfficeThreats::isElsewhere).ifPresent(address -> {
                        throw new DocumentRefused(Refusal.EXTERNAL, element + " fetches " + address);
                    });
                }
            }
        }
    }

    /** ECMA-376, part 2, 9.3: what is not in the package has the mode External. */
    private static void relationship(XmlPart part) {
        var type = part.attribute("Type").orElse("");
        var target = part.attribute("Target").orElse("");
        if (part.attribute("TargetMode").filter("External"::equalsIgnoreCase).isPresent()
                && !type.endsWith("/hyperlink")
                && isElsewhere(target)) {
            throw new DocumentRefused(
                    Refusal.EXTERNAL, type.substring(type.lastIndexOf('/') + 1) + " is fetched from " + target);
        }
    }

    /** Whether it is on the network, or on a network drive. A path on a drive of its author is a trace of work, and reaches nothing. */
    static boolean isElsewhere(String address) {
        var text = address.strip().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (text.startsWith("file:")) {
            // Two strokes stand before a machine, three before a path; more are a way to write a machine, too.
            var strokes = text.length()
                    - "file:".length()
                    - text.substring("file:".length()).replaceFirst("^/+", "").length();
            return strokes == 2 || strokes > 3;
        }
        return text.startsWith("//") || SCHEME.matcher(text).find() && !text.startsWith("mailto:");
    }
}
