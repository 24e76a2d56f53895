package vn.loa.catalog;

import java.time.Duration;

/**
 * How much of a work there ever was to hear in a language: of all its voices with a file for stations, whatever became of them.
 *
 * @param product id
 * @param language code
 */
public record LongestSound(long product, String language, Duration length) {
    private static final long MILLIS = 1000;

    /** Begun seconds counted as whole ones. */
    public int seconds() {
        return (int) ((length.toMillis() + MILLIS - 1) / MILLIS);
    }
}
