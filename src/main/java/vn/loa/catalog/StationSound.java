package vn.loa.catalog;

import java.time.Duration;
import java.time.Instant;
import vn.loa.common.Texts;

/**
 * What a loudspeaker station can play: a public product in one language, as a file made for stations.
 *
 * @param product id
 * @param genre code
 * @param language code of the one that is heard
 * @param url of the file, from the root of the portal
 * @param contentType of the file
 * @param sha256 of its bytes
 * @param since when the product was published
 * @param standIn whether it only holds the place of a translation
 */
public record StationSound(
        long product,
        String slug,
        Texts title,
        String genre,
        Texts genreLabel,
        String language,
        Duration length,
        String url,
        String contentType,
        long bytes,
        String sha256,
        Instant since,
        boolean standIn) {
    private static final long MILLIS = 1000;

    /** How long it takes, begun seconds counted as whole ones. */
    public int seconds() {
        return (int) ((length.toMillis() + MILLIS - 1) / MILLIS);
    }

    /** Of the page on which it can be heard in this language. */
    public String page() {
        return "/san-pham/" + slug + "?tieng=" + language;
    }
}
