package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String VIDEO = "http://www.google.com/schemas/sitemap-video/1.1";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private static final List<String> PAGES =
            List.of("/", "/san-pham", "/ke-hoach", "/hoi-dap", "/hoi-dap/gui", "/lich-phat", "/theo-doi", "/nhung");

    private static final int BATCH = 500;

    /** The format allows 50,000 addresses in one file; each product has one per language. */
    private static final int MOST_PRODUCTS = 22_000;

    /** The newest two thousand. */
    private static final int MOST_PAGES_OF_QUESTIONS = 20;

    /** Longest description that search engines take. */
    private static final int LONGEST = 2_048;

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
        var xml = XML.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        var writer = new Writer(xml, base, languages);
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("urlset");
        xml.writeDefaultNamespace(SITEMAP);
        xml.writeNamespace("xhtml", XHTML);
        xml.writeNamespace("video", VIDEO);
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
        for (var page = 1; page * BATCH <= MOST_PRODUCTS; page++) {
            var found = products.page(page, BATCH);
            for (ProductAddress product : found) {
                writer.page("/san-pham/" + product.slug(), product.changedAt(), product.film());
            }
            if (found.size() < BATCH) {
                break;
            }
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    private record Writer(XMLStreamWriter xml, String base, List<String> languages) {
        void page(String path, @Nullable Instant changed, @Nullable Film film) throws XMLStreamException {
            for (var language : languages) {
                xml.writeStartElement("url");
                element("loc", address(path, language));
                if (changed != null) {
                    element("lastmod", changed.toString());
                }
                for (var other : languages) {
                    alternate(other, address(path, other));
                }
                alternate("x-default", address(path, Texts.FALLBACK));
                if (film != null) {
                    video(film, path, language);
                }
                xml.writeEndElement();
            }
        }

        private void video(Film film, String path, String language) throws XMLStreamException {
            xml.writeStartElement(VIDEO, "video");
            video("thumbnail_loc", base + film.picture());
            video("title", film.title().in(language));
            video("description", shortened(film.summary().in(language)));
            video("content_loc", base + film.content());
            video("player_loc", base + path.replaceFirst("^/san-pham/", "/nhung/"));
            if (film.seconds() > 0) {
                video("duration", Long.toString(film.seconds()));
            }
            video("publication_date", film.publishedAt().toString());
            video("requires_subscription", "no");
            xml.writeEndElement();
        }

        private void video(String name, String value) throws XMLStreamException {
            xml.writeStartElement(VIDEO, name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }

        private void element(String name, String value) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }

        private void alternate(String language, String address) throws XMLStreamException {
            xml.writeEmptyElement(XHTML, "link");
            xml.writeAttribute("rel", "alternate");
            xml.writeAttribute("hreflang", language);
            xml.writeAttribute("href", address);
        }

        private String address(String path, String language) {
            return base + path + (language.equals(Texts.FALLBACK) ? "" : "?hl=" + language);
        }

        private static String shortened(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        }
    }
}
