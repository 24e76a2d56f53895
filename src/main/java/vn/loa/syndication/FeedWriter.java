package vn.loa.syndication;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML, element by element; whatever a text holds, it stays well-formed. Not for several threads. */
public final class FeedWriter {
    static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** XML 1.0 has no way to write these. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter xml;

    /** @param out stays open */
    public FeedWriter(OutputStream out) throws XMLStreamException {
        xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /** Begins the document. @param spaces by their prefixes; one with an empty prefix is that of elements without any */
    public void begin(String root, Map<String, String> spaces, String... attributes) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement(root);
        for (var space : spaces.entrySet()) {
            if (space.getKey().isEmpty()) {
                xml.writeDefaultNamespace(space.getValue());
            } else {
                xml.writeNamespace(space.getKey(), space.getValue());
            }
        }
        attributes(attributes);
    }

    /** Ends every element that is open, and the document. */
    public void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    /** @param name with its prefix @param attributes names and values in turn; those without a value are left out */
    void open(String name, @Nullable String... attributes) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
    }

    void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** An element with nothing in it. */
    void empty(String name, @Nullable String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    /** An element with a text; none when the text is empty. */
    public void text(String name, String text, @Nullable String... attributes) throws XMLStreamException {
        if (!text.isEmpty()) {
            open(name, attributes);
            xml.writeCharacters(allowed(text));
            close();
        }
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (var at = 0; at < attributes.length; at += 2) {
            var value = attributes[at + 1];
            if (value != null) {
                xml.writeAttribute(String.valueOf(attributes[at]), allowed(value));
            }
        }
    }

    private static String allowed(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
