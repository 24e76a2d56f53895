package vn.loa.media.documents.reader;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.media.documents.Alignment;

/** The styles of an ODT (OpenDocument 1.3, part 3, 16). */
final class OpenStyles {
    /** Styles have parents; more in a row are a circle. */
    private static final int LONGEST_CHAIN = 20;

    private record Entry(@Nullable String parent, OpenStyle style) {}

    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> fonts = new LinkedHashSet<>();
    private final Set<String> unnumbered = new HashSet<>();

    /** @param lists to which styles of lists are made known */
    static OpenStyles of(OfficePackage office, OpenLists lists) throws IOException {
        var styles = new OpenStyles();
        for (var part : new String[] {"styles.xml", "content.xml"}) {
            office.read(
                    part,
                    xml -> xml.children(element -> {
                        switch (element) {
                            case "styles", "automatic-styles" -> styles.read(xml, lists);
                            case "font-face-decls" ->
                                xml.children(font -> xml.attribute("name").ifPresent(styles.fonts::add));
                            default -> {
                                // The text is read later.
                            }
                        }
                    }));
        }
        return styles;
    }

    private void read(XmlPart part, OpenLists lists) {
        part.children(element -> {
            switch (element) {
                case "style" -> style(part);
                case "default-style" ->
                    entries.put(part.attribute("family").orElse("") + "/", new Entry(null, properties(part)));
                case "list-style" -> lists.learn(part);
                case "outline-style" -> lists.learnHeadings(part);
                default -> {
                    // Pages, numbers, graphics.
                }
            }
        });
    }

    private void style(XmlPart part) {
        var family = part.attribute("family").orElse("");
        var name = part.attribute("name").orElse("");
        var parent = part.attribute("parent-style-name").orElse("");
        if (part.attribute("list-style-name").filter(String::isEmpty).isPresent()) {
            unnumbered.add(name);
        }
        entries.put(family + "/" + name, new Entry(family + "/" + parent, properties(part)));
    }

    private OpenStyle properties(XmlPart part) {
        var style = new OpenStyle[] {OpenStyle.PLAIN};
        part.children(element -> {
            switch (element) {
                case "paragraph-properties" ->
                    style[0] = style[0].with(new OpenStyle(
                            part.attribute("text-align")
                                    .map(OpenStyles::alignment)
                                    .orElse(null),
                            null,
                            null,
                            part.attribute("break-before")
                                    .filter("page"::equals)
                                    .isPresent()));
                case "text-properties" -> {
                    part.attribute("font-name").ifPresent(fonts::add);
                    style[0] = style[0].with(new OpenStyle(
                            null,
                            part.attribute("font-weight")
                                    .map(OpenStyles::isBold)
                                    .orElse(null),
                            part.attribute("font-style")
                                    .map(value -> !value.equals("normal"))
                                    .orElse(null),
                            false));
                }
                default -> {
                    // How it is set.
                }
            }
        });
        return style[0];
    }

    private static boolean isBold(String weight) {
        return weight.equals("bold") || weight.matches("[6-9]00");
    }

    private static Alignment alignment(String value) {
        return switch (value) {
            case "center" -> Alignment.CENTER;
            case "end", "right" -> Alignment.RIGHT;
            case "justify" -> Alignment.JUSTIFIED;
            default -> Alignment.LEFT;
        };
    }

    OpenStyle paragraph(String name) {
        return resolved("paragraph/" + name, 0);
    }

    /** Whether headings of this style, by itself, go without the numbers that others have. */
    boolean isUnnumbered(String name) {
        return unnumbered.contains(name);
    }

    /** Of a part of a paragraph: only what it says itself. */
    OpenStyle text(String name) {
        return name.isEmpty() ? OpenStyle.PLAIN : resolved("text/" + name, 0);
    }

    private OpenStyle resolved(String key, int step) {
        var entry = entries.get(key);
        if (entry == null || step == LONGEST_CHAIN) {
            return OpenStyle.PLAIN;
        }
        // A page begins where the style itself says so, or one that it inherits from.
        return entry.parent() == null || entry.parent().equals("text/")
                ? entry.style()
                : resolved(entry.parent(), step + 1).with(entry.style());
    }

    /** All that are declared. */
    Set<String> fonts() {
        return fonts;
    }
}
