package vn.loa.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Texts;

/**
 * Everything that the page of a topic shows.
 *
 * @param parent the wider topic; null at the top
 * @param children narrower topics
 * @param products about it or a narrower topic, newest first
 */
public record TopicPage(
        String code,
        Texts label,
        String icon,
        @Nullable TopicLink parent,
        List<TopicLink> children,
        Page<ProductCard> products) {

    public TopicPage {
        children = List.copyOf(children);
    }

    /** @param icon the name of a symbol in the icons of topics */
    public record TopicLink(String code, Texts label, String icon) {}
}
