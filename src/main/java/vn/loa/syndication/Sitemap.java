package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import vn.loa.catalog.ProductAddresses;
import vn.loa.plans.PublicPlans;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.questions.PublicQuestions;
import vn.loa.syndication.SitemapPart.Amount;
import vn.loa.taxonomy.Topics;

/**
 * Everything public in the form of sitemaps.org 0.9, with the languages of each page and the video extension. What has no room in one file stands in several, which the first one names. Written as it is read, a
 * few hundred products at a time.
 */
@ApplicationScoped
public class Sitemap {
    private static final List<String> PAGES =
            List.of("/", "/san-pham", "/ke-hoach", "/hoi-dap", "/hoi-dap/gui", "/lich-phat", "/theo-doi", "/nhung");

    private static final int BATCH = 500;
    private static final int LISTED = 100;

    /** The newest two thousand. */
    private static final int MOST_PAGES_OF_QUESTIONS = 20;

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

    /** All files of it as it is now; at least one. @param languages codes of those in which pages have texts of their own: one that falls back to Vietnamese is no page of its own */
    public List<SitemapPart> parts(List<String> languages) {
        var general = PAGES.size()
                + topics.all().size()
                + programmes.list().size()
                + Math.min(questions.all(1, LISTED).total(), MOST_PAGES_OF_QUESTIONS * LISTED);
        return SitemapPart.of(
                new Amount(general, 1),
                new Amount(plans.list(1, LISTED).total(), LISTED),
                new Amount(products.count(), BATCH),
                languages.size(),
                SitemapPart.MOST_ADDRESSES);
    }

    /**
     * Writes one that names others.
     *
     * @param addresses of these, in full
     * @throws XMLStreamException when it cannot be written to the stream, which stays open
     */
    public void index(List<String> addresses, OutputStream out) throws XMLStreamException {
        SitemapWriter.index(addresses, out);
    }

    /**
     * @param base the portal's public address, without a slash at the end
     * @param languages as {@link #parts} takes them
     * @throws XMLStreamException when it cannot be written to the stream, which stays open
     */
    public void write(SitemapPart part, String base, List<String> languages, OutputStream out)
            throws XMLStreamException {
        var writer = new SitemapWriter(base, languages, out);
        if (part.general()) {
            general(writer);
        }
        for (var page = part.plans().first(); page <= part.plans().last(); page++) {
            for (var plan : plans.list(page, LISTED).items()) {
                writer.page("/ke-hoach/" + plan.slug(), null, null);
            }
        }
        for (var page = part.products().first(); page <= part.products().last(); page++) {
            for (var product : products.page(page, BATCH)) {
                writer.page("/san-pham/" + product.slug(), product.changedAt(), product.film());
            }
        }
        writer.end();
    }

    private void general(SitemapWriter writer) throws XMLStreamException {
        for (var page : PAGES) {
            writer.page(page, null, null);
        }
        for (var topic : topics.all()) {
            writer.page("/chu-de/" + topic.code(), null, null);
        }
        for (var station : programmes.list()) {
            writer.page("/lich-phat/" + station.code(), null, null);
        }
        for (var page = 1; page <= MOST_PAGES_OF_QUESTIONS; page++) {
            var found = questions.all(page, LISTED);
            for (var question : found.items()) {
                writer.page(question.path(), question.publishedAt(), null);
            }
            if (!found.hasNext()) {
                break;
            }
        }
    }
}
