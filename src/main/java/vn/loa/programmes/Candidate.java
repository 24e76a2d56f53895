package vn.loa.programmes;

import java.time.Instant;

/**
 * Something that may be planned.
 *
 * @param product id of the work
 * @param language code of the one that is heard
 * @param genre its code
 * @param seconds how long it is, begun seconds counted as whole ones
 * @param since when it was published
 */
public record Candidate(long product, String language, String genre, int seconds, Instant since) {
    PlannedItem.Heard heard() {
        return new PlannedItem.Heard(product, language);
    }
}
