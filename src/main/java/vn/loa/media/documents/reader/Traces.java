package vn.loa.media.documents.reader;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Warning;

/**
 * What a document tells of those who worked on it, beside what it says: names, comments, changes that are only marked, files within it. What lies within its
 * pictures is not looked at.
 */
final class Traces {
    /** Who is named beyond them is one of many. */
    private static final int MOST_AUTHORS = 10;

    /** In characters, of all names: more is not told of a document. */
    private static final int MOST_NAMES = 280;

    /** That somebody changed them is marked; what else is changed is called so (ISO 29500-1, 17.13.5). */
    private static final Set<String> CHANGED =
            Set.of("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge");

    /** Names of people and offices in metadata (ISO 16684-1, and as programs that print call them). */
    private static final Set<String> PEOPLE = Set.of("creator", "contributor", "Author", "Company", "Manager");

    /** What people add to the properties of a file; programs add numbers and words of their own. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile("\\p{L}[\\p{L}.]*\\s+\\p{L}");

    private final Set<String> authors = new LinkedHashSet<>();
    private int comments;
    private int changes;
    private int attachments;

    /** Looks at the name of a part of an office file. */
    void part(String part) {
        if (part.toLowerCase(Locale.ROOT).contains("/embeddings/")) {
            attachment();
        }
    }

    /**
     * Looks at an element of an office file.
     *
     * @param part its name in the package
     * @return whether the text of the element was read
     */
    boolean element(String part, String element, XmlPart xml) {
        var name = part.toLowerCase(Locale.ROOT);
        if (name.startsWith("word/")) {
            word(element, xml);
        }
        switch (element) {
            case "creator", "lastModifiedBy", "initial-creator", "printed-by", "Manager", "Company" -> {
                if (name.startsWith("docprops/") || name.endsWith("meta.xml") || name.endsWith("content.xml")) {
                    author(xml.text());
                    return true;
                }
            }
            case "lpwstr", "user-defined" -> {
                if (name.equals("docprops/custom.xml") || name.equals("meta.xml")) {
                    property(xml.text());
                    return true;
                }
            }
            case "comment" -> {
                if (name.contains("comments")) {
                    comments++;
                }
            }
            case "annotation" -> comments++;
            case "changed-region" -> changes++;
            default -> {}
        }
        return false;
    }

    /** Names stay in the list of people after their comments and changes are gone. */
    private void word(String element, XmlPart xml) {
        var by = xml.attribute("author");
        by.ifPresent(this::author);
        if (by.isPresent() && (CHANGED.contains(element) || element.endsWith("Change"))) {
            changes++;
        }
    }

    private void property(String value) {
        if (SEVERAL_WORDS.matcher(value).find()) {
            author(value);
        }
    }

    /** Looks at metadata of the kind XMP; what makes no sense tells nothing. */
    void xmp(byte[] packet) {
        try {
            var xml = new XmlPart("XMP", new ByteArrayInputStream(packet));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    if (PEOPLE.contains(xml.element())) {
                        names(xml);
                    } else {
                        PEOPLE.forEach(person -> xml.attribute(person).ifPresent(this::author));
                    }
                }
            }
        } catch (DocumentRefused unreadable) {
            // Readers of the document pass over it as well.
        }
    }

    /** One, or a list. */
    private void names(XmlPart xml) {
        var own = new StringBuilder();
        xml.content(own::append, child -> names(xml));
        author(own.toString());
    }

    void author(String name) {
        var bare = name.strip();
        if (!bare.isEmpty() && authors.size() <= MOST_AUTHORS) {
            authors.add(bare.replaceAll("[\\s;]+", " "));
        }
    }

    void comment() {
        comments++;
    }

    /** A file within the file. */
    void attachment() {
        attachments++;
    }

    void tell(Telling telling) {
        if (!authors.isEmpty()) {
            telling.warn(Warning.Kind.AUTHOR, told());
        }
        tell(telling, Warning.Kind.COMMENTS, comments);
        tell(telling, Warning.Kind.CHANGES, changes);
        tell(telling, Warning.Kind.ATTACHMENTS, attachments);
    }

    private static void tell(Telling telling, Warning.Kind kind, int count) {
        if (count > 0) {
            telling.warn(kind, String.valueOf(count));
        }
    }

    /** Where there are more than there is room for, the last is an ellipsis. */
    private String told() {
        var all = new StringBuilder();
        var count = 0;
        for (var author : authors) {
            var name = author.length() > MOST_NAMES / 2 ? author.substring(0, MOST_NAMES / 2) + "…" : author;
            if (count == MOST_AUTHORS || all.length() + name.length() > MOST_NAMES) {
                return all + "; …";
            }
            all.append(count == 0 ? "" : "; ").append(name);
            count++;
        }
        return all.toString();
    }
}
