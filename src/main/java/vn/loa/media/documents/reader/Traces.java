package vn.loa.media.documents.reader;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import vn.loa.media.documents.Warning;

/** What a document tells of those who worked on it, beside what it says: names, comments, changes that are only marked. */
final class Traces {
    /** Who is named beyond them is one of many. */
    private static final int MOST_AUTHORS = 10;

    private final Set<String> authors = new LinkedHashSet<>();
    private int comments;
    private int changes;

    /**
     * Looks at an element of an office file.
     *
     * @param part its name in the package
     * @return whether the text of the element was read
     */
    boolean element(String part, String element, XmlPart xml) {
        var name = part.toLowerCase(Locale.ROOT);
        switch (element) {
            case "creator", "lastModifiedBy", "initial-creator", "Manager", "Company" -> {
                if (name.startsWith("docprops/") || name.equals("meta.xml")) {
                    author(xml.text());
                    return true;
                }
            }
            case "comment" -> {
                if (name.contains("comments")) {
                    xml.attribute("author").ifPresent(this::author);
                    comments++;
                }
            }
            case "annotation" -> comments++;
            case "ins", "del", "moveFrom", "moveTo" -> {
                if (name.startsWith("word/") && xml.attribute("author").isPresent()) {
                    xml.attribute("author").ifPresent(this::author);
                    changes++;
                }
            }
            case "changed-region" -> changes++;
            default -> {}
        }
        return false;
    }

    void author(String name) {
        var bare = name.strip();
        if (!bare.isEmpty() && authors.size() < MOST_AUTHORS) {
            authors.add(bare.replaceAll("[\\s;]+", " "));
        }
    }

    void comment() {
        comments++;
    }

    void tell(Telling telling) {
        if (!authors.isEmpty()) {
            telling.warn(Warning.Kind.AUTHOR, String.join("; ", authors));
        }
        if (comments > 0) {
            telling.warn(Warning.Kind.COMMENTS, String.valueOf(comments));
        }
        if (changes > 0) {
            telling.warn(Warning.Kind.CHANGES, String.valueOf(changes));
        }
    }
}
