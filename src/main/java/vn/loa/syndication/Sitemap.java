package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductAddress;
import vn.loa.catalog.ProductAddress.Film;
import vn.loa.catalog.ProductAddresses;
import vn.loa.common.Texts;
import vn.loa.plans.PublicPlans;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.questions.PublicQuestions;
import vn.loa.taxonomy.Topics;

/**
 * Everything public in the form of sitemaps.org 0.9, with the languages of each page and the video extension. Written as it is read, a
 * few hundred products at a time.
 */
@ApplicationScoped
public class Sitemap {
    private static final Map<String, String> SPACES = spaces();

    private static final List<String> PAGES =
            List.of("/", "/san-pham", "/ke-hoach", "/hoi-dap", "/hoi-dap/gui", "/lich-phat", "/theo-doi", "/nhung");

    private static final int BATCH = 500;

    /** So many the format allows in one file. */
    private static final int MOST_ADDRESSES = 50_000;

    /** The newest two thousand. */
    private static final int MOST_PAGES_OF_QUESTIONS = 20;

    /** Longest description that search engines take. */
    private static final int LONGEST = 2_048;

    private static Map<String, String> spaces() {
        var spaces = new LinkedHashMap<String, String>();
        spaces.put("", "http://www.sitemaps.org/schemas/sitemap/0.9");
        spaces.put("xhtml", "http://www.w3.org/1999/xhtml");
        spaces.put("video", "http://www.google.com/schemas/sitemap-video/1.1");
        return spaces;
    }

    @Inject
    private ProductAddresses products;

    @Inject
    private PublicPlans plans;

    @Inject
    private PublicQuestions questions;

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Topics topics;

    /**
     * @param base the portal's public address, without a slash at the end
     * @param languages codes of those in which pages have texts of their own: one that falls back to Vietnamese is no page of its own
     * @throws XMLStreamException when it cannot be written to the stream, which stays open
     */
    public void write(String base, List<String> languages, OutputStream out) throws XMLStreamException {
        var xml = new FeedWriter(out);
        var writer = new Writer(xml, base, languages);
        xml.begin("urlset", SPACES);
        for (var page : PAGES) {
            writer.page(page, null, null);
        }
        for (var topic : topics.all()) {
            writer.page("/chu-de/" + topic.code(), null, null);
        }
        for (var station : programmes.list()) {
            writer.page("/lich-phat/" + station.code(), null, null);
        }
        for (var page = 1; ; page++) {
            var found = plans.list(page, 100);
            for (var plan : found.items()) {
                writer.page("/ke-hoach/" + plan.slug(), null, null);
            }
            if (!found.hasNext()) {
                break;
            }
        }
        for (var page = 1; page <= MOST_PAGES_OF_QUESTIONS; page++) {
            var found = questions.all(page, 100);
            for (var question : found.items()) {
                writer.page(question.path(), question.publishedAt(), null);
            }
            if (!found.hasNext()) {
                break;
            }
        }
        for (var page = 1; writer.hasRoom(); page++) {
            var found = products.page(page, BATCH);
            for (ProductAddress product : found) {
                writer.page("/san-pham/" + product.slug(), product.changedAt(), product.film());
            }
            if (found.size() < BATCH) {
                break;
            }
        }
        xml.end();
    }

    private static final class Writer {
        private final FeedWriter xml;
        private final String base;
        private final List<String> languages;
        private int written;

        private Writer(FeedWriter xml, String base, List<String> languages) {
            this.xml = xml;
            this.base = base;
            this.languages = languages;
        }

        /** Whether there is room for one page more. */
        boolean hasRoom() {
            return written + languages.size() <= MOST_ADDRESSES;
        }

        /** In all languages, as long as there is room. */
        void page(String path, @Nullable Instant changed, @Nullable Film film) throws XMLStreamException {
            if (!hasRoom()) {
                return;
            }
            written += languages.size();
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
}
