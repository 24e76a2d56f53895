package vn.loa.search;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * How to reach the search server.
 *
 * @param url address of the core, or of the alias of a collection, without a slash at the end
 * @param isCloud whether the server is a SolrCloud
 * @param connectTimeout how long a visitor waits for the server to answer the phone
 * @param timeout how long a visitor waits for an answer
 * @param retreat how long visitors are served without the server after it failed, before it is tried again
 */
record SearchSettings(URI url, boolean isCloud, Duration connectTimeout, Duration timeout, Duration retreat) {
    private static final Set<String> MODES = Set.of("core", "cloud");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
    private static final Pattern STAMPED = Pattern.compile("[0-9]{14}");

    SearchSettings {
        if (url.getScheme() == null || !url.getScheme().startsWith("http") || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "The setting loa.solr.url must be an address like http://127.0.0.1:8983/solr/loa, not " + url);
        }
        positive(connectTimeout, "loa.solr.connect.timeout.millis");
        positive(timeout, "loa.solr.timeout.millis");
        positive(retreat, "loa.solr.retreat.millis");
    }

    /** The same for another index on the same server. */
    SearchSettings at(URI index) {
        return new SearchSettings(index, isCloud, connectTimeout, timeout, retreat);
    }

    /** Where the server is asked about itself. */
    URI server() {
        return url.resolve(".");
    }

    /** What the index is called there. */
    String name() {
        var path = url.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What an index is called that is filled now. */
    String nameOfRebuild(Instant now) {
        return name() + "_" + STAMP.format(now);
    }

    /** Whether an index was made by a rebuild. */
    boolean isOfRebuild(String index) {
        return index.startsWith(name() + "_")
                && STAMPED.matcher(index.substring(name().length() + 1)).matches();
    }

    /** Reads {@code loa.solr.url}, {@code loa.solr.mode}, {@code loa.solr.connect.timeout.millis}, {@code loa.solr.timeout.millis}, {@code loa.solr.retreat.millis}. */
    static SearchSettings read(Config config) {
        var url = config.getOptionalValue("loa.solr.url", String.class).orElse("http://127.0.0.1:8983/solr/loa");
        var mode = config.getOptionalValue("loa.solr.mode", String.class).orElse("core");
        if (!MODES.contains(mode)) {
            throw new IllegalArgumentException("The setting loa.solr.mode must be core or cloud, not " + mode);
        }
        return new SearchSettings(
                URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url),
                mode.equals("cloud"),
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
