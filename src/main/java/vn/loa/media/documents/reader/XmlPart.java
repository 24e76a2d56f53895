package vn.loa.media.documents.reader;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.loa.common.SafeXml;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/**
 * Reads a part of an office file from its beginning to its end. Names are without their name spaces: those of the two editions of a format differ, their
 * elements do not.
 */
final class XmlPart {
    /** Office programs nest to a few dozens. */
    private static final int DEEPEST = 200;

    private final String name;
    private final XMLStreamReader xml;
    private int depth;

    /** @param name of the part, for messages */
    XmlPart(String name, InputStream content) {
        this.name = name;
        try {
            this.xml = SafeXml.reader(content);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** Goes to the root element. */
    void begin() {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // What stands before it says nothing.
        }
    }

    /** Whether there is another piece. */
    boolean hasNext() {
        try {
            return xml.hasNext();
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** @throws DocumentRefused if it defines a document type, is nested too deeply or is no XML */
    int next() {
        try {
            var event = xml.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new DocumentRefused(Refusal.DOCUMENT_TYPE, name + " defines a document type");
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        throw new DocumentRefused(Refusal.TOO_COMPLEX, name + " is nested too deeply");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (java.util.NoSuchElementException e) {
            throw new DocumentRefused(Refusal.BROKEN, name + " ends early");
        }
    }

    /** Visits the elements within this one; of what the visitor leaves unread the rest is passed over. @param each takes the name of one */
    void children(Consumer<String> each) {
        content(text -> {}, each);
    }

    /** As {@link #children}, with the text between them. */
    void content(Consumer<String> text, Consumer<String> each) {
        var own = depth;
        while (true) {
            var event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var child = depth;
                each.accept(element());
                while (depth >= child) {
                    next();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && depth < own) {
                return;
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                text.accept(xml.getText());
            }
        }
    }

    /** All text within this element. */
    String text() {
        var all = new StringBuilder();
        content(all::append, child -> all.append(text()));
        return all.toString();
    }

    String element() {
        return xml.getLocalName();
    }

    Optional<String> attribute(String wanted) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(wanted)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** The address of what OpenDocument fetches or leads to. */
    Optional<String> link() {
        return Optional.ofNullable(xml.getAttributeValue("http://www.w3.org/1999/xlink", "href"));
    }

    /** Empty when it is no such number. */
    Optional<Integer> number(String wanted) {
        return attribute(wanted).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    private DocumentRefused broken(XMLStreamException e) {
        // That of a stream that swells comes through the parser.
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DocumentRefused refused) {
                return refused;
            }
        }
        return new DocumentRefused(Refusal.BROKEN, name + ": " + e.getMessage());
    }
}
