package vn.loa.syndication;

import java.util.UUID;
import java.util.function.IntFunction;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;

/**
 * Which part of a feed is written, and where it and its other parts are (RFC 5005, 3).
 *
 * @param root address of the portal, without a slash at the end
 * @param name of the feed, which never changes
 * @param at path of a part, by its number
 * @param hub that tells subscribers of changes at once; null without one
 */
public record FeedPage(
        String root,
        UUID name,
        IntFunction<String> at,
        @Nullable String hub) {
    /** The links of a feed to itself. @param element name of the element for a link, with its prefix */
    void links(FeedWriter xml, String element, String type, Page<?> page) throws XMLStreamException {
        link(xml, element, "self", type, at.apply(page.number()));
        if (page.pages() > 1) {
            link(xml, element, "first", type, at.apply(1));
            link(xml, element, "last", type, at.apply(page.pages()));
        }
        if (page.number() > 1) {
            link(xml, element, "previous", type, at.apply(page.number() - 1));
        }
        if (page.hasNext()) {
            link(xml, element, "next", type, at.apply(page.number() + 1));
        }
        if (hub != null) {
            xml.empty(element, "rel", "hub", "href", hub);
        }
    }

    private void link(FeedWriter xml, String element, String relation, String type, String path)
            throws XMLStreamException {
        xml.empty(element, "rel", relation, "type", type, "href", root + path);
    }
}
