package vn.loa.media.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import vn.loa.media.PublicBlob;
import vn.loa.media.PublicMedia;

/**
 * What is public, remembered for two seconds: a player asks for many stretches of one file, and the database need not be asked for
 * each. So what is withdrawn stays readable for two seconds at most.
 */
final class RememberedMedia implements PublicMedia {
    private static final long MEMORY = Duration.ofSeconds(2).toNanos();
    private static final int MOST = 4096;

    private final Map<Key, Answer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Answer> eldest) {
            return size() > MOST;
        }
    };
    private final PublicMedia media;
    private final LongSupplier nanoTime;

    private record Key(String productSlug, String hashPrefix) {}

    private record Answer(Optional<PublicBlob> blob, long given) {}

    /** @param nanoTime as {@link System#nanoTime} */
    RememberedMedia(PublicMedia media, LongSupplier nanoTime) {
        this.media = media;
        this.nanoTime = nanoTime;
    }

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix) {
        var key = new Key(productSlug, hashPrefix);
        var now = nanoTime.getAsLong();
        synchronized (answers) {
            var known = answers.get(key);
            if (known != null && now - known.given() < MEMORY) {
                return known.blob();
            }
        }
        var blob = media.find(productSlug, hashPrefix);
        synchronized (answers) {
            answers.put(key, new Answer(blob, now));
        }
        return blob;
    }
}
