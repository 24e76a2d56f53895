package vn.loa.home.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import vn.loa.editorial.ContentRevision;

/**
 * Answers anonymous readers of public pages and of the reading API from memory, before anything else runs, as long as no content
 * has changed. Must be the first filter: what later filters add to an answer is kept with it.
 */
public class PageCacheFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final int SHARE_OF_HEAP = 16;

    @Inject
    private transient ContentRevision content;

    /** In bytes; a sixteenth of the heap when it is missing. */
    @Inject
    @ConfigProperty(name = "loa.page-cache.bytes")
    private transient Optional<Long> mostBytes;

    private transient @Nullable SharedPages pages;

    @Override
    public void init() {
        var bytes = mostBytes.orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        pages = new SharedPages(
                new PageCache(bytes), new Freshness(content::current, System::nanoTime), System::nanoTime);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = PageKey.of(request);
        if (key.isEmpty() || pages == null) {
            chain.doFilter(request, response);
        } else {
            pages.answer(key.get(), request, response, chain);
        }
    }
}
