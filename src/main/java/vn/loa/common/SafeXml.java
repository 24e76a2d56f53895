package vn.loa.common;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The one place where XML parsers are made: they read no definition of a document type and nothing from elsewhere. Safe for use by many threads. */
public final class SafeXml {
    private static final XMLInputFactory FACTORY = factory();

    private SafeXml() {}

    /**
     * Reads XML piece by piece. A definition of a document type is reported as {@link javax.xml.stream.XMLStreamConstants#DTD} and not
     * followed; whoever reads should go no further then.
     */
    public static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(content);
        }
    }

    /** That of the JDK, whatever the server brings along. */
    private static XMLInputFactory factory() {
        var made = XMLInputFactory.newDefaultFactory();
        made.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        made.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        made.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        made.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is read from elsewhere");
        });
        return made;
    }
}
