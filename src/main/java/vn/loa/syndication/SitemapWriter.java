package vn.loa.syndication;

import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductAddress.Film;
import vn.loa.common.Texts;

/** Writes a file of a sitemap, page by page. Not for several threads. */
final class SitemapWriter {
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /** Longest description that search engines take. */
    private static final int LONGEST = 2_048;

    private final FeedWriter xml;
    private final String base;
    private final List<String> languages;

    /** Begins it. @param base the portal's public address, without a slash at the end @param out stays open */
    SitemapWriter(String base, List<String> languages, OutputStream out) throws XMLStreamException {
        this.xml = new FeedWriter(out);
        this.base = base;
        this.languages = languages;
        var spaces = new LinkedHashMap<String, String>();
        spaces.put("", SPACE);
        spaces.put("xhtml", "http://www.w3.org/1999/xhtml");
        spaces.put("video", "http://www.google.com/schemas/sitemap-video/1.1");
        xml.begin("urlset", spaces);
    }

    /** Writes one that names others. @param addresses of these, in full */
    static void index(List<String> addresses, OutputStream out) throws XMLStreamException {
        var xml = new FeedWriter(out);
        xml.begin("sitemapindex", Map.of("", SPACE));
        for (var address : addresses) {
            xml.open("sitemap");
            xml.text("loc", address);
            xml.close();
        }
        xml.end();
    }

    /** In all languages. */
    void page(String path, @Nullable Instant changed, @Nullable Film film) throws XMLStreamException {
        for (var language : languages) {
            xml.open("url");
            xml.text("loc", address(path, language));
            if (changed != null) {
                xml.text("lastmod", changed.toString());
            }
            for (var other : languages) {
                alternate(other, address(path, other));
            }
            alternate("x-default", address(path, Texts.FALLBACK));
            if (film != null) {
                video(film, path, language);
            }
            xml.close();
        }
    }

    void end() throws XMLStreamException {
        xml.end();
    }

    private void video(Film film, String path, String language) throws XMLStreamException {
        xml.open("video:video");
        xml.text("video:thumbnail_loc", base + film.picture());
        xml.text("video:title", film.title().in(language));
        xml.text("video:description", shortened(film.summary().in(language)));
        xml.text("video:content_loc", base + film.content());
        xml.text("video:player_loc", base + path.replaceFirst("^/san-pham/", "/nhung/"));
        if (film.seconds() > 0) {
            xml.text("video:duration", Long.toString(film.seconds()));
        }
        xml.text("video:publication_date", film.publishedAt().toString());
        xml.text("video:requires_subscription", "no");
        xml.close();
    }

    private void alternate(String language, String address) throws XMLStreamException {
        xml.empty("xhtml:link", "rel", "alternate", "hreflang", language, "href", address);
    }

    private String address(String path, String language) {
        return base + path + (language.equals(Texts.FALLBACK) ? "" : "?hl=" + language);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
