package vn.loa.home.web;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers by key, within a bound of memory. When it is full, those that nobody came back to go first, then those unused for longest.
 * Safe for use by many threads; finding takes no lock.
 */
final class PageCache {
    /** Emptied down to this share of the bound at once, so that it need not be done for each page. */
    private static final double ROOMY = 0.9;

    private final Map<PageKey, CachedPage> pages = new ConcurrentHashMap<>();
    private final AtomicBoolean evicting = new AtomicBoolean();
    private final AtomicLong weight = new AtomicLong();
    private final long mostBytes;

    PageCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable CachedPage find(PageKey key) {
        return pages.get(key);
    }

    void put(PageKey key, CachedPage page) {
        var before = pages.put(key, page);
        weight.addAndGet(page.weight() - (before == null ? 0 : before.weight()));
        if (weight() > mostBytes && evicting.compareAndSet(false, true)) {
            try {
                evict();
            } finally {
                evicting.set(false);
            }
        }
    }

    void remove(PageKey key) {
        var before = pages.remove(key);
        if (before != null) {
            weight.addAndGet(-before.weight());
        }
    }

    /** Of all pages together, in bytes. */
    long weight() {
        return weight.get();
    }

    private void evict() {
        var leastUseful = pages.entrySet().stream()
                .map(Candidate::of)
                .sorted(Candidate.ORDER)
                .toList();
        for (var candidate : leastUseful) {
            if (weight() <= mostBytes * ROOMY) {
                return;
            }
            if (pages.remove(candidate.key(), candidate.page())) {
                weight.addAndGet(-candidate.page().weight());
            }
        }
    }

    /** A page as it was used when the sorting began. */
    private record Candidate(PageKey key, CachedPage page, boolean usedAgain, long usedAt) {
        static final Comparator<Candidate> ORDER =
                Comparator.comparing(Candidate::usedAgain).thenComparingLong(Candidate::usedAt);

        static Candidate of(Map.Entry<PageKey, CachedPage> entry) {
            var page = entry.getValue();
            return new Candidate(entry.getKey(), page, page.isUsedAgain(), page.usedAt());
        }
    }
}
