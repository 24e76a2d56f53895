package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageCacheTest {
    private static final int MOST = 200_000;

    private final PageCache cache = new PageCache(MOST);

    @Test
    void itsMemoryIsBoundedHoweverManyPagesCome() {
        for (var i = 0; i < 2_000; i++) {
            cache.put(key(i), page(5_000, i));
            assertThat(cache.weight()).isLessThanOrEqualTo(MOST);
        }
        assertThat(cache.weight()).isGreaterThan(MOST / 2);
    }

    @Test
    void aFloodOfAddressesPushesOutNothingThatPeopleComeBackTo() {
        cache.put(key(-1), page(5_000, 0));
        var wanted = cache.find(key(-1));
        assertThat(wanted).isNotNull();
        wanted.used(1);
        for (var i = 0; i < 500; i++) {
            cache.put(key(i), page(5_000, i + 2));
        }
        assertThat(cache.find(key(-1))).isSameAs(wanted);
        assertThat(cache.find(key(0))).isNull();
        assertThat(cache.find(key(499))).isNotNull();
    }

    @Test
    void ofThoseThatPeopleComeBackToTheLongestUnusedGoesFirst() {
        for (var i = 0; i < 100; i++) {
            var page = page(5_000, i);
            page.used(1_000 + i);
            cache.put(key(i), page);
        }
        assertThat(cache.find(key(0))).isNull();
        assertThat(cache.find(key(99))).isNotNull();
    }

    private static PageKey key(int number) {
        return new PageKey("/san-pham/" + number, false);
    }

    /** Of bytes that cannot be compressed. */
    private static CachedPage page(int size, long now) {
        var body = new byte[size];
        new Random(now).nextBytes(body);
        return new CachedPage(200, "text/html", List.of(), body, 1, now);
    }
}
