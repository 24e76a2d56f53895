package vn.loa.syndication.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductAddresses;
import vn.loa.common.Messages;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.web.Address;
import vn.loa.common.web.HttpDates;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.Outage;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Problem;
import vn.loa.common.web.PublicRoutes;
import vn.loa.editorial.ContentRevision;
import vn.loa.plans.PublicPlans;
import vn.loa.search.Catalogue;
import vn.loa.search.FacetValue;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.search.Words;
import vn.loa.search.YearRange;
import vn.loa.syndication.AtomFeed;
import vn.loa.syndication.ChosenVoices;
import vn.loa.syndication.ChosenVoices.Chosen;
import vn.loa.syndication.FeedNames;
import vn.loa.syndication.FeedPage;
import vn.loa.syndication.PodcastFeed;
import vn.loa.syndication.PodcastFeed.Channel;
import vn.loa.syndication.WebSubSettings;
import vn.loa.taxonomy.FormerCodes;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Topics;

/**
 * Answers {@code /feeds/…}: {@code {language}.xml} and {@code {language}/{topic}.xml} are podcasts, {@code san-pham.atom} and
 * {@code ke-hoach.atom} what is new. Tags, conditions and compression are those of the page cache, which keeps what is answered here.
 * Full addresses come from the setting, never from what a request says.
 */
@WebServlet("/feeds/*")
public class FeedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern PODCAST = Pattern.compile("/feeds/([a-z]{2,8})(?:/([a-z0-9-]{1,80}))?\\.xml");
    private static final String PRODUCTS = "/feeds/san-pham.atom";
    private static final String PLANS = "/feeds/ke-hoach.atom";
    private static final String FOR_FIVE_MINUTES = "public, max-age=300, stale-while-revalidate=600";

    @Inject
    private transient PodcastFeed podcasts;

    @Inject
    private transient AtomFeed atoms;

    @Inject
    private transient SearchCatalogue catalogue;

    @Inject
    private transient ProductAddresses products;

    @Inject
    private transient PublicPlans plans;

    @Inject
    private transient Taxonomies taxonomies;

    @Inject
    private transient Topics topics;

    @Inject
    private transient FormerCodes formerCodes;

    @Inject
    private transient ContentRevision revision;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient WebSubSettings hub;

    @Inject
    private transient FeedNames names;

    @Inject
    private transient ChosenVoices voices;

    /** Writes a feed. */
    private interface Feed {
        void write(FeedPage at, int number, ByteArrayOutputStream out) throws XMLStreamException;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Before any content: what changes while a feed is written is newer than what it says.
        var changed = revision.changedAt();
        var path = PageRouter.pathOf(request);
        var asked = Address.of(
                        path, Optional.ofNullable(request.getQueryString()).orElse(""))
                .keeping(PublicRoutes.parametersOf(path))
                .bounded();
        // Feeds must hold full addresses; without the setting there are none.
        if (!address.isKnown()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.equals(PRODUCTS)) {
            products(asked, changed, response);
        } else if (path.equals(PLANS)) {
            var feed = keeping(asked, "hl");
            answer(
                    feed,
                    names.feed(feed.path(), feed.parameters()),
                    asked,
                    "application/atom+xml",
                    changed,
                    response,
                    (at, number, out) -> {
                        var language = language(asked);
                        var subject = new AtomFeed.Subject(
                                language, Messages.in(language).text("menu.plans"), "/ke-hoach", null);
                        atoms.plans(subject, plans.news(number, AtomFeed.SIZE), at, changed, out);
                    });
        } else {
            var channel = channel(path);
            if (channel.isEmpty()) {
                var moved = moved(path);
                if (moved.isPresent()) {
                    response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                    response.setHeader("Location", asked.at(moved.get()).toString());
                    response.setHeader("Cache-Control", "no-cache");
                    return;
                }
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            answer(
                    Address.of(path),
                    name(channel.get()),
                    asked,
                    "application/rss+xml",
                    changed,
                    response,
                    (at, number, out) -> podcasts.write(channel.get(), number, at, out));
        }
    }

    private UUID name(Channel channel) {
        var topic = channel.topic();
        return names.podcast(channel.code(), topic == null ? null : topic.code());
    }

    /** The path of a podcast whose topic has another code by now. */
    private Optional<String> moved(String path) {
        var names = PODCAST.matcher(path);
        return names.matches() && names.group(2) != null
                ? formerCodes
                        .now(FormerCodes.TOPIC, names.group(2))
                        .map(now -> "/feeds/" + names.group(1) + "/" + now + ".xml")
                        .filter(there -> channel(there).isPresent())
                : Optional.empty();
    }

    private Optional<Channel> channel(String path) {
        var names = PODCAST.matcher(path);
        if (!names.matches()) {
            return Optional.empty();
        }
        var topic = names.group(2);
        return taxonomies.languagesOfWorks().stream()
                .filter(language -> language.code().equals(names.group(1)))
                .findFirst()
                .flatMap(language -> topic == null
                        ? Optional.of(new Channel(language, null, List.of()))
                        : taxonomies.topics().stream()
                                .filter(item -> item.code().equals(topic))
                                .findFirst()
                                .map(item -> new Channel(language, item, topics.withDescendants(topic))));
    }

    private void products(Address asked, Instant changed, HttpServletResponse response) throws IOException {
        var filters = Filters.ofPage(asked::all);
        var number = Paging.number(asked.first(Paging.PARAMETER).orElse(""));
        // What is counted is not needed, but the names of what was chosen come with it.
        var found =
                catalogue.list(filters, number, AtomFeed.SIZE, filters.chosen().keySet());
        if (found.limited() && (filters.narrows() || filters.query().isPresent())) {
            // Readers keep whatever they once got: nothing is better than what was not asked for.
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            refuse(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "Search is away, so the feed cannot be narrowed now",
                    response);
            return;
        }
        if (found.limited()) {
            response.setHeader("Cache-Control", "no-store");
        }
        var language = language(asked);
        var narrowed = asked.without("hl").without(Paging.PARAMETER).filled();
        var subject = new AtomFeed.Subject(
                language,
                Messages.in(language).text("menu.products"),
                onPage(narrowed),
                words(found, filters, language));
        var changes = products.changes(
                found.products().items().stream().map(card -> card.id()).toList());
        var chosen = found.limited() ? Chosen.NONE : voices.of(found.products().items(), filters);
        var feed = asked.without(Paging.PARAMETER).filled();
        answer(
                feed,
                names.feed(feed.path(), feed.parameters()),
                asked,
                "application/atom+xml",
                changed,
                response,
                (at, same, out) -> atoms.products(subject, found.products(), chosen, changes, at, changed, out));
    }

    /** The same part of the catalogue. */
    private static String onPage(Address narrowed) {
        var query = narrowed.toString();
        var question = query.indexOf('?');
        return "/san-pham" + (question < 0 ? "" : query.substring(question));
    }

    /** By the names that people use: {@code Tiểu phẩm, Tiếng Mông}; null when it is everything. */
    private static @Nullable String words(Catalogue found, Filters filters, String language) {
        var names = Filters.OFFERED.stream()
                .flatMap(facet -> found.facets().getOrDefault(facet, List.of()).stream())
                .filter(FacetValue::chosen)
                .map(value -> value.label().in(language));
        var all = Stream.of(
                        filters.query().map(Words::text).stream(),
                        names,
                        Stream.ofNullable(filters.years()).map(years -> words(years, Messages.in(language))))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? null : all;
    }

    private static String words(YearRange years, Messages messages) {
        var from = Objects.toString(years.from(), "");
        var to = Objects.toString(years.to(), "");
        return from.isEmpty()
                ? messages.text("facet.years.to", to)
                : to.isEmpty() ? messages.text("facet.years.from", from) : messages.text("facet.years.both", from, to);
    }

    private static Address keeping(Address asked, String name) {
        return asked.keeping(Set.of(name)).filled();
    }

    private static String language(Address asked) {
        return asked.first("hl")
                .flatMap(InterfaceLanguage::find)
                .filter(InterfaceLanguage::isWritten)
                .map(InterfaceLanguage::code)
                .orElse(Texts.FALLBACK);
    }

    private void answer(
            Address feed,
            UUID name,
            Address asked,
            String type,
            Instant changed,
            HttpServletResponse response,
            Feed content)
            throws IOException {
        var number = Paging.number(asked.first(Paging.PARAMETER).orElse(""));
        IntFunction<String> parts = page -> (page == 1 ? feed : feed.with(Paging.PARAMETER, String.valueOf(page)))
                .sorted()
                .toString();
        // The hub is told of whole feeds alone: who waited for it to speak of a part would wait for ever.
        var told = hub.address().filter(known -> parts.apply(number).equals(feed.path()));
        var at = new FeedPage(address.root(), name, parts, told.orElse(null));
        var out = new ByteArrayOutputStream();
        try {
            content.write(at, number, out);
        } catch (XMLStreamException e) {
            throw new IOException("The feed could not be written", e);
        }
        response.setContentType(type + "; charset=utf-8");
        response.setHeader("Last-Modified", HttpDates.format(changed));
        response.addHeader("Link", "<" + address.root() + at.at().apply(number) + ">; rel=\"self\"");
        told.ifPresent(known -> response.addHeader("Link", "<" + known + ">; rel=\"hub\""));
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", FOR_FIVE_MINUTES);
        }
        response.getOutputStream().write(out.toByteArray());
    }

    static void refuse(int status, String detail, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(Problem.TYPE + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Problem.text(status, detail));
    }
}
