package vn.loa.common;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** Formatted text that anybody may be shown: headings from the second level, paragraphs, lists, emphasis, links. */
public final class RichText {
    private static final Safelist ALLOWED = new Safelist()
            .addTags("h2", "h3", "p", "br", "ul", "ol", "li", "strong", "em", "blockquote", "a")
            .addAttributes("a", "href")
            .addAttributes(":all", "lang")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .preserveRelativeLinks(false);

    private RichText() {}

    /** The same text without anything that could run, load or restyle, or that nobody sees ({@link PlainText}). Sanitising twice changes nothing more. */
    public static String sanitise(String html) {
        // Characters may be written by their numbers, which are read here.
        return PlainText.lines(Jsoup.clean(html, "", ALLOWED, new Document.OutputSettings().prettyPrint(false)));
    }

    /** The words alone, for search and descriptions. */
    public static String plain(String html) {
        return Jsoup.parse(html).text();
    }
}
