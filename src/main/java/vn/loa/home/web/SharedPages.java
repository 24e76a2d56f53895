package vn.loa.home.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives one rendering of a page to everybody who asks for it. When a page fails to render, its last good version is given, if there is
 * one not older than an hour.
 */
final class SharedPages {
    private static final Logger LOG = System.getLogger(SharedPages.class.getName());
    private static final Duration LONG_WAIT = Duration.ofSeconds(5);

    /** Whoever can be given an older version does not wait for long. */
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    /** What fails now will fail in a moment too. */
    private static final long HOLD_AFTER_FAILURE = Duration.ofSeconds(2).toNanos();

    /**
     * For what changes without the content: what is new this week. Lists from the search server need no less, since the content
     * counts as changed once more when the server shows the change.
     */
    private static final long KEPT_FOR = Duration.ofSeconds(60).toNanos();

    private static final long MISSING_FOR = Duration.ofSeconds(5).toNanos();

    /** For what depends on the content alone: what stations play on days that are named. They ask each minute, and each for something else. */
    private static final long KEPT_LONGER = Duration.ofMinutes(10).toNanos();

    private static final long SPARE_FOR = Duration.ofHours(1).toNanos();

    private final PageCache cache;
    private final Freshness freshness;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private final Renderings renderings = new Renderings();

    /**
     * @param nanoTime as {@link System#nanoTime}
     * @param clock tells what is over of what pages say until a moment
     */
    SharedPages(PageCache cache, Freshness freshness, LongSupplier nanoTime, InstantSource clock) {
        this.cache = cache;
        this.freshness = freshness;
        this.nanoTime = nanoTime;
        this.clock = clock;
    }

    /** What memory holds, without what is over by now: that needs neither the database nor a new rendering. */
    private @Nullable CachedPage find(PageKey key) {
        var page = cache.find(key);
        if (page == null) {
            return null;
        }
        var now = page.at(clock.instant());
        if (now != page) {
            cache.put(key, now);
        }
        return now;
    }

    /** What memory holds for a request and is fresh as far as is known by now; nothing is asked or waited for. */
    Optional<CachedPage> known(Asking request) {
        var revision = freshness.known();
        return revision.isEmpty()
                ? Optional.empty()
                : PageKey.of(request).flatMap(key -> fresh(find(key), revision.getAsLong(), nanoTime.getAsLong()));
    }

    /** A page that may be given as it is; it counts as used. */
    private static Optional<CachedPage> fresh(@Nullable CachedPage page, long revision, long now) {
        var found = Optional.ofNullable(page).filter(there -> isFresh(there, revision, now));
        found.ifPresent(there -> there.used(now));
        return found;
    }

    /** Answers from memory, or by the rest of the chain. */
    void answer(PageKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var page = find(key);
        if (page == null && !key.isShared()) {
            chain.doFilter(request, response);
            return;
        }
        var now = nanoTime.getAsLong();
        var revision = freshness.current();
        var current = fresh(page, revision, now);
        if (current.isPresent()) {
            PageAnswer.send(current.get(), request, response);
            return;
        }
        if (renderings.begin(key)) {
            CachedPage made = null;
            try {
                // Whoever rendered it last may have come to an end since it was looked for.
                var meanwhile = fresh(find(key), revision, now);
                if (meanwhile.isPresent()) {
                    made = meanwhile.get();
                    PageAnswer.send(made, request, response);
                } else {
                    made = render(new Wanted(key, revision, now, page), request, response, chain);
                }
            } finally {
                renderings.end(key, made);
            }
            return;
        }
        var spare = spare(page, revision, now);
        var shared =
                renderings.await(key, spare == null ? LONG_WAIT : SHORT_WAIT).or(() -> Optional.ofNullable(spare));
        if (shared.isPresent()) {
            PageAnswer.send(shared.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** @param old what was in memory, out of date */
    private record Wanted(
            PageKey key, long revision, long now, @Nullable CachedPage old) {}

    /** Whatever is asked renders the page as GET does: a HEAD request too, so that all that come after it can share it. */
    private static final class ReadInFull extends HttpServletRequestWrapper {
        ReadInFull(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }

    private static boolean isFresh(CachedPage page, long revision, long now) {
        var lifetime = page.status() == HttpServletResponse.SC_OK ? KEPT_FOR : MISSING_FOR;
        return page.revision() == revision && (page.age(now) < lifetime || page.isHeld(now));
    }

    /** Renders a page and answers with it; returns it when it may be shared. */
    private @Nullable CachedPage render(
            Wanted wanted, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var captured = new CapturedResponse(response);
        try {
            chain.doFilter(new ReadInFull(request), captured);
        } catch (IOException | ServletException | RuntimeException e) {
            var spare = spare(wanted.old(), wanted.revision(), wanted.now());
            if (spare == null || response.isCommitted()) {
                throw e;
            }
            LOG.log(Level.WARNING, "A page failed, its last version is shown: " + wanted.key(), e);
            return sendInstead(spare, request, response);
        }
        if (captured.error() != 0) {
            var spare = captured.error() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                    ? spare(wanted.old(), wanted.revision(), wanted.now())
                    : null;
            if (spare != null) {
                return sendInstead(spare, request, response);
            }
            captured.handOnError();
            return null;
        }
        return captured.isWhole() ? share(wanted, captured, request, response) : null;
    }

    /** An older version that is good enough when there is no other: no content is known to have changed since. */
    private static @Nullable CachedPage spare(@Nullable CachedPage old, long revision, long now) {
        return old != null
                        && old.status() == HttpServletResponse.SC_OK
                        && old.revision() == revision
                        && old.age(now) < SPARE_FOR
                ? old
                : null;
    }

    private CachedPage sendInstead(CachedPage spare, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        spare.hold(nanoTime.getAsLong() + HOLD_AFTER_FAILURE);
        response.reset();
        response.setDateHeader("Date", System.currentTimeMillis());
        PageAnswer.send(spare, request, response);
        return spare;
    }

    private @Nullable CachedPage share(
            Wanted wanted, CapturedResponse captured, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (captured.isCookieSet()
                || request.getSession(false) != null
                || response.containsHeader("Content-Encoding")) {
            PageAnswer.sendPrivately(captured.body(), request, response);
            return null;
        }
        var page = PageAnswer.read(response, captured.body(), wanted.revision(), wanted.now());
        if (page.status() == HttpServletResponse.SC_OK && wanted.key().isOfNamedDays()) {
            page.hold(wanted.now() + KEPT_LONGER);
        }
        if (PageAnswer.isLasting(page)) {
            cache.put(wanted.key(), page);
        } else {
            cache.remove(wanted.key());
        }
        PageAnswer.sendFirst(page, request, response);
        return page;
    }
}
