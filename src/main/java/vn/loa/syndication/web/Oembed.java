package vn.loa.syndication.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import vn.loa.common.Jsons;

/** An answer of oEmbed 1.0: its fields in their order, numbers as such, written as JSON or as XML. */
final class Oembed {
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    Oembed with(String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
        return this;
    }

    Oembed with(String name, int value) {
        fields.put(name, value);
        return this;
    }

    void json(OutputStream out) throws IOException {
        var object = Jsons.object();
        fields.forEach((name, value) -> {
            if (value instanceof Integer number) {
                object.add(name, number);
            } else {
                object.add(name, value.toString());
            }
        });
        out.write(object.build().toString().getBytes(StandardCharsets.UTF_8));
    }

    void xml(OutputStream out) throws IOException {
        try {
            var xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("oembed");
            for (var field : fields.entrySet()) {
                xml.writeStartElement(field.getKey());
                xml.writeCharacters(field.getValue().toString());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The answer could not be written", e);
        }
    }
}
