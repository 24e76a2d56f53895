package vn.loa.programmes;

import java.time.Instant;
import java.util.Set;

/**
 * Something that may be planned.
 *
 * @param product id of the work
 * @param language code of the one that is heard
 * @param genre its code
 * @param seconds how long it is, begun seconds counted as whole ones
 * @param since when it was published
 * @param topics codes of what it is about, as far as the rule asks
 * @param audiences codes of for whom it is, likewise
 */
public record Candidate(
        long product,
        String language,
        String genre,
        int seconds,
        Instant since,
        Set<String> topics,
        Set<String> audiences) {
    public Candidate {
        topics = Set.copyOf(topics);
        audiences = Set.copyOf(audiences);
    }

    Candidate(long product, String language, String genre, int seconds, Instant since) {
        this(product, language, genre, seconds, since, Set.of(), Set.of());
    }

    PlannedItem.Heard heard() {
        return new PlannedItem.Heard(product, language);
    }
}
