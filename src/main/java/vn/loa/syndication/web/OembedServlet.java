package vn.loa.syndication.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.Listening;
import vn.loa.catalog.ProductPage;
import vn.loa.catalog.ProductPages;
import vn.loa.catalog.ProductVisit;
import vn.loa.common.Messages;
import vn.loa.common.PublicAddress;
import vn.loa.common.Texts;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.syndication.Masthead;
import vn.loa.taxonomy.Topics;

/**
 * {@code GET /oembed}: says what to show of an address of this portal, as oembed.com defines it in version 1.0. Films are of the type
 * video, everything else is rich. What is not public, or not of this portal, is 404; a request that makes no sense 400; a format that is neither json nor xml 501.
 */
@WebServlet("/oembed")
public class OembedServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int CACHE_SECONDS = 3_600;

    @Inject
    private transient ProductPages pages;

    @Inject
    private transient SearchCatalogue catalogue;

    @Inject
    private transient Topics topics;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient Masthead masthead;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Access-Control-Allow-Origin", "*");
        var format = Objects.requireNonNullElse(request.getParameter("format"), "json");
        if (!format.equals("json") && !format.equals("xml")) {
            FeedServlet.refuse(HttpServletResponse.SC_NOT_IMPLEMENTED, "format must be json or xml", response);
            return;
        }
        var url = request.getParameter("url");
        if (url == null || url.isBlank()) {
            bad("url is missing: name the address of a page of this portal, percent-encoded", response);
            return;
        }
        var width = limit(request.getParameter("maxwidth"));
        var height = limit(request.getParameter("maxheight"));
        if (width < 0 || height < 0) {
            bad("maxwidth and maxheight must be whole numbers of pixels, from 1", response);
            return;
        }
        var answer = address.isKnown()
                ? OembedTarget.of(url, address.root()).flatMap(target -> answer(target, width, height))
                : Optional.<Oembed>empty();
        if (answer.isEmpty()) {
            FeedServlet.refuse(
                    HttpServletResponse.SC_NOT_FOUND,
                    "There is nothing public of this portal at that address that could be embedded",
                    response);
            return;
        }
        response.setHeader("Cache-Control", "public, max-age=300");
        if (format.equals("xml")) {
            response.setContentType("text/xml; charset=utf-8");
            answer.get().xml(response.getOutputStream());
        } else {
            response.setContentType("application/json; charset=utf-8");
            answer.get().json(response.getOutputStream());
        }
    }

    private static void bad(String why, HttpServletResponse response) throws IOException {
        FeedServlet.refuse(HttpServletResponse.SC_BAD_REQUEST, why, response);
    }

    /** As many pixels as there may be; without a limit the most there are, -1 for what is no number. */
    private static int limit(@Nullable String written) {
        if (written == null || written.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        return written.matches("0*[1-9]\\d{0,8}") ? Integer.parseInt(written) : -1;
    }

    private Optional<Oembed> answer(OembedTarget target, int width, int height) {
        var language = target.embed()
                .first("hl")
                .flatMap(InterfaceLanguage::find)
                .map(InterfaceLanguage::code)
                .orElse(Texts.FALLBACK);
        if (target.isList()) {
            return isThere(target) ? Optional.of(list(target, language, width, height)) : Optional.empty();
        }
        var listening = new Listening(target.embed().first("tieng").orElse(""), language, "", 0, false);
        return pages.visit(target.slug(), listening) instanceof ProductVisit.Shown shown
                ? Optional.of(answer(target, shown.page(), language, width, height))
                : Optional.empty();
    }

    /** Whether there are all the topics that an address names, also by what they were called before: a page of one that never was is none either. */
    private boolean isThere(OembedTarget target) {
        return target.embed().all("chu-de").stream()
                .allMatch(code -> topics.find(code).isPresent());
    }

    private Oembed list(OembedTarget target, String language, int width, int height) {
        var asked = target.embed();
        var size = EmbedListBacking.size(asked.first(EmbedListBacking.SIZE).orElse(""));
        var found =
                catalogue.list(Filters.ofPage(asked::all), 1, size, Set.of()).products();
        var layout = EmbedLook.of(asked, EmbedLook.OF_LIST, masthead.accent()).layout();
        var wide = Math.min(EmbedCode.USUAL_WIDTH, width);
        var high = new EmbedHeight(layout, language, wide).of(found.items(), found.total());
        var title = Messages.in(language).text("embed.list");
        return framed(target, "rich", title, language, wide, Math.min(high, height));
    }

    private Oembed answer(OembedTarget asked, ProductPage page, String language, int width, int height) {
        var wide = Math.min(EmbedCode.USUAL_WIDTH, width);
        var film = page.player() != null && page.player().video();
        var target = asked;
        var high = height(target, language, wide).of(page);
        if (high > height
                && page.player() != null
                && !film
                && asked.embed().first(EmbedLook.LAYOUT).isEmpty()) {
            // The bar has all that sound needs, where there is no room for a picture beside it.
            target = asked.looking(EmbedLook.BAR);
            high = height(target, language, wide).of(page);
        }
        var answer = framed(
                target,
                film ? "video" : "rich",
                page.card().title().in(language),
                language,
                wide,
                Math.min(high, height));
        if (page.agency() != null) {
            answer.with("author_name", page.agency().in(language));
        }
        page.card().posters().stream()
                .filter(poster -> poster.contentType().equals("image/jpeg"))
                // A consumer that has less room wants a smaller picture, too.
                .filter(poster -> poster.width() <= width && poster.height() <= height)
                .reduce((smaller, larger) -> larger)
                .ifPresent(picture -> answer.with("thumbnail_url", address.root() + picture.url())
                        .with("thumbnail_width", picture.width())
                        .with("thumbnail_height", picture.height()));
        return answer;
    }

    private EmbedHeight height(OembedTarget target, String language, int width) {
        var look = EmbedLook.of(target.embed(), EmbedLook.OF_PRODUCT, masthead.accent());
        return new EmbedHeight(look.layout(), language, width);
    }

    private Oembed framed(OembedTarget target, String type, String title, String language, int width, int height) {
        var code = new EmbedCode(address.root(), target.embed().toString(), title, height);
        return new Oembed()
                .with("type", type)
                .with("version", "1.0")
                .with("title", title)
                .with("provider_name", masthead.name().in(language))
                .with("provider_url", address.root() + "/")
                .with("cache_age", CACHE_SECONDS)
                .with("html", code.quoted(target.page(), width, height))
                .with("width", width)
                .with("height", height);
    }
}
