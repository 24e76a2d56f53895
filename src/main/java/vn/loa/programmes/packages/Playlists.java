package vn.loa.programmes.packages;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.loa.programmes.packages.PackageContent.Day;
import vn.loa.programmes.packages.PackageContent.Item;
import vn.loa.programmes.packages.PackageContent.Part;

/** Writes the order in which sounds are played for players: M3U in UTF-8, and XSPF 1. Paths are relative, so that a package may lie anywhere. */
final class Playlists {
    private static final String XSPF = "http://xspf.org/ns/0/";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** XML has no way to write these, and titles may hold them. */
    private static final String NOT_XML = "[\\ufffe\\uffff]";

    private final PackageContent content;
    private final PackageWords words;

    Playlists(PackageContent content) {
        this.content = content;
        this.words = new PackageWords(content);
    }

    /** Everything, from the folder of the package. */
    String m3u8() {
        return m3u8(words.title() + ", " + words.days(), content.items().toList(), "");
    }

    /** One stretch, from the folder of its day. */
    String m3u8(Day day, Part part) {
        return m3u8(
                words.text(
                                "programme.event",
                                words.place(),
                                words.wording().time(part.block().begins())) + ", "
                        + words.wording().numbers(day.played().date()),
                part.items(),
                day.folder() + "/");
    }

    /** @param folder in which the list lies; empty for that of the package */
    private String m3u8(String title, List<Item> items, String folder) {
        var text = new StringBuilder("#EXTM3U\n#PLAYLIST:").append(title).append('\n');
        items.forEach(item -> text.append("#EXTINF:")
                .append(item.sound().seconds())
                .append(',')
                .append(words.line(item))
                .append('\n')
                .append(item.included() ? item.path().substring(folder.length()) : up(folder) + item.path())
                .append('\n'));
        return text.toString();
    }

    private static String up(String folder) {
        return folder.isEmpty() ? "" : "../";
    }

    String xspf() {
        var text = new StringWriter();
        try {
            var xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("playlist");
            xml.writeDefaultNamespace(XSPF);
            xml.writeAttribute("version", "1");
            element(xml, "title", words.title() + ", " + words.days());
            xml.writeStartElement("trackList");
            for (var item : content.items().toList()) {
                track(xml, item);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML is written into memory", e);
        }
        return text + "\n";
    }

    private void track(XMLStreamWriter xml, Item item) throws XMLStreamException {
        xml.writeStartElement("track");
        // Names hold nothing that an address must escape.
        element(xml, "location", item.path());
        element(xml, "title", words.title(item));
        element(
                xml,
                "annotation",
                words.day(item.line().at().toLocalDate()) + ", "
                        + words.wording().second(item.line().at()) + " · " + words.language(item));
        if (!content.portal().isEmpty()) {
            element(xml, "info", content.portal() + item.sound().page());
        }
        element(xml, "duration", Long.toString(item.sound().length().toMillis()));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.replaceAll(NOT_XML, ""));
        xml.writeEndElement();
    }
}
