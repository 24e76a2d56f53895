package vn.loa.search;

import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How to reach the search server.
 *
 * @param url address of the core or collection, without a slash at the end
 * @param connectTimeout how long a visitor waits for the server to answer the phone
 * @param timeout how long a visitor waits for an answer
 * @param retreat how long visitors are served without the server after it failed, before it is tried again
 */
record SearchSettings(URI url, Duration connectTimeout, Duration timeout, Duration retreat) {
    SearchSettings {
        if (url.getScheme() == null || !url.getScheme().startsWith("http") || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The setting loa.solr.url must be an address like http://127.0.0.1:8983/solr/loa, not " + url);
        }
        positive(connectTimeout, "loa.solr.connect.timeout.millis");
        positive(timeout, "loa.solr.timeout.millis");
        positive(retreat, "loa.solr.retreat.millis");
    }

    /** Reads {@code loa.solr.url}, {@code loa.solr.connect.timeout.millis}, {@code loa.solr.timeout.millis}, {@code loa.solr.retreat.millis}. */
    static SearchSettings read(Config config) {
        var url = config.getOptionalValue("loa.solr.url", String.class).orElse("http://127.0.0.1:8983/solr/loa");
        return new SearchSettings(
                URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
                millis(config, "loa.solr.connect.timeout.millis", 300),
                millis(config, "loa.solr.timeout.millis", 2500),
                millis(config, "loa.solr.retreat.millis", 2000));
    }

    private static Duration millis(Config config, String name, long otherwise) {
        return Duration.ofMillis(config.getOptionalValue(name, Long.class).orElse(otherwise));
    }

    private static void positive(Duration duration, String setting) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("The setting " + setting + " must be more than 0");
        }
    }
}
