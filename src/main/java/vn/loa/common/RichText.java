package vn.loa.common;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jspecify.annotations.Nullable;

/** Formatted text that anybody may be shown: headings from the second level, paragraphs, lists, emphasis, links. */
public final class RichText {
    private static final Safelist ALLOWED = new Safelist()
            .addTags("h2", "h3", "p", "br", "ul", "ol", "li", "strong", "em", "blockquote", "a")
            .addAttributes("a", "href")
            .addAttributes(":all", "lang")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .preserveRelativeLinks(false);

    private static final Set<String> BLOCKS = Set.of("h2", "h3", "p", "ul", "ol", "blockquote", "div");

    /** What editors in browsers write for what is allowed. */
    private static final Map<String, String> EMPHASIS = Map.of("b", "strong", "i", "em");

    private RichText() {}

    /**
     * The same text without anything that could run, load or restyle, or that nobody sees ({@link PlainText}). Emphasis and lines as editors in
     * browsers write them ({@code b}, {@code i}, {@code div}) become what is allowed. Sanitising twice changes nothing more.
     */
    public static String sanitise(String html) {
        var written = Jsoup.parseBodyFragment(html);
        written.body().select("b, i").forEach(one -> one.tagName(EMPHASIS.getOrDefault(one.normalName(), "em")));
        var lines = written.body().select("div");
        paragraphs(written.body(), lines);
        var clean = new Cleaner(ALLOWED).clean(written);
        if (!lines.isEmpty()) {
            wrap(clean.body());
        }
        clean.outputSettings(new Document.OutputSettings().prettyPrint(false));
        // Characters may be written by their numbers, which are read here.
        return PlainText.lines(clean.body().html());
    }

    /** Divisions with nothing but words in them are paragraphs; the others only hold such, and go. What stands in those beside others is a paragraph, too. */
    private static void paragraphs(Element body, List<Element> lines) {
        lines.stream().filter(RichText::isWithinWords).forEach(line -> {
            line.before(new Element("br"));
            line.unwrap();
        });
        var around = Collections.<Element>newSetFromMap(new IdentityHashMap<>());
        for (var block : body.select(String.join(",", BLOCKS))) {
            var parent = block.parent();
            while (parent != null && around.add(parent)) {
                parent = parent.parent();
            }
        }
        for (var line : lines) {
            if (around.contains(line)) {
                wrap(line);
            } else {
                line.tagName("p");
            }
        }
    }

    /** No paragraph can stand in emphasis or in a link. */
    private static boolean isWithinWords(Element line) {
        var parent = line.parent();
        return parent != null
                && !parent.normalName().equals("body")
                && !parent.normalName().equals("li")
                && !BLOCKS.contains(parent.normalName());
    }

    /** The first line that somebody types stands in nothing, while the others stand in divisions. */
    private static void wrap(Element body) {
        @Nullable Element paragraph = null;
        for (var node : List.copyOf(body.childNodes())) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                paragraph = null;
            } else if (paragraph != null || !isBlank(node)) {
                if (paragraph == null) {
                    paragraph = new Element("p");
                    node.before(paragraph);
                }
                paragraph.appendChild(node);
            }
        }
    }

    private static boolean isBlank(Node node) {
        return node instanceof TextNode text && text.isBlank();
    }

    /** The words alone, for search and descriptions. */
    public static String plain(String html) {
        return Jsoup.parse(html).text();
    }
}
