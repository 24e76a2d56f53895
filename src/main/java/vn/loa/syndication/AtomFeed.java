package vn.loa.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Messages;
import vn.loa.common.Page;
import vn.loa.common.PortalIdentity;
import vn.loa.common.Texts;
import vn.loa.plans.PlanNews;
import vn.loa.syndication.ChosenVoices.Chosen;

/** What is new, in the form of Atom (RFC 4287): products and plans. The name of an entry never changes. */
@ApplicationScoped
public class AtomFeed {
    public static final int SIZE = 50;
    private static final String TYPE = "application/atom+xml";
    private static final String LANGUAGE_OF_XML = "xml:lang";

    @Inject
    private Masthead masthead;

    @Inject
    private PortalIdentity identity;

    @Inject
    private CurrentPriorities priorities;

    /** @param language code of that in which it speaks @param narrowed by what, in words; null when it is everything */
    public record Subject(
            String language,
            String title,
            String page,
            @Nullable String narrowed) {}

    /** Products. @param chosen in which language each of them is meant @param now said of a feed with nothing in it, which else is as new as its newest entry @param changed when each was changed last, by its id; those that are missing have not been since they were published */
    public void products(
            Subject subject,
            Page<ProductCard> products,
            Chosen chosen,
            Map<Long, Instant> changed,
            FeedPage at,
            Instant now,
            OutputStream out)
            throws XMLStreamException {
        var newest = products.items().stream()
                .map(card -> later(card.publishedAt(), changed.get(card.id())))
                .max(Comparator.naturalOrder())
                .orElse(now);
        var xml = begin(subject, products, at, newest, out);
        for (var card : products.items()) {
            var language = chosen.languages().get(card.id());
            var address = at.root() + "/san-pham/" + card.slug() + (language == null ? "" : "?tieng=" + language);
            xml.open("entry");
            xml.text("id", "urn:uuid:" + identity.name("product/" + card.id()));
            text(xml, "title", card.title(), subject.language());
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", address);
            xml.text("published", card.publishedAt().toString());
            xml.text(
                    "updated", later(card.publishedAt(), changed.get(card.id())).toString());
            text(xml, "summary", card.summary(), subject.language());
            xml.empty(
                    "category", "term", card.genre(), "label", card.genreLabel().in(subject.language()));
            for (var pressing : priorities.of(card.id()).stream().toList()) {
                var code = pressing.priority().code();
                xml.empty(
                        "category",
                        "term",
                        code,
                        "scheme",
                        at.root() + "/openapi#priority",
                        "label",
                        Messages.in(subject.language()).text("priority." + code));
            }
            var heard = chosen.heard().get(card.id());
            if (heard != null) {
                xml.empty(
                        "link",
                        "rel",
                        "enclosure",
                        "type",
                        heard.main().contentType(),
                        "length",
                        String.valueOf(heard.main().bytes()),
                        "href",
                        at.root() + heard.main().url());
            }
            for (var picture : card.poster().stream().toList()) {
                xml.empty(
                        "link",
                        "rel",
                        "enclosure",
                        "type",
                        picture.contentType(),
                        "length",
                        String.valueOf(picture.bytes()),
                        "href",
                        at.root() + picture.url());
            }
            xml.close();
        }
        xml.end();
    }

    /** Plans, of which the newest document comes first. */
    public void plans(Subject subject, Page<PlanNews> plans, FeedPage at, Instant now, OutputStream out)
            throws XMLStreamException {
        var newest = plans.items().stream()
                .map(plan -> later(plan.publishedAt(), plan.changedAt()))
                .max(Comparator.naturalOrder())
                .orElse(now);
        var xml = begin(subject, plans, at, newest, out);
        for (var plan : plans.items()) {
            xml.open("entry");
            xml.text("id", "urn:uuid:" + identity.name("plan/" + plan.id()));
            var reference = plan.reference();
            xml.text(
                    "title",
                    reference == null ? plan.subject() : reference + ": " + plan.subject(),
                    LANGUAGE_OF_XML,
                    Texts.FALLBACK);
            xml.empty("link", "rel", "alternate", "type", "text/html", "href", at.root() + "/ke-hoach/" + plan.slug());
            xml.text("published", plan.publishedAt().toString());
            xml.text("updated", later(plan.publishedAt(), plan.changedAt()).toString());
            text(xml, "summary", plan.summary(), subject.language());
            xml.open("author");
            xml.text("name", plan.agency().in(subject.language()));
            xml.close();
            xml.close();
        }
        xml.end();
    }

    private FeedWriter begin(Subject subject, Page<?> page, FeedPage at, Instant updated, OutputStream out)
            throws XMLStreamException {
        var xml = new FeedWriter(out);
        xml.begin("feed", Map.of("", FeedWriter.ATOM), LANGUAGE_OF_XML, subject.language());
        xml.text("id", "urn:uuid:" + at.name());
        var title = masthead.name().in(subject.language()) + " – " + subject.title();
        xml.text("title", subject.narrowed() == null ? title : title + " (" + subject.narrowed() + ")");
        xml.text("subtitle", masthead.about().in(subject.language()));
        xml.text("updated", updated.toString());
        xml.open("author");
        xml.text("name", masthead.agency().in(subject.language()));
        xml.close();
        xml.text("icon", at.root() + masthead.emblem());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", at.root() + subject.page());
        at.links(xml, "link", TYPE, page);
        return xml;
    }

    private static void text(FeedWriter xml, String name, Texts texts, String wanted) throws XMLStreamException {
        var spoken = texts.languageFor(wanted);
        xml.text(name, texts.in(wanted), LANGUAGE_OF_XML, spoken.equals(wanted) || spoken.isEmpty() ? null : spoken);
    }

    private static Instant later(Instant published, @Nullable Instant changed) {
        return changed == null || changed.isBefore(published) ? published : changed;
    }
}
