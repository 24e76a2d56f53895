package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Assets;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.PublicRoutes;
import vn.loa.editorial.ContentRevision;
import vn.loa.syndication.EmbedLog;
import vn.loa.syndication.EmbedNames;

/**
 * Answers anonymous readers of public pages and of the reading API from memory, before anything else runs, as long as no content
 * has changed. Must be the first filter: what later filters add to an answer is kept with it. Every answer says when it was given
 * (RFC 9110, 6.6.1), which the container leaves to us.
 */
public class PageCacheFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(PageCacheFilter.class.getName());
    private static final int SHARE_OF_HEAP = 16;

    @Inject
    private transient ContentRevision content;

    @Inject
    private transient Assets assets;

    @Inject
    private transient EmbedLog embeds;

    @Inject
    private transient EmbedNames names;

    @Inject
    private transient MetricRegistry metrics;

    @Inject
    private transient Clock clock;

    /** In bytes; a sixteenth of the heap when it is missing. */
    @Inject
    @ConfigProperty(name = "loa.page.cache.bytes")
    private transient Optional<Long> mostBytes;

    private transient @Nullable SharedPages pages;

    private final transient AtomicBoolean tried = new AtomicBoolean();
    private transient volatile @Nullable EarlyAnswers early;

    @Override
    public void init() {
        var bytes = mostBytes.orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        pages = new SharedPages(
                new PageCache(bytes), new Freshness(content::current, System::nanoTime), System::nanoTime, clock);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setDateHeader("Date", System.currentTimeMillis());
        var known = pages;
        if (known != null && tried.compareAndSet(false, true)) {
            answerEarly(known, request);
        }
        // The container reads disguised addresses as the page, which memory would then give.
        var key = PageRouter.isDisguised(request.getRequestURI())
                ? Optional.<PageKey>empty()
                : PageKey.of(new Asking.OfServlet(request));
        if (key.isPresent()) {
            note(new Asking.OfServlet(request));
        }
        if (key.isEmpty() || known == null) {
            chain.doFilter(request, response);
            return;
        }
        known.answer(key.get(), request, response, chain);
    }

    /** From the first request on. */
    private void answerEarly(SharedPages known, HttpServletRequest request) {
        try {
            early = request.getContextPath().isEmpty()
                    ? EarlyAnswers.begin(request, counted(known), new Refusals(assets.url("styles/loa.css")))
                            .orElse(null)
                    : null;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError otherServer) {
            LOG.log(Level.WARNING, "Pages in memory are answered by the servlet container: " + otherServer);
        }
    }

    /** Operators see how many answers never reached the container. */
    private Function<Asking, Optional<CachedPage>> counted(SharedPages known) {
        var answers = metrics.counter("pages_answered_early");
        return asking -> {
            var page = known.known(asking);
            page.ifPresent(found -> {
                answers.inc();
                note(asking);
            });
            return page;
        };
    }

    /** Which sites show embeds is counted here, since most of these are answered from memory. */
    private void note(Asking asking) {
        if (PublicRoutes.isEmbed(asking.path()) && asking.method().equals("GET")) {
            names.name(asking.path(), asking.query())
                    .ifPresent(name -> embeds.asked(name, asking.field("Referer"), asking.field("Sec-Fetch-Dest")));
        }
    }

    @Override
    public void destroy() {
        if (early != null) {
            early.end();
        }
    }
}
