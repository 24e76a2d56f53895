package vn.loa.syndication.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import vn.loa.common.Jsons;
import vn.loa.syndication.FeedWriter;

/** An answer of oEmbed 1.0: its fields in their order, numbers as such, written as JSON or as XML. */
final class Oembed {
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
            var xml = new FeedWriter(out);
            xml.begin("oembed", Map.of());
            for (var field : fields.entrySet()) {
                xml.text(field.getKey(), field.getValue().toString());
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException("The answer could not be written", e);
        }
    }
}
